package tatami.query.request;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tatami.query.distance.GreatCircle;
import tatami.query.release.CatalogFilter;
import tatami.query.release.Grain;
import tatami.query.request.Condition.Near;
import tatami.query.request.Condition.Within;
import tools.jackson.databind.JsonNode;

/** Reads a rectangle, a circle, or both, around or over a point. */
final class PointReader {

  private static final BigDecimal MOST_KILOMETRES = BigDecimal.valueOf(500);
  private static final BigDecimal ONE_MILLIMETRE = BigDecimal.valueOf(1, 6);
  private static final String INCOMPLETE = "\"near\" needs \"lat\", \"lon\" and \"km\"";
  private static final RequestObject.Names FIELDS = RequestObject.Names.fields("within", "near");
  private static final RequestObject.Names NEAR_FIELDS =
      RequestObject.Names.fields("lat", "lon", "km");
  private static final List<String> EDGES = List.of("south", "west", "north", "east");

  private final CatalogFilter filter;
  private final Findings findings;

  PointReader(CatalogFilter filter, Findings findings) {
    this.filter = filter;
    this.findings = findings;
  }

  List<Condition> read(JsonNode node, String pointer) {
    List<Condition> conditions = new ArrayList<>();
    Optional<RequestObject> point = RequestObject.open(node, pointer, findings, FIELDS);
    if (point.isEmpty()) {
      return conditions;
    }
    if (!point.get().has("within") && !point.get().has("near")) {
      findings.refuse(pointer, node, "needs \"within\" or \"near\"");
    }
    point
        .get()
        .find("within")
        .flatMap(edges -> readWithin(edges, point.get().pointerTo("within")))
        .ifPresent(conditions::add);
    point
        .get()
        .find("near")
        .flatMap(near -> readNear(near, point.get().pointerTo("near")))
        .ifPresent(conditions::add);
    return conditions;
  }

  private Optional<Within> readWithin(JsonNode node, String pointer) {
    if (!node.isArray() || node.size() != EDGES.size()) {
      findings.refuse(pointer, node, "must be [south, west, north, east] in degrees");
      return Optional.empty();
    }
    Integer[] edges = new Integer[EDGES.size()];
    for (int index = 0; index < edges.length; index++) {
      int limit = index % 2 == 0 ? 90 : 180;
      edges[index] = readDegrees(node.get(index), pointer + "/" + index, limit);
    }
    if (hasNull(edges)) {
      return Optional.empty();
    }
    if (edges[0] > edges[2]) {
      findings.refuse(pointer, node, "south must not be above north");
      return Optional.empty();
    }
    return Optional.of(new Within(filter, edges[0], edges[1], edges[2], edges[3]));
  }

  private Optional<Near> readNear(JsonNode node, String pointer) {
    Optional<RequestObject> near = RequestObject.open(node, pointer, findings, NEAR_FIELDS);
    if (near.isEmpty()) {
      return Optional.empty();
    }
    Integer latitude = readRequired(near.get(), pointer, "lat", 90);
    Integer longitude = readRequired(near.get(), pointer, "lon", 180);
    Long radius = readRadius(near.get(), pointer);
    if (filter.grain() == Grain.OFFER) {
      findings.refuse(pointer, node, "\"near\" a point of an offer is not available yet");
    }
    if (latitude == null || longitude == null || radius == null) {
      return Optional.empty();
    }
    return Optional.of(new Near(filter, latitude, longitude, radius));
  }

  private Integer readRequired(RequestObject near, String pointer, String name, int limit) {
    Optional<JsonNode> node = near.find(name);
    if (node.isEmpty()) {
      findings.refuse(pointer + "/" + name, null, INCOMPLETE);
      return null;
    }
    return readDegrees(node.get(), pointer + "/" + name, limit);
  }

  private Integer readDegrees(JsonNode node, String pointer, int limit) {
    double degrees = node.isNumber() ? node.doubleValue() : Double.NaN;
    if (!(Math.abs(degrees) <= limit)) {
      findings.refuse(pointer, node, "must be a number from -" + limit + " to " + limit);
      return null;
    }
    return (int) Math.round(degrees * GreatCircle.STEPS_PER_DEGREE);
  }

  /** Returns the whole millimetres of the radius: distances are whole, so the rest never counts. */
  private Long readRadius(RequestObject near, String pointer) {
    Optional<JsonNode> node = near.find("km");
    if (node.isEmpty()) {
      findings.refuse(pointer + "/km", null, INCOMPLETE);
      return null;
    }
    BigDecimal kilometres = node.get().isNumber() ? node.get().decimalValue() : BigDecimal.ZERO;
    if (kilometres.signum() <= 0 || kilometres.compareTo(MOST_KILOMETRES) > 0) {
      near.refuse("km", "must be a number above 0, at most " + MOST_KILOMETRES);
      return null;
    }
    boolean belowOneMillimetre = kilometres.compareTo(ONE_MILLIMETRE) < 0;
    return belowOneMillimetre ? 0L : kilometres.divideToIntegralValue(ONE_MILLIMETRE).longValue();
  }

  private static boolean hasNull(Integer[] edges) {
    for (Integer edge : edges) {
      if (edge == null) {
        return true;
      }
    }
    return false;
  }
}

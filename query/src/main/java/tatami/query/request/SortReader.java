package tatami.query.request;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import tatami.query.release.Grain;
import tatami.query.request.SortOrder.Kind;
import tatami.searchtable.description.FilterLayout;
import tatami.searchtable.description.GrainTable.SortLayout;
import tatami.searchtable.description.ReleaseDescription;
import tools.jackson.databind.JsonNode;

/** Reads {@code sort}, and knows which sorts there are. */
public final class SortReader {

  /** The order by lowest total, cheapest first. */
  public static final String PRICE = "price";

  private static final String PRICE_DESCENDING = "-price";

  /** The order by distance from {@code near}. */
  public static final String DISTANCE = "distance";

  private static final String RELEVANCE = SortOrder.RELEVANCE_NAME;

  private final ReleaseDescription description;
  private final Findings findings;

  SortReader(ReleaseDescription description, Findings findings) {
    this.description = description;
    this.findings = findings;
  }

  /** Lists the sorts that a release knows. */
  public static List<String> listNames(ReleaseDescription description) {
    List<String> names = new ArrayList<>(List.of(SortOrder.RECOMMENDED_NAME));
    description.property().sorts().stream()
        .map(SortLayout::name)
        .filter(name -> !names.contains(name))
        .forEach(names::add);
    if (description.stay() != null) {
      names.add(PRICE);
      names.add(PRICE_DESCENDING);
    }
    if (description.property().filters().stream().anyMatch(FilterLayout.Point.class::isInstance)) {
      names.add(DISTANCE);
    }
    if (hasWords(description)) {
      names.add(RELEVANCE);
    }
    return names;
  }

  private static boolean hasWords(ReleaseDescription description) {
    return description.property().filters().stream()
        .anyMatch(FilterLayout.Keyword.class::isInstance);
  }

  /** Tells whether words of the property are asked for: then hits have a relevance. */
  private static boolean hasWords(List<Condition> where) {
    return where.stream()
        .filter(Condition.HasWords.class::isInstance)
        .anyMatch(words -> words.filter().grain() == Grain.PROPERTY);
  }

  SortOrder read(RequestObject request, List<Condition> where) {
    Optional<JsonNode> node = request.findNullable("sort");
    if (node.isEmpty()) {
      return hasWords(where) ? SortOrder.RELEVANCE : SortOrder.RECOMMENDED;
    }
    String pointer = request.pointerTo("sort");
    if (!node.get().isString()) {
      String kind = RequestObject.kindOf(node.get());
      findings.refuse(pointer, node.get(), "must be a string, got " + kind);
      return SortOrder.RECOMMENDED;
    }
    String name = node.get().stringValue();
    List<String> known = listNames(description);
    if (!known.contains(name)) {
      findings.refuse(pointer, node.get(), whyNot(name, known));
      return SortOrder.RECOMMENDED;
    }
    if (name.equals(DISTANCE) && where.stream().noneMatch(Condition.Near.class::isInstance)) {
      findings.refuse(pointer, node.get(), "needs \"near\" of a point in \"where\"");
    }
    if (name.equals(RELEVANCE) && !hasWords(where)) {
      findings.refuse(pointer, node.get(), "needs " + wordFilters() + " in \"where\"");
    }
    return order(name);
  }

  private String whyNot(String name, List<String> known) {
    if (name.equals(RELEVANCE)) {
      return "catalog \"" + description.catalog() + "\" has no words to sort by";
    }
    if (description.stay() == null && (name.equals(PRICE) || name.equals(PRICE_DESCENDING))) {
      return "catalog \"" + description.catalog() + "\" has no prices to sort by";
    }
    return new RequestObject.Names("sort", known).unknown(name);
  }

  private String wordFilters() {
    return description.property().filters().stream()
        .filter(FilterLayout.Keyword.class::isInstance)
        .map(filter -> '"' + filter.name() + '"')
        .collect(Collectors.joining(" or "));
  }

  private SortOrder order(String name) {
    Optional<SortLayout> rank = description.property().findSort(name);
    if (rank.isPresent() && !name.equals(SortOrder.RECOMMENDED_NAME)) {
      return new SortOrder(name, Kind.RANK, rank.get().column());
    }
    return switch (name) {
      case PRICE -> new SortOrder(name, Kind.PRICE, null);
      case PRICE_DESCENDING -> new SortOrder(name, Kind.PRICE_DESCENDING, null);
      case DISTANCE -> new SortOrder(name, Kind.DISTANCE, null);
      case RELEVANCE -> SortOrder.RELEVANCE;
      default -> SortOrder.RECOMMENDED;
    };
  }
}

package tatami.query.request;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tatami.query.problem.ProblemException;
import tatami.query.problem.RequestError;
import tatami.query.release.CatalogFilter;
import tatami.query.release.OpenRelease;
import tatami.searchtable.description.FilterLayout;
import tatami.searchtable.description.GrainTable;
import tatami.searchtable.description.GrainTable.ShowColumn;
import tatami.searchtable.description.ReleaseDescription;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads requests: strict JSON, and every value checked against a release. Thread-safe. */
public final class RequestReader {

  private static final int MOST_BYTES = 64 * 1024;
  private static final int MOST_FACETS = 20;
  private static final int MOST_HITS = 100;
  private static final int DEFAULT_HITS = 20;
  private static final int MOST_OFFERS = 100;
  private static final int DEFAULT_OFFERS = 3;

  private static final RequestObject.Names FIELDS =
      RequestObject.Names.fields(
          "stay", "where", "price", "sort", "size", "cursor", "offers", "facets", "show");

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .build();

  private final OpenRelease release;
  private final ReleaseDescription description;
  private final LocalDate today;
  private final Findings findings = new Findings();

  private RequestReader(OpenRelease release, LocalDate today) {
    this.release = release;
    this.description = release.description();
    this.today = today;
  }

  /**
   * Parses strict JSON: one object, no name twice, nothing behind it, no NaN.
   *
   * @throws ProblemException with the place of the mistake
   */
  public static JsonNode parse(String json) {
    if (json.length() > MOST_BYTES || json.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
      throw refused("a request has at most " + MOST_BYTES + " bytes");
    }
    JsonNode tree;
    try {
      tree = MAPPER.readTree(json);
    } catch (JacksonException broken) {
      throw refused(whyUnreadable(broken));
    } catch (NumberFormatException broken) {
      throw refused("no valid JSON: a number's exponent is out of range");
    }
    if (!tree.isObject()) {
      throw refused("a request is a JSON object");
    }
    return tree;
  }

  private static String whyUnreadable(JacksonException broken) {
    TokenStreamLocation place = broken.getLocation();
    String where =
        place == null ? "" : " at line " + place.getLineNr() + ", column " + place.getColumnNr();
    String reason = broken.getOriginalMessage().lines().findFirst().orElse("unreadable");
    return "no valid JSON" + where + ": " + reason;
  }

  /** Finds the text of the cursor, before anything else is looked at. */
  public static Optional<String> findCursor(JsonNode request) {
    return Optional.ofNullable(request.get("cursor"))
        .filter(JsonNode::isString)
        .map(JsonNode::stringValue);
  }

  /**
   * Reads a request for a release.
   *
   * @param cursorDamaged whether the cursor's text is none that we gave for this catalog
   * @throws ProblemException with every mistake
   */
  public static SearchRequest read(
      JsonNode request, OpenRelease release, LocalDate today, boolean cursorDamaged) {
    RequestReader reader = new RequestReader(release, today);
    RequestObject fields = RequestObject.open(request, "", reader.findings, FIELDS).orElseThrow();
    reader.checkCursor(fields, cursorDamaged);
    SearchRequest read = reader.read(fields);
    reader.findings.throwIfAny();
    return read;
  }

  private SearchRequest read(RequestObject fields) {
    WhereReader whereReader = new WhereReader(release, findings);
    StayRequest stay = new StayReader(description, today, findings).read(fields);
    List<Condition> where = whereReader.read(fields);
    PriceRequest price = new PriceReader(description, findings).read(fields);
    SortOrder sort = new SortReader(description, findings).read(fields, where);
    Set<String> facets = readFacets(fields);
    return new SearchRequest(
        stay,
        where,
        price,
        sort,
        readCount(fields, "size", 1, MOST_HITS, DEFAULT_HITS),
        readOffers(fields),
        facets.stream().flatMap(name -> release.findFilter(name).stream()).toList(),
        hasPriceFacet() && facets.contains(SearchRequest.PRICE_FACET),
        readShow(fields),
        findings.warnings());
  }

  private void checkCursor(RequestObject fields, boolean cursorDamaged) {
    Optional<JsonNode> cursor = fields.findNullable("cursor");
    if (cursor.isPresent() && !cursor.get().isString()) {
      fields.refuse("cursor", "must be a string, got " + RequestObject.kindOf(cursor.get()));
    } else if (cursor.isPresent() && cursorDamaged) {
      fields.refuse("cursor", "not a cursor of this catalog; use the \"next\" of an answer as is");
    }
  }

  private int readOffers(RequestObject fields) {
    if (description.offer() != null) {
      return readCount(fields, "offers", 0, MOST_OFFERS, DEFAULT_OFFERS);
    }
    if (fields.findNullable("offers").isPresent()) {
      fields.refuse("offers", "catalog \"" + description.catalog() + "\" has no offers");
    }
    return 0;
  }

  private int readCount(
      RequestObject fields, String name, int lowest, int highest, int defaultCount) {
    if (fields.findNullable(name).isEmpty()) {
      return defaultCount;
    }
    return fields.findInteger(name, lowest, highest).orElse(defaultCount);
  }

  private Set<String> readFacets(RequestObject fields) {
    List<String> countable = new ArrayList<>();
    release.listFilters().stream()
        .filter(filter -> isCountable(filter.layout()))
        .map(CatalogFilter::name)
        .forEach(countable::add);
    if (hasPriceFacet()) {
      countable.add(SearchRequest.PRICE_FACET);
    }
    return readNames(fields, "facets", new RequestObject.Names("facet", countable));
  }

  /** A filter that is named so keeps its name. */
  private boolean hasPriceFacet() {
    return description.stay() != null && release.findFilter(SearchRequest.PRICE_FACET).isEmpty();
  }

  private static boolean isCountable(FilterLayout layout) {
    return !(layout instanceof FilterLayout.Point || layout instanceof FilterLayout.Keyword);
  }

  private List<ShowColumn> readShow(RequestObject fields) {
    GrainTable property = description.property();
    if (fields.findNullable("show").isEmpty()) {
      return property.show();
    }
    List<String> known = property.show().stream().map(ShowColumn::name).toList();
    List<ShowColumn> show = new ArrayList<>();
    for (String name : readNames(fields, "show", new RequestObject.Names("column", known))) {
      show.add(property.show().get(known.indexOf(name)));
    }
    return show;
  }

  private Set<String> readNames(RequestObject fields, String field, RequestObject.Names names) {
    Set<String> read = new LinkedHashSet<>();
    Optional<JsonNode> list = fields.findNullable(field);
    if (list.isEmpty()) {
      return read;
    }
    if (!list.get().isArray()) {
      fields.refuse(field, "must be an array of strings, got " + RequestObject.kindOf(list.get()));
      return read;
    }
    if (field.equals("facets") && list.get().size() > MOST_FACETS) {
      fields.refuse(field, "at most " + MOST_FACETS + " facets, got " + list.get().size());
      return read;
    }
    for (int index = 0; index < list.get().size(); index++) {
      JsonNode name = list.get().get(index);
      String pointer = fields.pointerTo(field) + "/" + index;
      if (!name.isString()) {
        findings.refuse(pointer, name, "must be a string, got " + RequestObject.kindOf(name));
      } else if (!names.known().contains(name.stringValue())) {
        findings.refuse(pointer, name, names.unknown(name.stringValue()));
      } else {
        read.add(name.stringValue());
      }
    }
    return read;
  }

  private static ProblemException refused(String detail) {
    return ProblemException.badRequest(List.of(new RequestError("", null, detail)));
  }
}

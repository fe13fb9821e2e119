package tatami.query.request;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import tatami.query.problem.ProblemException;
import tatami.query.problem.RequestError;
import tatami.query.release.OpenRelease;
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

  private static final RequestObject.Names FIELDS =
      RequestObject.Names.fields(
          "stay", "where", "price", "sort", "size", "cursor", "offers", "facets", "show");
  private static final RequestObject.Names WHY_NOT_FIELDS =
      RequestObject.Names.fields(
          "stay", "where", "price", "key", "sort", "size", "cursor", "offers", "facets", "show");
  private static final RequestObject.Names CALENDAR_FIELDS =
      RequestObject.Names.fields("from", "to", "stay", "where", "price");

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
  private final PageReader page;

  private RequestReader(OpenRelease release, LocalDate today) {
    this.release = release;
    this.description = release.description();
    this.today = today;
    this.page = new PageReader(release, findings);
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
   * Reads a search for a release.
   *
   * @param cursorDamaged whether the cursor's text is none that we gave for this catalog
   * @throws ProblemException with every mistake
   */
  public static SearchRequest read(
      JsonNode request, OpenRelease release, LocalDate today, boolean cursorDamaged) {
    RequestReader reader = new RequestReader(release, today);
    RequestObject fields = reader.open(request, FIELDS);
    reader.page.checkCursor(fields, cursorDamaged);
    SearchRequest read = reader.readSearch(fields);
    reader.findings.throwIfAny();
    return read;
  }

  /**
   * Reads a question for a calendar.
   *
   * @throws ProblemException with every mistake
   */
  public static CalendarRequest readCalendar(
      JsonNode request, OpenRelease release, LocalDate today) {
    RequestReader reader = new RequestReader(release, today);
    RequestObject fields = reader.openDated(request, CALENDAR_FIELDS);
    return reader.readCalendar(fields);
  }

  /**
   * Reads a question why not.
   *
   * @throws ProblemException with every mistake
   */
  public static WhyNotRequest readWhyNot(JsonNode request, OpenRelease release, LocalDate today) {
    RequestReader reader = new RequestReader(release, today);
    RequestObject fields = reader.openDated(request, WHY_NOT_FIELDS);
    fields
        .findNullable("cursor")
        .ifPresent(cursor -> fields.refuse("cursor", "this answer has no pages; leave it out"));
    SearchRequest search = reader.readSearch(fields);
    if (reader.isCheckInMissing(fields)) {
      reader.findings.refuse(
          "/stay/check_in",
          null,
          "needed: the check-in that is asked about, such as \"2026-12-05\"");
    }
    List<String> key =
        new KeyReader(release.description().property(), reader.findings).read(fields);
    reader.findings.throwIfAny();
    return new WhyNotRequest(search, key);
  }

  private RequestObject open(JsonNode request, RequestObject.Names names) {
    return RequestObject.open(request, "", findings, names).orElseThrow();
  }

  private RequestObject openDated(JsonNode request, RequestObject.Names names) {
    if (description.stay() == null) {
      throw refused("catalog \"" + description.catalog() + "\" has no dates");
    }
    return open(request, names);
  }

  private SearchRequest readSearch(RequestObject fields) {
    StayRequest stay = new StayReader(description, today, findings).read(fields);
    List<Condition> where = new WhereReader(release, findings).read(fields);
    PriceRequest price = new PriceReader(description, findings).read(fields);
    SortOrder sort = new SortReader(description, findings).read(fields, where);
    int size = page.readSize(fields);
    int offers = page.readOffers(fields);
    PageReader.Facets facets = page.readFacets(fields);
    return new SearchRequest(
        stay,
        where,
        price,
        sort,
        size,
        offers,
        facets.filters(),
        facets.price(),
        page.readShow(fields),
        findings.warnings());
  }

  private CalendarRequest readCalendar(RequestObject fields) {
    StayRequest stay = new StayReader(description, today, findings).readWithoutCheckIn(fields);
    CalendarRangeReader range = new CalendarRangeReader(description.horizon(), today, findings);
    Optional<CheckInRange> checkIns = range.read(fields, stay.nights());
    List<Condition> where = new WhereReader(release, findings).read(fields);
    PriceRequest price = new PriceReader(description, findings).read(fields);
    findings.throwIfAny();
    return new CalendarRequest(
        checkIns.orElseThrow(),
        SearchRequest.ofAllMatches(
            new StayRequest(checkIns.orElseThrow().from(), stay.nights(), stay.guests()),
            where,
            price,
            findings.warnings()));
  }

  private boolean isCheckInMissing(RequestObject fields) {
    return fields
        .findNullable("stay")
        .map(stay -> stay.isObject() && !stay.has("check_in"))
        .orElse(true);
  }

  private static ProblemException refused(String detail) {
    return ProblemException.badRequest(List.of(new RequestError("", null, detail)));
  }
}

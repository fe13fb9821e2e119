package tatami.query.request;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tatami.query.release.CatalogFilter;
import tatami.query.release.OpenRelease;
import tatami.searchtable.description.FilterLayout;
import tatami.searchtable.description.GrainTable;
import tatami.searchtable.description.GrainTable.ShowColumn;
import tatami.searchtable.description.ReleaseDescription;
import tools.jackson.databind.JsonNode;

/** Reads how much of a result is shown: size, offers, facets, columns, and where it starts. */
final class PageReader {

  private static final int MOST_FACETS = 20;
  private static final int MOST_HITS = 100;
  private static final int DEFAULT_HITS = 20;
  private static final int MOST_OFFERS = 100;
  private static final int DEFAULT_OFFERS = 3;

  private final OpenRelease release;
  private final ReleaseDescription description;
  private final Findings findings;

  PageReader(OpenRelease release, Findings findings) {
    this.release = release;
    this.description = release.description();
    this.findings = findings;
  }

  /** Refuses a cursor that is none. */
  void checkCursor(RequestObject fields, boolean cursorDamaged) {
    Optional<JsonNode> cursor = fields.findNullable("cursor");
    if (cursor.isPresent() && !cursor.get().isString()) {
      fields.refuse("cursor", "must be a string, got " + RequestObject.kindOf(cursor.get()));
    } else if (cursor.isPresent() && cursorDamaged) {
      fields.refuse("cursor", "not a cursor of this catalog; use the \"next\" of an answer as is");
    }
  }

  int readSize(RequestObject fields) {
    return readCount(fields, "size", 1, MOST_HITS, DEFAULT_HITS);
  }

  int readOffers(RequestObject fields) {
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

  /**
   * What is counted.
   *
   * @param filters filters, each once
   * @param price whether totals are counted too
   */
  record Facets(List<CatalogFilter> filters, boolean price) {}

  Facets readFacets(RequestObject fields) {
    List<String> countable = new ArrayList<>();
    release.listFilters().stream()
        .filter(filter -> isCountable(filter.layout()))
        .map(CatalogFilter::name)
        .forEach(countable::add);
    boolean hasPrice =
        description.stay() != null && release.findFilter(SearchRequest.PRICE_FACET).isEmpty();
    if (hasPrice) {
      countable.add(SearchRequest.PRICE_FACET);
    }
    Set<String> names = readNames(fields, "facets", new RequestObject.Names("facet", countable));
    return new Facets(
        names.stream().flatMap(name -> release.findFilter(name).stream()).toList(),
        hasPrice && names.contains(SearchRequest.PRICE_FACET));
  }

  private static boolean isCountable(FilterLayout layout) {
    return !(layout instanceof FilterLayout.Point || layout instanceof FilterLayout.Keyword);
  }

  List<ShowColumn> readShow(RequestObject fields) {
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
}

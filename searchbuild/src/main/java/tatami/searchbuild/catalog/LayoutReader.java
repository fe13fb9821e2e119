package tatami.searchbuild.catalog;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import tatami.searchbuild.catalog.StayDefinition.PriceDefinition;
import tatami.searchbuild.catalog.StayDefinition.StayLimitDefinition;
import tatami.searchbuild.catalog.YamlNode.Entry;
import tatami.searchbuild.catalog.YamlNode.Scalar;
import tatami.searchtable.codec.NumberCodecs;
import tatami.searchtable.codec.TagCodecs;

/**
 * Reads what a catalog pins of a layout: columns under the names that {@code tatami layout} shows.
 */
final class LayoutReader {

  private static final List<String> JOIN_COLUMNS = List.of("property", "stock");

  private static final String SURROGATE = "id";

  private final Problems problems;
  private final Map<String, List<String>> codecsByColumn = new TreeMap<>();

  private LayoutReader(Problems problems) {
    this.problems = problems;
  }

  /** Reads the section {@code layout} of the property. */
  static LayoutDefinition read(Grain grain, List<SortDefinition> sorts, Problems problems) {
    LayoutReader reader = new LayoutReader(problems);
    reader.collectFilters(grain);
    sorts.stream()
        .filter(sort -> !sort.name().equals(SortDefinition.RECOMMENDED))
        .forEach(sort -> reader.codecsByColumn.put("sort_" + sort.name(), ownColumnWords()));
    return reader.readGrain(grain);
  }

  /**
   * Reads the section {@code layout} of the offer.
   *
   * @param hasZones whether properties have zones of their own, which go with the lead times
   */
  static LayoutDefinition read(
      Grain grain, StayDefinition stay, boolean hasZones, Problems problems) {
    LayoutReader reader = new LayoutReader(problems);
    reader.collectFilters(grain);
    reader.collectRules(stay);
    if (hasZones || stay.leadTime() != null) {
      reader.addRules("lead_time");
    }
    JOIN_COLUMNS.forEach(column -> reader.codecsByColumn.put(column, ownColumnWords()));
    return reader.readGrain(grain);
  }

  private LayoutDefinition readGrain(Grain grain) {
    return grain.section().section("layout").map(this::readSection).orElse(LayoutDefinition.NONE);
  }

  private void collectFilters(Grain grain) {
    for (FilterDefinition filter : grain.filters()) {
      String column = "filter_" + filter.name();
      if (filter instanceof FilterDefinition.Tags) {
        codecsByColumn.put(column, TagCodecs.WORDS);
      } else if (filter instanceof FilterDefinition.Point) {
        codecsByColumn.put(column + "_latitude", NumberCodecs.WORDS);
        codecsByColumn.put(column + "_longitude", NumberCodecs.WORDS);
      } else if (!(filter instanceof FilterDefinition.Keyword)) {
        codecsByColumn.put(column, NumberCodecs.WORDS);
      }
    }
  }

  /** Columns of the offer that come from the rules of its stay, as far as it has them. */
  private void collectRules(StayDefinition stay) {
    if (stay.saleWindow() != null) {
      addRules("sale_from", "sale_to");
    }
    if (stay.stayWindow() != null) {
      addRules("stay_from", "stay_to");
    }
    boolean isPerUnit = stay.price() instanceof PriceDefinition.PerUnit;
    if (stay.heads() != null && stay.heads().from() != null) {
      addRules("minimum_heads");
    }
    if ((stay.heads() != null && stay.heads().to() != null)
        || (isPerUnit && ((PriceDefinition.PerUnit) stay.price()).capacity() != null)) {
      addRules("maximum_heads");
    }
    addLimit(stay.lengths().minimum(), "minimum_stay");
    addLimit(stay.lengths().maximum(), "maximum_stay");
    addLimit(stay.lengths().minimumThrough(), "minimum_stay_through");
    addLimit(stay.lengths().maximumThrough(), "maximum_stay_through");
    addNumbers(stay);
  }

  private void addLimit(StayLimitDefinition limit, String column) {
    if (limit != null && limit.column() != null) {
      addRules(column);
    }
  }

  /** Columns that number what offers share. */
  private void addNumbers(StayDefinition stay) {
    if (stay.children() != null) {
      addRules("policy");
    }
    if (stay.longStay() != null) {
      addRules("long_stay");
    }
    if (stay.price() instanceof PriceDefinition.PerRoom) {
      addRules("largest_occupancy");
    }
  }

  private void addRules(String... columns) {
    for (String column : columns) {
      codecsByColumn.put(column, NumberCodecs.WORDS);
    }
  }

  /** What results are ordered by and tables are joined on is a column of its own. */
  private static List<String> ownColumnWords() {
    return NumberCodecs.WORDS.stream().filter(word -> !word.equals("bits")).toList();
  }

  private LayoutDefinition readSection(Section layout) {
    layout.allow(List.of("codec", "order"));
    Map<String, String> codecs = new LinkedHashMap<>();
    layout.section("codec").ifPresent(section -> readCodecs(section, codecs));
    List<String> order = new ArrayList<>();
    if (layout.has("order")) {
      for (Scalar word : layout.texts("order")) {
        if (order.contains(word.text())) {
          problems.add(
              word.place(),
              "column \"" + word.text() + "\" stands twice in " + layout.pathOf("order"));
        }
        readColumn(word, layout).ifPresent(order::add);
      }
    }
    return new LayoutDefinition(codecs, order);
  }

  private void readCodecs(Section section, Map<String, String> codecs) {
    for (Entry entry : section.entries()) {
      String column = entry.word().text();
      List<String> words = codecsByColumn.get(column);
      if (words == null) {
        addUnknown(entry.word(), section.where(), codecsByColumn.keySet());
      } else {
        section.choice(column, words).ifPresent(word -> codecs.put(column, word));
      }
    }
  }

  private Optional<String> readColumn(Scalar word, Section layout) {
    String column = word.text();
    if (!column.equals(SURROGATE) && !codecsByColumn.containsKey(column)) {
      Set<String> known = new TreeSet<>(codecsByColumn.keySet());
      known.add(SURROGATE);
      addUnknown(word, "in " + layout.pathOf("order"), known);
      return Optional.empty();
    }
    return Optional.of(column);
  }

  private void addUnknown(Scalar word, String where, Set<String> known) {
    List<String> parts =
        known.stream().filter(column -> column.startsWith(word.text() + "_")).sorted().toList();
    if (parts.isEmpty()) {
      problems.addUnknown(word, "column", where, known);
    } else {
      problems.add(
          word.place(),
          "unknown column \""
              + word.text()
              + "\" "
              + where
              + ": it is held in "
              + String.join(" and ", parts));
    }
  }
}

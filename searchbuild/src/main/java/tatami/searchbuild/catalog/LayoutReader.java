package tatami.searchbuild.catalog;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tatami.searchbuild.catalog.YamlNode.Entry;
import tatami.searchbuild.catalog.YamlNode.Scalar;
import tatami.searchtable.codec.NumberCodecs;
import tatami.searchtable.codec.TagCodecs;

/**
 * Reads what a catalog pins of a layout: columns under the names that {@code tatami layout} shows.
 */
final class LayoutReader {

  private static final List<String> JOIN_COLUMNS = List.of("property", "stock");

  /** Columns of the offer that come from the rules of its stay. */
  private static final List<String> RULE_COLUMNS =
      List.of(
          "sale_from",
          "sale_to",
          "stay_from",
          "stay_to",
          "minimum_heads",
          "maximum_heads",
          "minimum_stay",
          "maximum_stay");

  private static final String SURROGATE = "id";

  private final Problems problems;
  private final Map<String, List<String>> codecsByColumn = new TreeMap<>();

  private LayoutReader(Problems problems) {
    this.problems = problems;
  }

  /** Reads the section {@code layout} of a grain. */
  static LayoutDefinition read(Grain grain, List<SortDefinition> sorts, Problems problems) {
    LayoutReader reader = new LayoutReader(problems);
    reader.collect(grain, sorts);
    return grain.section().section("layout").map(reader::readSection).orElse(LayoutDefinition.NONE);
  }

  private void collect(Grain grain, List<SortDefinition> sorts) {
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
    sorts.stream()
        .filter(sort -> !sort.name().equals(SortDefinition.RECOMMENDED))
        .forEach(sort -> codecsByColumn.put("sort_" + sort.name(), ownColumnWords()));
    if (grain.section().has("parent")) {
      RULE_COLUMNS.forEach(column -> codecsByColumn.put(column, NumberCodecs.WORDS));
      JOIN_COLUMNS.forEach(column -> codecsByColumn.put(column, ownColumnWords()));
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
      layout.texts("order").forEach(word -> readColumn(word, layout).ifPresent(order::add));
    }
    return new LayoutDefinition(codecs, order);
  }

  private void readCodecs(Section section, Map<String, String> codecs) {
    for (Entry entry : section.entries()) {
      String column = entry.word().text();
      List<String> words = codecsByColumn.get(column);
      if (words == null) {
        problems.addUnknown(entry.word(), "column", section.where(), codecsByColumn.keySet());
      } else {
        section.choice(column, words).ifPresent(word -> codecs.put(column, word));
      }
    }
  }

  private Optional<String> readColumn(Scalar word, Section layout) {
    String column = word.text();
    if (!column.equals(SURROGATE) && !codecsByColumn.containsKey(column)) {
      problems.addUnknown(word, "column", "in " + layout.pathOf("order"), codecsByColumn.keySet());
      return Optional.empty();
    }
    return Optional.of(column);
  }
}

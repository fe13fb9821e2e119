package tatami.searchbuild.catalog;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import tatami.searchbuild.catalog.YamlNode.Entry;
import tatami.searchbuild.catalog.YamlNode.Scalar;

/** Reads the filters of property and offer; their names are unique across both. */
final class FilterReader {

  private static final List<String> KINDS =
      List.of("path", "category", "tags", "number", "point", "keyword");

  /** Words of a request that a filter of the same name could be taken for. */
  private static final Set<String> REQUEST_WORDS =
      Set.of(
          "stay",
          "check_in",
          "nights",
          "rooms",
          "party",
          "where",
          "price",
          "sort",
          "size",
          "cursor",
          "offers",
          "facets",
          "show",
          "from",
          "to");

  private final Map<String, Place> seen = new HashMap<>();
  private final Problems problems;

  FilterReader(Problems problems) {
    this.problems = problems;
  }

  List<FilterDefinition> read(Section grain, GrainColumns columns) {
    List<FilterDefinition> filters = new ArrayList<>();
    Optional<Section> section = grain.section("filter");
    for (Entry entry : section.map(Section::entries).orElse(List.of())) {
      checkName(entry.word());
      section
          .orElseThrow()
          .open(entry)
          .flatMap(filter -> readFilter(entry.word().text(), filter, columns))
          .ifPresent(filters::add);
    }
    section.ifPresent(names -> refuseSharedColumns(names, filters));
    return filters;
  }

  /** Points have two columns and tags one a word of bits: no other filter may be named so. */
  private void refuseSharedColumns(Section section, List<FilterDefinition> filters) {
    for (FilterDefinition wide : filters) {
      String further =
          wide instanceof FilterDefinition.Point
              ? "_(latitude|longitude)"
              : wide instanceof FilterDefinition.Tags ? "_[1-9][0-9]?" : "";
      Pattern columns = Pattern.compile(Pattern.quote(wide.name()) + further);
      for (FilterDefinition other : filters) {
        if (!further.isEmpty() && columns.matcher(other.name()).matches()) {
          problems.add(
              section.placeOf(other.name()),
              "filter \""
                  + other.name()
                  + "\" has the name of a column of filter \""
                  + wide.name()
                  + "\": rename one");
        }
      }
    }
  }

  private void checkName(Scalar word) {
    String name = word.text();
    Names.PART.check(word, "filter name", problems);
    if (REQUEST_WORDS.contains(name)) {
      problems.add(
          word.place(), "filter name \"" + name + "\" is a word of a request: choose another name");
    }
    Place first = seen.putIfAbsent(name, word.place());
    if (first != null) {
      problems.add(
          word.place(),
          "filter \"" + name + "\" stands twice, first in line " + first.line() + ": rename one");
    }
  }

  private Optional<FilterDefinition> readFilter(String name, Section filter, GrainColumns columns) {
    filter.allow(KINDS);
    List<String> kinds = KINDS.stream().filter(filter::has).toList();
    if (kinds.size() != 1) {
      if (kinds.size() > 1 || filter.entries().isEmpty()) {
        problems.add(
            filter.place(),
            filter.path()
                + " has one kind of "
                + String.join(", ", KINDS)
                + ", got "
                + (kinds.isEmpty() ? "none" : String.join(" and ", kinds)));
      }
      return Optional.empty();
    }
    return readKind(name, kinds.get(0), filter, columns);
  }

  private Optional<FilterDefinition> readKind(
      String name, String kind, Section filter, GrainColumns columns) {
    switch (kind) {
      case "path":
        return Optional.of(columns.readList(filter, kind, ColumnUse.TEXT))
            .map(levels -> new FilterDefinition.Path(name, levels));
      case "keyword":
        return Optional.of(columns.readList(filter, kind, ColumnUse.TEXT))
            .map(searched -> new FilterDefinition.Keyword(name, searched));
      case "category":
        return columns
            .readOne(filter, kind, ColumnUse.TEXT)
            .map(column -> new FilterDefinition.Category(name, column));
      case "tags":
        return columns
            .readOne(filter, kind, ColumnUse.TEXT_LIST)
            .map(column -> new FilterDefinition.Tags(name, column));
      case "number":
        return columns
            .readOne(filter, kind, ColumnUse.NUMBER)
            .map(column -> new FilterDefinition.Number(name, column));
      case "point":
        return readPoint(name, filter, columns);
      default:
        throw new IllegalStateException("a kind of filter without a reader: kind=" + kind);
    }
  }

  private Optional<FilterDefinition> readPoint(String name, Section filter, GrainColumns columns) {
    int before = problems.count();
    List<String> degrees = columns.readList(filter, "point", ColumnUse.DEGREES);
    if (degrees.size() == 2) {
      return Optional.of(new FilterDefinition.Point(name, degrees.get(0), degrees.get(1)));
    }
    if (problems.count() == before && columns.isComplete()) {
      problems.add(
          filter.placeOf("point"),
          filter.pathOf("point") + " is [latitude, longitude], got a list of " + degrees.size());
    }
    return Optional.empty();
  }
}

package tatami.searchbuild.catalog;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import tatami.searchbuild.catalog.SortDefinition.SortKey;
import tatami.searchbuild.catalog.YamlNode.Entry;
import tatami.searchbuild.catalog.YamlNode.Scalar;

/**
 * Reads the sorts of the property. A word that is a column is the column; the name of a sort stands
 * for that sort's keys, so it ends the list.
 */
final class SortReader {

  private static final Set<String> BUILT_IN = Set.of("price", "distance", "relevance");

  private final Section sorts;
  private final GrainColumns columns;
  private final Problems problems;
  private final Set<String> sortNames = new TreeSet<>();
  private final Map<String, Scalar> references = new LinkedHashMap<>();

  private SortReader(Section sorts, GrainColumns columns, Problems problems) {
    this.sorts = sorts;
    this.columns = columns;
    this.problems = problems;
    sorts.entries().forEach(entry -> sortNames.add(entry.word().text()));
  }

  /** Returns the sorts, {@code recommended} first; where that is absent, it goes by key. */
  static List<SortDefinition> read(Grain property, Problems problems) {
    Map<String, SortDefinition> sorts = new LinkedHashMap<>();
    if (!property.key().isEmpty()) {
      List<SortKey> byKey =
          property.key().stream().map(column -> new SortKey(column, false)).toList();
      sorts.put(SortDefinition.RECOMMENDED, new SortDefinition(SortDefinition.RECOMMENDED, byKey));
    }
    property
        .section()
        .section("sort")
        .map(section -> new SortReader(section, property.columns(), problems))
        .ifPresent(reader -> reader.readInto(sorts));
    return List.copyOf(sorts.values());
  }

  private void readInto(Map<String, SortDefinition> found) {
    for (Entry entry : sorts.entries()) {
      String name = entry.word().text();
      Names.PART.check(entry.word(), "sort name", problems);
      if (BUILT_IN.contains(name)) {
        problems.add(
            entry.word().place(), "sort \"" + name + "\" is built in: choose another name");
      }
      List<SortKey> keys = readKeys(name);
      if (!keys.isEmpty()) {
        found.put(name, new SortDefinition(name, keys));
      }
    }
    refuseCircles();
  }

  private List<SortKey> readKeys(String sort) {
    List<SortKey> keys = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    List<Scalar> words = sorts.texts(sort);
    for (Scalar word : words) {
      boolean last = word == words.get(words.size() - 1);
      Optional<SortKey> key = readKey(sort, word, last);
      if (key.isPresent() && !seen.add(key.get().column())) {
        problems.add(
            word.place(),
            "column \"" + key.get().column() + "\" stands twice in " + sorts.pathOf(sort));
      }
      key.ifPresent(keys::add);
    }
    return keys;
  }

  private Optional<SortKey> readKey(String sort, Scalar word, boolean last) {
    String[] parts = word.text().strip().split("\\s+");
    boolean directed = parts.length == 2 && List.of("asc", "desc").contains(parts[1]);
    if (parts.length > 1 && !directed) {
      problems.add(
          word.place(),
          "\""
              + word.text()
              + "\" in "
              + sorts.pathOf(sort)
              + " is \"COLUMN asc\" or \"COLUMN desc\"");
      return Optional.empty();
    }
    Scalar name = new Scalar(parts[0], true, word.place(), word.textPlace());
    boolean isSort =
        sortNames.contains(name.text()) || name.text().equals(SortDefinition.RECOMMENDED);
    if (columns.has(name.text())) {
      boolean unclear = isSort && !directed && !name.text().equals(sort);
      return unclear
          ? refuseUnclear(sort, name)
          : columns
              .find(name, sorts.pathOf(sort), ColumnUse.SINGLE)
              .map(column -> new SortKey(column, directed && parts[1].equals("desc")));
    }
    if (!columns.isComplete() && (directed || !isSort)) {
      return Optional.empty();
    }
    if (isSort) {
      return readReference(sort, name, directed, last);
    }
    Set<String> known = new TreeSet<>(columns.names());
    known.addAll(sortNames);
    problems.addUnknown(name, "column or sort", "in " + sorts.pathOf(sort), known);
    return Optional.empty();
  }

  private Optional<SortKey> refuseUnclear(String sort, Scalar name) {
    problems.add(
        name.place(),
        String.format(
            "\"%1$s\" in %2$s is a column and a sort:"
                + " write \"%1$s asc\" for the column, or rename the sort",
            name.text(), sorts.pathOf(sort)));
    return Optional.empty();
  }

  private Optional<SortKey> readReference(
      String sort, Scalar name, boolean directed, boolean last) {
    if (directed || !last) {
      problems.add(
          name.place(),
          "sort \""
              + name.text()
              + "\" in "
              + sorts.pathOf(sort)
              + (directed
                  ? " has its own directions: leave asc and desc out"
                  : " brings all of its keys: put it last"));
      return Optional.empty();
    }
    references.put(sort, name);
    return Optional.of(new SortKey(name.text(), false));
  }

  private void refuseCircles() {
    Set<String> reported = new HashSet<>();
    for (String start : references.keySet()) {
      List<String> way = new ArrayList<>();
      String sort = start;
      while (references.containsKey(sort) && !way.contains(sort)) {
        way.add(sort);
        sort = references.get(sort).text();
      }
      if (sort.equals(start) && !reported.contains(start)) {
        reported.addAll(way);
        way.add(start);
        problems.add(
            references.get(start).place(),
            sorts.path() + " goes in a circle: " + String.join(", then ", way));
      }
    }
  }
}

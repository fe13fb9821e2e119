package tatami.searchbuild.catalog;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import tatami.searchbuild.catalog.YamlNode.Entry;
import tatami.searchbuild.catalog.YamlNode.Scalar;

/** Reads what property and offer have in common. */
final class GrainReader {

  private static final List<String> WORDS =
      List.of(
          "from",
          "where",
          "parent",
          "key",
          "time_zone",
          "filter",
          "sort",
          "stay",
          "show",
          "layout");

  private final KnownFeeds feeds;
  private final FilterReader filters;
  private final Problems problems;

  GrainReader(KnownFeeds feeds, Problems problems) {
    this.feeds = feeds;
    this.filters = new FilterReader(problems);
    this.problems = problems;
  }

  Grain read(Entry entry, Section section) {
    Names.PART.check(entry.word(), "name in search", problems);
    section.allow(WORDS);
    section.require("from", "key");
    Optional<SqlText> from = readSql(section, "from");
    Optional<SqlText> where = readSql(section, "where");
    GrainColumns columns = readColumns(section, from);
    return new Grain(
        entry.word().text(),
        section,
        from.orElse(null),
        where.orElse(null),
        columns.readList(section, "key", ColumnUse.KEY),
        filters.read(section, columns),
        columns.readList(section, "show", ColumnUse.ANY),
        columns);
  }

  private Optional<SqlText> readSql(Section section, String word) {
    Optional<Scalar> text = section.text(word);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    Place place = text.get().textPlace();
    String sql = text.get().text().strip();
    Optional<String> complaint =
        sql.isEmpty() ? Optional.of("is empty") : new SqlWords(sql).complaint();
    complaint.ifPresent(what -> problems.add(place, section.pathOf(word) + " " + what));
    return complaint.isPresent()
        ? Optional.empty()
        : Optional.of(new SqlText(sql, place.line(), place.column()));
  }

  private GrainColumns readColumns(Section section, Optional<SqlText> from) {
    if (from.isEmpty()) {
      return new GrainColumns(List.of(), false, problems);
    }
    SqlWords words = new SqlWords(from.get().text());
    Place place = new Place(from.get().line(), from.get().column());
    Set<String> known = new TreeSet<>(feeds.list().stream().map(KnownFeed::name).toList());
    boolean complete = !known.isEmpty();
    for (String table : words.tables()) {
      if (!known.contains(table)) {
        Scalar word = new Scalar(table, true, place, place);
        feeds.refuse(word, "in " + section.pathOf("from"));
        complete = false;
      }
    }
    List<KnownFeed> named =
        words.names().stream()
            .map(name -> feeds.find(name).orElse(null))
            .filter(Objects::nonNull)
            .toList();
    if (named.isEmpty() && complete) {
      problems.add(
          place, section.pathOf("from") + " names no feed; known: " + String.join(", ", known));
      complete = false;
    }
    return new GrainColumns(named, complete, problems);
  }
}

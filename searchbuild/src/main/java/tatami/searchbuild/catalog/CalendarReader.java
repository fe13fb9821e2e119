package tatami.searchbuild.catalog;

import java.util.List;
import java.util.Optional;
import tatami.ingest.feed.CalendarDefinition;
import tatami.ingest.feed.ColumnDefinition;
import tatami.ingest.feed.ColumnType;
import tatami.searchbuild.catalog.KnownFeed.KnownColumn;
import tatami.searchbuild.catalog.YamlNode.Entry;
import tatami.searchbuild.catalog.YamlNode.Scalar;

/** Reads the calendar of a feed: the day, and what is packed over the days. */
final class CalendarReader {

  private final Problems problems;
  private List<KnownColumn> values = List.of();
  private Optional<CalendarDefinition> definition = Optional.empty();

  CalendarReader(Problems problems) {
    this.problems = problems;
  }

  void read(Section calendar, List<KnownColumn> columns) {
    int before = problems.count();
    calendar.allow(List.of("day", "values"));
    calendar.require("day", "values");
    Optional<ColumnDefinition> day = calendar.find("day").flatMap(node -> readDay(calendar, node));
    Optional<Section> section = calendar.section("values");
    if (section.isPresent()) {
      ColumnReader reader = new ColumnReader(section.get(), problems);
      values =
          section.get().entries().stream()
              .map(entry -> check(reader.read(entry), section.get().path(), columns))
              .toList();
      if (values.isEmpty()) {
        problems.add(calendar.placeOf("values"), section.get().path() + " is empty");
      }
    }
    if (problems.count() == before) {
      definition =
          Optional.of(new CalendarDefinition(day.orElseThrow(), FeedReader.definitionsOf(values)));
    }
  }

  private Optional<ColumnDefinition> readDay(Section calendar, YamlNode node) {
    if (node instanceof YamlNode.Mapping) {
      Entry day = new Entry(dayWord(calendar), node);
      return new ColumnReader(calendar, problems).readDay(day).definition();
    }
    return calendar.text("day").flatMap(this::readDayColumn);
  }

  private Optional<ColumnDefinition> readDayColumn(Scalar name) {
    if (!Names.COLUMN.fits(name.text())) {
      problems.add(
          name.place(),
          Names.COLUMN.complaint("column", name.text())
              + ": write day: {from: \""
              + name.text()
              + "\"}");
      return Optional.empty();
    }
    return Optional.of(ColumnReader.plain(name.text(), ColumnType.DATE));
  }

  private static Scalar dayWord(Section calendar) {
    Place place = calendar.placeOf("day");
    return new Scalar("day", true, place, place);
  }

  /** Checks a value; the type of one that cannot be packed is said to be wrong only here. */
  private KnownColumn check(KnownColumn value, String path, List<KnownColumn> columns) {
    if (columns.stream().anyMatch(column -> column.name().equals(value.name()))) {
      problems.add(
          value.word().place(),
          "\"" + value.name() + "\" is a column and a calendar value of one feed: rename one");
    }
    value
        .reference()
        .ifPresent(
            reference ->
                problems.add(
                    reference.place(),
                    path
                        + "."
                        + value.name()
                        + ".references is for columns, not for the values"
                        + " of a calendar"));
    if (value.type().filter(type -> !type.isPackable()).isEmpty()) {
      return value;
    }
    problems.add(
        value.word().place(),
        path
            + "."
            + value.name()
            + " is integer, bigint, boolean, money or pattern, got "
            + value.type().get().catalogName());
    return new KnownColumn(value.word(), Optional.empty(), Optional.empty(), Optional.empty());
  }

  Optional<CalendarDefinition> definition() {
    return definition;
  }

  List<KnownColumn> values() {
    return values;
  }
}

package tatami.searchbuild.catalog;

import java.math.BigInteger;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tatami.ingest.feed.ColumnDefinition;
import tatami.ingest.feed.ColumnDefinition.ListFormat;
import tatami.ingest.feed.ColumnReference;
import tatami.ingest.feed.ColumnType;
import tatami.searchbuild.catalog.KnownFeed.KnownColumn;
import tatami.searchbuild.catalog.YamlNode.Entry;
import tatami.searchbuild.catalog.YamlNode.Scalar;

/** Reads columns and calendar values: a type, or a map with the type and how a file writes it. */
final class ColumnReader {

  private static final List<String> WORDS =
      List.of("type", "from", "optional", "map", "strip", "split", "list", "json", "references");
  private static final List<String> DAY_WORDS = List.of("type", "from", "map", "strip");
  private static final List<String> TYPE_NAMES =
      Arrays.stream(ColumnType.values()).map(ColumnType::catalogName).toList();
  private static final Set<String> TRUTHS = Set.of("t", "f", "true", "false");

  private final Section columns;
  private final Problems problems;

  ColumnReader(Section columns, Problems problems) {
    this.columns = columns;
    this.problems = problems;
  }

  /** Returns a column that a file has under its own name, as it is. */
  static ColumnDefinition plain(String name, ColumnType type) {
    return new ColumnDefinition(name, type, List.of(name), false, Map.of(), "", List.of());
  }

  KnownColumn read(Entry entry) {
    int before = problems.count();
    Names.COLUMN.check(entry.word(), "column", problems);
    if (entry.value() instanceof YamlNode.Mapping) {
      Section column = columns.open(entry).orElseThrow();
      column.allow(WORDS);
      column.require("type");
      Optional<ColumnType> type =
          column.text("type").flatMap(word -> readType(word, column.pathOf("type")));
      return readWritten(entry.word(), column, type, before);
    }
    String name = entry.word().text();
    Optional<ColumnType> type =
        columns.text(name).flatMap(word -> readType(word, columns.pathOf(name)));
    if (type.equals(Optional.of(ColumnType.TEXT_LIST))) {
      problems.add(entry.value().place(), listHint(columns.pathOf(name)));
    }
    boolean good = problems.count() == before;
    return new KnownColumn(
        entry.word(),
        type,
        Optional.empty(),
        good ? type.map(known -> plain(name, known)) : Optional.empty());
  }

  /** Reads the date column of a calendar, written as a map. */
  KnownColumn readDay(Entry entry) {
    int before = problems.count();
    Section column = columns.open(entry).orElseThrow();
    column.allow(DAY_WORDS);
    column.require("from");
    column.choice("type", List.of(ColumnType.DATE.catalogName()));
    return readWritten(entry.word(), column, Optional.of(ColumnType.DATE), before);
  }

  private KnownColumn readWritten(
      Scalar word, Section column, Optional<ColumnType> type, int before) {
    List<String> from = column.texts("from").stream().map(Scalar::text).toList();
    boolean optional = column.flag("optional");
    Map<String, String> map = readMap(column, type);
    String strip = column.text("strip").map(Scalar::text).orElse("");
    List<ListFormat> formats = readListFormats(column, type);
    Optional<Scalar> reference = column.text("references");
    ColumnReference referred =
        reference.flatMap(written -> readReference(written, column, type)).orElse(null);
    if (problems.count() > before) {
      return new KnownColumn(word, type, reference, Optional.empty());
    }
    ColumnDefinition definition =
        new ColumnDefinition(
            word.text(),
            type.orElseThrow(),
            from.isEmpty() ? List.of(word.text()) : from,
            optional,
            map,
            strip,
            formats,
            referred);
    return new KnownColumn(word, type, reference, Optional.of(definition));
  }

  private Optional<ColumnType> readType(Scalar word, String path) {
    Optional<ColumnType> type =
        Arrays.stream(ColumnType.values())
            .filter(known -> known.catalogName().equals(word.text()))
            .findFirst();
    if (type.isEmpty()) {
      problems.addUnknown(word, "type", "in " + path, TYPE_NAMES);
    }
    return type;
  }

  private Optional<ColumnReference> readReference(
      Scalar written, Section column, Optional<ColumnType> type) {
    if (type.isPresent() && !ColumnUse.KEY.fits(type.get())) {
      problems.add(
          column.placeOf("references"),
          "\"references\" "
              + column.where()
              + " is for type "
              + ColumnUse.KEY.types()
              + ", got type "
              + type.get().catalogName());
    }
    String[] parts = written.text().split("\\.", -1);
    if (parts.length != 2) {
      problems.add(
          written.place(),
          column.pathOf("references") + " is FEED.COLUMN, got " + written.describe());
      return Optional.empty();
    }
    return Optional.of(new ColumnReference(parts[0], parts[1]));
  }

  private Map<String, String> readMap(Section column, Optional<ColumnType> type) {
    Map<String, String> map = new LinkedHashMap<>();
    Optional<Section> section = column.section("map");
    if (section.isPresent() && section.get().entries().isEmpty()) {
      problems.add(column.placeOf("map"), section.get().path() + " is empty: leave it out");
    }
    for (Entry entry : section.map(Section::entries).orElse(List.of())) {
      String path = section.orElseThrow().pathOf(entry.word().text());
      if (entry.value() instanceof Scalar) {
        Scalar meaning = (Scalar) entry.value();
        map.put(entry.word().text(), meaning.text());
        checkMeaning(meaning, path, type);
      } else if (entry.value() instanceof YamlNode.Refused) {
        problems.addFollowing();
      } else {
        problems.add(entry.value().place(), path + " is a text, got " + entry.value().describe());
      }
    }
    return map;
  }

  private void checkMeaning(Scalar meaning, String path, Optional<ColumnType> type) {
    if (meaning.plain() && meaning.text().isEmpty()) {
      problems.add(meaning.place(), path + " has no value: write \"\" for an absent one");
    } else if (type.isPresent()
        && !meaning.text().isEmpty()
        && !canRead(meaning.text(), type.get())) {
      problems.add(
          meaning.place(),
          path + " is \"" + meaning.text() + "\", which is no " + type.get().catalogName());
    }
  }

  private static boolean canRead(String text, ColumnType type) {
    switch (type) {
      case INTEGER:
        return isWhole(text, Integer.SIZE);
      case BIGINT:
        return isWhole(text, Long.SIZE);
      case NUMERIC:
      case MONEY:
        return text.matches("-?[0-9]+(\\.[0-9]+)?");
      case DATE:
        return text.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}");
      case BOOLEAN:
        return TRUTHS.contains(text);
      case TIME:
        return text.matches("([01][0-9]|2[0-3]):[0-5][0-9]");
      case TIME_ZONE:
        return ZoneId.getAvailableZoneIds().contains(text);
      case CURRENCY:
        return text.matches("[A-Z]{3}");
      case PATTERN:
        return text.matches("[01]{1,62}");
      default:
        return true;
    }
  }

  private static boolean isWhole(String text, int bits) {
    return text.matches("-?[0-9]+") && new BigInteger(text).bitLength() < bits;
  }

  private List<ListFormat> readListFormats(Section column, Optional<ColumnType> type) {
    List<ListFormat> formats = new ArrayList<>();
    if (column.flag("json")) {
      formats.add(new ListFormat.Json());
    }
    for (Scalar word : column.texts("list")) {
      readListFormat(word, column.pathOf("list"))
          .filter(format -> !formats.contains(format))
          .ifPresent(formats::add);
    }
    column.text("split").ifPresent(word -> formats.add(new ListFormat.Split(word.text())));
    boolean isList = type.equals(Optional.of(ColumnType.TEXT_LIST));
    if (isList && formats.isEmpty() && !column.has("list") && !column.has("split")) {
      problems.add(column.placeOf("type"), listHint(column.path()));
    }
    if (!isList && type.isPresent()) {
      refuseListWords(column, type.get());
    }
    return formats;
  }

  private void refuseListWords(Section column, ColumnType type) {
    for (String word : List.of("json", "list", "split")) {
      if (column.has(word)) {
        problems.add(
            column.placeOf(word),
            "\""
                + word
                + "\" "
                + column.where()
                + " is for type text[], got type "
                + type.catalogName());
      }
    }
  }

  private Optional<ListFormat> readListFormat(Scalar word, String path) {
    if (word.text().equals("json")) {
      return Optional.of(new ListFormat.Json());
    }
    if (word.text().equals("braces")) {
      return Optional.of(new ListFormat.Braces());
    }
    problems.addUnknown(word, "list format", "in " + path, List.of("json", "braces"));
    return Optional.empty();
  }

  private static String listHint(String path) {
    return path
        + " is text[], so say how a file writes the list:"
        + " {type: \"text[]\", split: \"|\"} or {type: \"text[]\", list: [json, braces]}";
  }
}

package tatami.searchbuild.catalog;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tatami.ingest.feed.ColumnType;
import tatami.searchbuild.catalog.KnownFeed.KnownColumn;
import tatami.searchbuild.catalog.StayDefinition.CalendarValue;
import tatami.searchbuild.catalog.StayDefinition.PriceDefinition;
import tatami.searchbuild.catalog.YamlNode.Scalar;
import tatami.searchtable.calendar.OwnDays;
import tatami.searchtable.calendar.SharedDays;

/** Reads what a night costs. */
final class PriceReader {

  private static final List<String> WORDS =
      List.of("feed", "value", "per", "capacity", "occupancy", "class", "codec");
  private static final List<String> CODECS = List.of(OwnDays.WORD, SharedDays.WORD);
  private static final String LATER_MODEL = "group";

  private final KnownFeeds feeds;
  private final GrainColumns columns;
  private final CalendarValueReader calendarValues;
  private final Problems problems;

  PriceReader(
      KnownFeeds feeds,
      GrainColumns columns,
      CalendarValueReader calendarValues,
      Problems problems) {
    this.feeds = feeds;
    this.columns = columns;
    this.calendarValues = calendarValues;
    this.problems = problems;
  }

  Optional<PriceDefinition> read(Section price) {
    price.allow(WORDS);
    price.require("per");
    Optional<String> model = readModel(price);
    if (model.isEmpty()) {
      return Optional.empty();
    }
    return switch (model.get()) {
      case "unit" -> readPerUnit(price);
      case "person" -> readPerHeads(price, "person", PriceDefinition.PerPerson::new);
      case "room" -> readPerHeads(price, "room", PriceDefinition.PerRoom::new);
      default -> throw new IllegalStateException("a model without a reader: model=" + model.get());
    };
  }

  private Optional<String> readModel(Section price) {
    Optional<Scalar> later = price.text("per").filter(word -> word.text().equals(LATER_MODEL));
    if (later.isPresent()) {
      problems.add(
          later.get().place(),
          LaterWords.notYet(
              price.pathOf("per") + " \"" + later.get().text() + "\"", "use unit, person or room"));
      return Optional.empty();
    }
    return price.choice("per", List.of("unit", "person", "room"));
  }

  private Optional<PriceDefinition> readPerUnit(Section price) {
    refuse(price, "unit", "occupancy", "class");
    Optional<String> capacity = columns.readOne(price, "capacity", ColumnUse.HEADS);
    return calendarValues
        .read(price, ColumnUse.AMOUNT, Set.of())
        .map(amount -> CalendarValueReader.pin(amount, price, CODECS))
        .map(amount -> new PriceDefinition.PerUnit(amount, capacity.orElse(null)));
  }

  /** Makes the price of a model whose feed has a row for each number of heads and class. */
  private interface ModelOfHeads {
    PriceDefinition of(CalendarValue amount, String occupancy, String personClass);
  }

  private Optional<PriceDefinition> readPerHeads(
      Section price, String modelWord, ModelOfHeads model) {
    refuse(price, modelWord, "capacity");
    price.require("occupancy", "class");
    Optional<KnownFeed> feed = price.text("feed").flatMap(word -> feeds.find(word.text()));
    Optional<String> occupancy = readKey(price, "occupancy", feed, ColumnType.INTEGER);
    Optional<String> personClass = readKey(price, "class", feed, ColumnType.TEXT);
    Set<String> ownKeys = new HashSet<>();
    price.text("occupancy").map(Scalar::text).ifPresent(ownKeys::add);
    price.text("class").map(Scalar::text).ifPresent(ownKeys::add);
    Optional<CalendarValue> amount =
        calendarValues
            .read(price, ColumnUse.AMOUNT, ownKeys)
            .map(value -> CalendarValueReader.pin(value, price, CODECS));
    if (amount.isEmpty() || occupancy.isEmpty() || personClass.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(model.of(amount.get(), occupancy.get(), personClass.get()));
  }

  private Optional<String> readKey(
      Section price, String word, Optional<KnownFeed> feed, ColumnType type) {
    Optional<Scalar> name = price.text(word);
    if (name.isEmpty() || feed.isEmpty()) {
      return Optional.empty();
    }
    String path = price.pathOf(word);
    if (!feed.get().key().contains(name.get().text())) {
      String where = "of feed \"" + feed.get().name() + "\" in " + path;
      problems.addUnknown(name.get(), "key column", where, feed.get().key());
      return Optional.empty();
    }
    Optional<ColumnType> unfit =
        feed.get()
            .findColumn(name.get().text())
            .flatMap(KnownColumn::type)
            .filter(known -> known != type);
    if (unfit.isPresent()) {
      problems.add(
          name.get().place(),
          "column \""
              + name.get().text()
              + "\" in "
              + path
              + " is "
              + unfit.get().catalogName()
              + ", it takes "
              + type.catalogName());
      return Optional.empty();
    }
    return name.map(Scalar::text);
  }

  private void refuse(Section price, String model, String... words) {
    for (String word : words) {
      if (price.has(word)) {
        problems.add(
            price.placeOf(word), "\"" + word + "\" " + price.where() + " has no use per " + model);
      }
    }
  }
}

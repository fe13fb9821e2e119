package tatami.searchbuild.catalog;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import tatami.searchbuild.catalog.StayDefinition.CalendarValue;
import tatami.searchbuild.catalog.StayDefinition.ChildrenDefinition;
import tatami.searchbuild.catalog.StayDefinition.ColumnPair;
import tatami.searchbuild.catalog.StayDefinition.LeadTimeDefinition;
import tatami.searchbuild.catalog.StayDefinition.LengthLimits;
import tatami.searchbuild.catalog.StayDefinition.LongStayDefinition;
import tatami.searchbuild.catalog.StayDefinition.NightDefinition;
import tatami.searchbuild.catalog.YamlNode.Scalar;
import tatami.searchtable.calendar.OwnDays;
import tatami.searchtable.calendar.SharedDays;
import tatami.searchtable.description.CubeShapes;

/** Reads what a stay is made of. */
final class StayReader {

  private static final List<String> WORDS =
      List.of(
          "stock",
          "price",
          "closed",
          "stop_sell",
          "arrival_closed",
          "departure_closed",
          "min_stay",
          "max_stay",
          "min_stay_through",
          "max_stay_through",
          "stay_pattern",
          "lead_time",
          "children",
          "long_stay",
          "sale",
          "stay_window",
          "heads",
          "cube");

  private static final List<String> CODECS = List.of(OwnDays.WORD, SharedDays.WORD);

  private final Section stay;
  private final KnownFeeds feeds;
  private final GrainColumns columns;
  private final CalendarValueReader calendarValues;
  private final PriceReader prices;
  private final StayLimitReader limits;
  private final Problems problems;

  StayReader(Section stay, KnownFeeds feeds, GrainColumns columns, Problems problems) {
    this.stay = stay;
    this.feeds = feeds;
    this.columns = columns;
    this.calendarValues = new CalendarValueReader(feeds, columns, problems);
    this.prices = new PriceReader(feeds, columns, calendarValues, problems);
    this.limits = new StayLimitReader(feeds, columns, calendarValues, problems);
    this.problems = problems;
  }

  Optional<StayDefinition> read() {
    int before = problems.count();
    stay.allow(WORDS);
    stay.require("stock", "price");
    Optional<CalendarValue> stock = readStock();
    Optional<StayDefinition.PriceDefinition> price = stay.section("price").flatMap(prices::read);
    LengthLimits lengths = readLengths();
    NightDefinition nights = new NightReader(stay, calendarValues, problems).read();
    LeadTimeDefinition leadTime =
        stay.section("lead_time").map(new LeadTimeReader(columns, problems)::read).orElse(null);
    ChildrenDefinition children =
        stay.section("children")
            .flatMap(new ChildrenReader(feeds, columns, problems)::read)
            .orElse(null);
    LongStayDefinition longStay =
        stay.section("long_stay")
            .flatMap(new LongStayReader(feeds, columns, problems)::read)
            .orElse(null);
    ColumnPair sale = readPair("sale", ColumnUse.DAY);
    ColumnPair window = readPair("stay_window", ColumnUse.DAY);
    ColumnPair heads = readPair("heads", ColumnUse.HEADS);
    CubeShapes cube = stay.section("cube").flatMap(new CubeReader(problems)::read).orElse(null);
    if (problems.count() > before || stock.isEmpty() || price.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new StayDefinition(
            stock.get(),
            price.get(),
            lengths,
            sale,
            window,
            heads,
            nights,
            leadTime,
            children,
            longStay,
            cube));
  }

  private LengthLimits readLengths() {
    return new LengthLimits(
        limits.read(stay, "min_stay").orElse(null),
        limits.read(stay, "max_stay").orElse(null),
        limits.read(stay, "min_stay_through").orElse(null),
        limits.read(stay, "max_stay_through").orElse(null));
  }

  private Optional<CalendarValue> readStock() {
    YamlNode node = stay.find("stock").orElse(null);
    if (node instanceof Scalar) {
      return stay.text("stock")
          .flatMap(
              word -> calendarValues.readOnlyValue(word, stay.pathOf("stock"), ColumnUse.STOCK));
    }
    Optional<Section> stock = stay.section("stock");
    stock.ifPresent(section -> section.allow(List.of("feed", "value", "codec")));
    return stock.flatMap(
        section ->
            calendarValues
                .read(section, ColumnUse.STOCK, Set.of())
                .map(value -> CalendarValueReader.pin(value, section, CODECS)));
  }

  /** Reads {@code [from, to]}, or a map with one or both; null where the word is absent. */
  private ColumnPair readPair(String word, ColumnUse use) {
    YamlNode node = stay.find(word).orElse(null);
    if (node instanceof YamlNode.Mapping) {
      Section pair = stay.section(word).orElseThrow();
      pair.allow(List.of("from", "to"));
      if (!pair.has("from") && !pair.has("to")) {
        problems.add(stay.placeOf(word), pair.path() + " needs from, to or both");
      }
      return new ColumnPair(
          columns.readOne(pair, "from", use).orElse(null),
          columns.readOne(pair, "to", use).orElse(null));
    }
    if (node == null) {
      return null;
    }
    if (node instanceof YamlNode.Refused) {
      problems.addFollowing();
      return null;
    }
    List<YamlNode> items =
        node instanceof YamlNode.Sequence ? ((YamlNode.Sequence) node).items() : List.of();
    if (items.size() != 2) {
      problems.add(
          node.place(),
          stay.pathOf(word)
              + " is [FROM, TO], got "
              + (items.size() == 1 ? "a list of one" : node.describe())
              + ": where one end is open, write {from: FROM} or {to: TO}");
      return null;
    }
    List<String> ends = columns.readList(stay, word, use);
    return ends.size() == 2 ? new ColumnPair(ends.get(0), ends.get(1)) : null;
  }
}

package tatami.query.stay;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tatami.query.request.Guests;
import tatami.query.request.Guests.NamedRooms;
import tatami.query.request.Guests.Room;
import tatami.query.stay.StayTerms.StayJudge;
import tatami.searchtable.calendar.OwnDays;
import tatami.searchtable.codec.IntegerWidth;
import tatami.searchtable.codec.PlainNumber;
import tatami.searchtable.description.ChildPolicy;
import tatami.searchtable.description.ChildPolicy.AgeBand;
import tatami.searchtable.description.GrainTable;
import tatami.searchtable.description.LeadTime;
import tatami.searchtable.description.LongStay;
import tatami.searchtable.description.LongStay.Rebate;
import tatami.searchtable.description.ReleaseDescription;
import tatami.searchtable.description.ReleaseDescription.CurrencyUnit;
import tatami.searchtable.description.ReleaseDescription.Horizon;
import tatami.searchtable.description.StayLayout;
import tatami.searchtable.description.StayLayout.NightRules;
import tatami.searchtable.description.StayLayout.OfferCalendar;
import tatami.searchtable.description.StayLayout.OfferRules;
import tatami.searchtable.description.StayLayout.PriceModel;
import tatami.searchtable.description.StayLayout.PriceTable;
import tatami.searchtable.description.StayLayout.StayLimit;

/**
 * One offer and its calendars, drawn as a table, and what may be asked about it.
 *
 * <p>The table's first line has the first night and a label for each night, every other line a
 * calendar: {@code stock}, {@code closed}, {@code stop_sell}, {@code arrival_closed}, {@code
 * departure_closed} (x = closed), {@code min_stay}, {@code max_stay}, {@code min_through}, {@code
 * max_through}, {@code pattern} (such as 011), and prices: {@code unit}, {@code child_a in 3} (a
 * person in a room of three), {@code room for 2}, {@code extra adult}.
 */
final class StayScene {

  private static final int OFFER = 17;
  private static final int STOCK = 4;
  private static final OwnDays CELLS = new OwnDays(1);
  private static final PlainNumber NUMBER =
      new PlainNumber("number", IntegerWidth.INT8, 0, 1, null, true);

  private final PriceModel model;
  private final LocalDate firstNight;
  private final List<String> labels;
  private final Map<String, List<long[]>> calendars = new TreeMap<>();
  private final Map<OfferNumber, Long> numbers = new EnumMap<>(OfferNumber.class);
  private final List<ChildPolicy> policies = new ArrayList<>();
  private final List<LongStay> longStays = new ArrayList<>();
  private final List<LeadTime> leadTimes = new ArrayList<>();
  private boolean hasPolicies;
  private String zone = "Asia/Tokyo";
  private Instant now;

  private StayScene(PriceModel model, String table) {
    this.model = model;
    List<String> lines = table.lines().filter(line -> !line.isBlank()).toList();
    List<String> head = fields(lines.get(0));
    firstNight = LocalDate.parse(head.get(0));
    labels = head.subList(1, head.size());
    now = firstNight.minusDays(10).atStartOfDay(ZoneId.of(zone)).toInstant();
    lines.stream().skip(1).map(StayScene::fields).forEach(this::addCalendar);
  }

  /** An offer with no calendar so far. */
  static StayScene empty(PriceModel model, LocalDate firstNight, int nights) {
    StringBuilder head = new StringBuilder(firstNight.toString());
    for (int night = 0; night < nights; night++) {
      head.append(" | ").append(firstNight.plusDays(night).getDayOfMonth());
    }
    return new StayScene(model, head.toString());
  }

  static StayScene perPerson(String table) {
    return new StayScene(PriceModel.PER_PERSON, table);
  }

  static StayScene perRoom(String table) {
    return new StayScene(PriceModel.PER_ROOM, table);
  }

  static StayScene perUnit(String table) {
    return new StayScene(PriceModel.PER_UNIT, table);
  }

  private static List<String> fields(String line) {
    return Arrays.stream(line.split("\\|", -1)).map(String::strip).toList();
  }

  private void addCalendar(List<String> fields) {
    assertThat(fields).as("a cell for each night").hasSize(labels.size() + 1);
    long[] values = fields.stream().skip(1).mapToLong(text -> cell(fields.get(0), text)).toArray();
    calendars.computeIfAbsent(fields.get(0), name -> new ArrayList<>()).add(values);
  }

  /** Adds a calendar. */
  StayScene withCalendar(String name, long[] values) {
    calendars.computeIfAbsent(name, each -> new ArrayList<>()).add(values);
    return this;
  }

  private static long cell(String name, String text) {
    if (text.isEmpty()) {
      return NightCells.MISSING;
    }
    if (name.equals("pattern")) {
      long bits = Long.parseLong(new StringBuilder(text).reverse().toString(), 2);
      return bits | 1L << text.length();
    }
    return text.equals("x") ? 1 : Long.parseLong(text);
  }

  /** Gives the offer a number. */
  StayScene with(OfferNumber number, long value) {
    numbers.put(number, value);
    return this;
  }

  /** Gives the offer the number of a day. */
  StayScene with(OfferNumber number, LocalDate day) {
    return with(number, StayLayout.Window.dayNumber(day));
  }

  /** Says that the catalog has policies, of which the offer has none so far. */
  StayScene withPolicies() {
    hasPolicies = true;
    return this;
  }

  /** Gives the offer a child policy. */
  StayScene withPolicy(AgeBand... bands) {
    policies.add(new ChildPolicy(List.of(bands)));
    return withPolicies().with(OfferNumber.POLICY, policies.size() - 1L);
  }

  /** Gives the offer rebates. */
  StayScene withRebates(Rebate... rules) {
    longStays.add(new LongStay(List.of(rules)));
    return with(OfferNumber.LONG_STAY, longStays.size() - 1L);
  }

  /** Gives the offer a lead time. */
  StayScene withLeadTime(LeadTime leadTime) {
    leadTimes.add(leadTime);
    return with(OfferNumber.LEAD_TIME, leadTimes.size() - 1L);
  }

  /** Sets the catalog's zone. */
  StayScene inZone(String name) {
    zone = name;
    return this;
  }

  /** Sets the clock, as a local time of the catalog's zone. */
  StayScene at(String localTime) {
    return at(LocalDateTime.parse(localTime).atZone(ZoneId.of(zone)));
  }

  /** Sets the clock. */
  StayScene at(ZonedDateTime time) {
    now = time.toInstant();
    return this;
  }

  /**
   * Compares what is asked with what comes back: each line has a stay, such as {@code Tue 2
   * nights}, and a total or a code.
   *
   * @param guests as in {@link PartyText}
   */
  void check(String guests, String stays) {
    String answers =
        stays
            .lines()
            .filter(line -> !line.isBlank())
            .map(line -> line.substring(0, line.indexOf('|') + 1) + " " + answer(guests, line))
            .collect(Collectors.joining("\n"));
    String expected =
        stays
            .lines()
            .filter(line -> !line.isBlank())
            .map(String::stripTrailing)
            .collect(Collectors.joining("\n"));
    assertThat(answers).as(guests).isEqualTo(expected);
  }

  private String answer(String guests, String line) {
    String[] words = fields(line).get(0).split(" ");
    int checkIn = labels.indexOf(words[0]);
    assertThat(checkIn).as("label of a night: " + words[0]).isNotNegative();
    return verdict(guests, checkIn, Integer.parseInt(words[1]));
  }

  /** Returns a stay's total or code. */
  String verdict(String guests, int checkIn, int nights) {
    return verdict(PartyText.parse(guests), checkIn, nights);
  }

  /** Returns a stay's total or code. */
  String verdict(Guests guests, int checkIn, int nights) {
    StayTerms terms = terms(guests);
    long verdict = judge(terms, terms.needs(checkIn, checkIn, nights)).judge(0, checkIn, nights);
    return verdict >= 0 ? "" + verdict : WhyNot.values()[(int) (-1 - verdict)].code();
  }

  /** Returns the rooms of a stay that has a total. */
  String rooms(String guests, int checkIn, int nights) {
    return PartyText.of(new NamedRooms(rooms(PartyText.parse(guests), checkIn, nights)));
  }

  /** Returns the rooms of a stay that has a total. */
  List<Room> rooms(Guests guests, int checkIn, int nights) {
    StayTerms terms = terms(guests);
    StayJudge judge = judge(terms, terms.needs(checkIn, checkIn, nights));
    assertThat(judge.judge(0, checkIn, nights)).isNotNegative();
    return judge.rooms(0, checkIn, nights);
  }

  /** Returns the lowest and the highest total of one open night, such as {@code 90 to 120}. */
  String openNights(String guests) {
    return openNights(PartyText.parse(guests));
  }

  /** Returns the lowest and the highest total of one open night, such as {@code 90 to 120}. */
  String openNights(Guests guests) {
    StayTerms terms = terms(guests);
    long[] totals = judge(terms, terms.needsOfOpenNights()).openNights(0);
    return totals == null ? "none" : totals[0] + " to " + totals[1];
  }

  PriceModel model() {
    return model;
  }

  LocalDate firstNight() {
    return firstNight;
  }

  int nights() {
    return labels.size();
  }

  ZoneId zone() {
    return ZoneId.of(zone);
  }

  Instant now() {
    return now;
  }

  /** Returns the calendars of a name. */
  List<long[]> calendars(String name) {
    return calendars.getOrDefault(name, List.of());
  }

  /** Returns a number of the offer; null for none. */
  Long number(OfferNumber number) {
    return numbers.get(number);
  }

  boolean hasPolicies() {
    return hasPolicies;
  }

  /** Returns the offer's child policy; null for none. */
  ChildPolicy policy() {
    Long number = numbers.get(OfferNumber.POLICY);
    return number == null ? null : policies.get(number.intValue());
  }

  /** Returns the offer's rebates. */
  List<Rebate> rebates() {
    Long number = numbers.get(OfferNumber.LONG_STAY);
    return number == null ? List.of() : longStays.get(number.intValue()).rules();
  }

  /** Returns the offer's lead time; null for none. */
  LeadTime leadTime() {
    Long number = numbers.get(OfferNumber.LEAD_TIME);
    return number == null ? null : leadTimes.get(number.intValue());
  }

  StayTerms terms(String guests) {
    return terms(PartyText.parse(guests));
  }

  StayTerms terms(Guests guests) {
    return StayTerms.of(description(), guests, now);
  }

  StayJudge judge(StayTerms terms, StayNeeds needs) {
    return terms.judge(new OneOffer(), cells(needs));
  }

  private StayCells cells(StayNeeds needs) {
    List<NightCells> prices = new ArrayList<>();
    for (int place = 0; place < priceNames().size(); place++) {
      boolean isNeeded = needs.prices().contains(place);
      prices.add(isNeeded ? first(priceNames().get(place), OFFER, needs) : null);
    }
    return new StayCells(
        first("stock", STOCK, needs),
        prices,
        first("min_stay", OFFER, needs),
        first("max_stay", OFFER, needs),
        first("min_through", OFFER, needs),
        first("max_through", OFFER, needs),
        all("closed", needs),
        all("stop_sell", needs),
        all("arrival_closed", needs),
        all("departure_closed", needs),
        first("pattern", OFFER, needs));
  }

  private NightCells first(String name, int row, StayNeeds needs) {
    List<long[]> rows = calendars.get(name);
    if (rows == null) {
      return name.equals("stock") ? (id, night) -> NightCells.MISSING : null;
    }
    return new ReadCells(name, row, rows.get(0), needs);
  }

  private List<NightCells> all(String name, StayNeeds needs) {
    return calendars.getOrDefault(name, List.of()).stream()
        .map(values -> (NightCells) new ReadCells(name, OFFER, values, needs))
        .toList();
  }

  private List<String> priceNames() {
    return calendars.keySet().stream()
        .filter(name -> name.equals("unit") || name.contains(" "))
        .toList();
  }

  private PriceTable priceTable(String name) {
    String[] words = name.split(" ");
    return switch (model) {
      case PER_UNIT -> new PriceTable(0, null, name, CELLS, 1);
      case PER_PERSON -> new PriceTable(Integer.parseInt(words[2]), words[0], name, CELLS, 1);
      case PER_ROOM ->
          words[0].equals("room")
              ? new PriceTable(Integer.parseInt(words[2]), null, name, CELLS, 1)
              : new PriceTable(0, words[1], name, CELLS, 1);
    };
  }

  private long largestOccupancy() {
    return calendars.keySet().stream()
        .filter(name -> name.startsWith("room for "))
        .mapToLong(name -> Long.parseLong(name.substring("room for ".length())))
        .max()
        .orElse(Offers.ABSENT);
  }

  private ReleaseDescription description() {
    GrainTable grain = new GrainTable("t", "t", 1, "v", List.of(), List.of(), List.of(), List.of());
    return new ReleaseDescription(
        ReleaseDescription.CURRENT_FORMAT,
        "inns",
        "release",
        zone,
        new CurrencyUnit("JPY", 0),
        new Horizon(firstNight, labels.size()),
        99,
        grain,
        grain,
        layout(),
        Map.of());
  }

  private StayLayout layout() {
    return new StayLayout(
        "stock",
        CELLS,
        model,
        priceNames().stream().map(this::priceTable).toList(),
        rules(),
        policies,
        longStays,
        leadTimes,
        null);
  }

  private OfferRules rules() {
    StayLimit limit = new StayLimit(NUMBER, null, null);
    NightRules nights =
        new NightRules(
            calendarsOf("closed"),
            calendarsOf("stop_sell"),
            calendarsOf("arrival_closed"),
            calendarsOf("departure_closed"),
            calendars.containsKey("pattern") ? new OfferCalendar("pattern", CELLS) : null);
    return new OfferRules(
        new StayLayout.Window(NUMBER, NUMBER),
        new StayLayout.Window(NUMBER, NUMBER),
        NUMBER,
        NUMBER,
        limit,
        limit,
        limit,
        limit,
        nights,
        hasPolicies ? NUMBER : null,
        longStays.isEmpty() ? null : NUMBER,
        leadTimes.isEmpty() ? null : NUMBER,
        model == PriceModel.PER_ROOM ? NUMBER : null);
  }

  private List<OfferCalendar> calendarsOf(String name) {
    int count = calendars.getOrDefault(name, List.of()).size();
    return Collections.nCopies(count, new OfferCalendar(name, CELLS));
  }

  /** The only offer. */
  private final class OneOffer implements Offers {

    @Override
    public int count() {
      return 1;
    }

    @Override
    public int id(int position) {
      return OFFER;
    }

    @Override
    public int property(int position) {
      return 1;
    }

    @Override
    public int stock(int position) {
      return STOCK;
    }

    @Override
    public long number(OfferNumber number, int position) {
      if (number == OfferNumber.LARGEST_OCCUPANCY) {
        return numbers.getOrDefault(number, largestOccupancy());
      }
      return numbers.getOrDefault(number, ABSENT);
    }
  }

  /** A calendar that refuses to be read where nobody said that it would be. */
  private record ReadCells(String name, int row, long[] values, StayNeeds needs)
      implements NightCells {

    @Override
    public long at(int id, int night) {
      int last = needs.lastNight() + (name.equals("departure_closed") ? 1 : 0);
      if (id != row || night < needs.firstNight() || night > last) {
        throw new AssertionError(name + " is read: row=" + id + " night=" + night + " " + needs);
      }
      return values[night];
    }
  }
}

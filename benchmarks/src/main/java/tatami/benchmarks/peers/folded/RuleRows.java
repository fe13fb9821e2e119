package tatami.benchmarks.peers.folded;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tatami.benchmarks.normalised.NormalisedTables;
import tatami.benchmarks.peers.folded.StayRules.HotelDays;
import tatami.benchmarks.peers.folded.StayRules.PlanDay;
import tatami.benchmarks.peers.folded.StayRules.PlanRules;
import tatami.benchmarks.scratch.ScratchDatabase;

/** Rules of plans, days of hotels and nights of rooms, by the numbers of the normalised schema. */
final class RuleRows {

  private static final int SECONDS_A_DAY = 86_400;

  private static final String HOTEL_DAYS =
      """
      SELECT hotel_id, night - date '{price.first}' AS day, closed, arrival_closed,
        departure_closed
      FROM normalised.hotel_day WHERE night >= date '{price.first}'""";

  private static final String PLANS =
      """
      SELECT plan_id, meal, min_nights, max_nights, sale_from, sale_to, close_days, close_time,
        advance_min, advance_max
      FROM normalised.plan""";

  private static final String PLAN_DAYS =
      """
      SELECT plan_id, night - date '{price.first}' AS day, stop_sell, min_nights, max_nights,
        min_through, max_through, pattern
      FROM normalised.plan_day
      WHERE night >= date '{price.first}'
        AND night < date '{price.first}' + (SELECT max(cardinality(yen)) FROM {price})""";

  private static final String REBATES =
      "SELECT plan_id, from_nights, basis_points, yen, free_every FROM normalised.rebate";

  private static final String STOCK =
      """
      SELECT room_id, date '{stock.first}' - date '{price.first}' AS shift, rooms, stop_sell
      FROM {stock} JOIN normalised.room USING (hotel_code, room_code)""";

  private static final HotelDays OPEN = new HotelDays();

  private final Map<Integer, HotelDays> hotels = new HashMap<>();
  private final Map<Integer, PlanRules> plans = new HashMap<>();
  private final Map<Integer, OfferRules> offers = new HashMap<>();
  private final Map<Integer, BitSet> stock = new HashMap<>();

  private RuleRows() {}

  static RuleRows read(
      ScratchDatabase database, NormalisedTables tables, String catalog, HotelRows numbers)
      throws SQLException {
    RuleRows rules = new RuleRows();
    Map<Integer, List<Rebate>> rebates = new HashMap<>();
    database.list(REBATES, List.of(), row -> addRebate(row, rebates));
    database.list(PLANS, List.of(), row -> rules.addPlan(row, rebates, numbers.hotels().meals()));
    database.list(tables.withLanded(catalog, PLAN_DAYS), List.of(), rules::addPlanDay);
    database.list(
        tables.withLanded(catalog, HOTEL_DAYS),
        List.of(),
        row -> rules.addHotelDay(row, numbers.number(row.getInt("hotel_id"))));
    database.list(tables.withLanded(catalog, STOCK), List.of(), rules::addStock);
    return rules;
  }

  /** Returns the days of a hotel by our number. */
  HotelDays hotel(int hotel) {
    return hotels.getOrDefault(hotel, OPEN);
  }

  PlanRules plan(int plan) {
    return plans.get(plan);
  }

  OfferRules offer(int plan) {
    return offers.get(plan);
  }

  /** Returns the nights on which a room type can be sold. */
  BitSet stock(int room) {
    return stock.getOrDefault(room, new BitSet());
  }

  private static boolean addRebate(ResultSet row, Map<Integer, List<Rebate>> rebates)
      throws SQLException {
    Rebate rebate;
    if (number(row, "basis_points") != null) {
      rebate = rebate(row, Rebate.Kind.BASIS_POINTS, "basis_points");
    } else if (number(row, "yen") != null) {
      rebate = rebate(row, Rebate.Kind.AMOUNT, "yen");
    } else {
      rebate = rebate(row, Rebate.Kind.FREE_NIGHT, "free_every");
    }
    return rebates.computeIfAbsent(row.getInt("plan_id"), absent -> new ArrayList<>()).add(rebate);
  }

  private static Rebate rebate(ResultSet row, Rebate.Kind kind, String column) throws SQLException {
    return new Rebate(row.getInt("from_nights"), kind, row.getInt(column));
  }

  private OfferRules addPlan(ResultSet row, Map<Integer, List<Rebate>> rebates, List<String> meals)
      throws SQLException {
    int plan = row.getInt("plan_id");
    plans.put(plan, new PlanRules(number(row, "min_nights"), number(row, "max_nights")));
    OfferRules rules =
        new OfferRules(
            meal(row, meals),
            day(row, "sale_from", Integer.MIN_VALUE),
            day(row, "sale_to", Integer.MAX_VALUE),
            closeSeconds(row),
            or(number(row, "advance_min"), Integer.MIN_VALUE),
            or(number(row, "advance_max"), Integer.MAX_VALUE),
            rebates.getOrDefault(plan, List.of()).stream().distinct().toList());
    return offers.put(plan, rules);
  }

  private static int meal(ResultSet row, List<String> meals) throws SQLException {
    String meal = row.getString("meal");
    return meal == null ? -1 : meals.indexOf(meal);
  }

  private static int closeSeconds(ResultSet row) throws SQLException {
    Integer days = number(row, "close_days");
    LocalTime time = row.getObject("close_time", LocalTime.class);
    if (days == null) {
      return OfferRules.NEVER_CLOSES;
    }
    return days * SECONDS_A_DAY - (time == null ? 0 : time.toSecondOfDay());
  }

  private boolean addPlanDay(ResultSet row) throws SQLException {
    PlanDay day =
        new PlanDay(
            row.getInt("day"),
            row.getBoolean("stop_sell"),
            number(row, "min_nights"),
            number(row, "max_nights"),
            number(row, "min_through"),
            number(row, "max_through"),
            row.getString("pattern"));
    return plans.get(row.getInt("plan_id")).days().add(day);
  }

  private HotelDays addHotelDay(ResultSet row, int hotel) throws SQLException {
    HotelDays days = hotels.computeIfAbsent(hotel, absent -> new HotelDays());
    int day = row.getInt("day");
    days.closed().set(day, row.getBoolean("closed"));
    days.arrivalClosed().set(day, row.getBoolean("arrival_closed"));
    days.departureClosed().set(day, row.getBoolean("departure_closed"));
    return days;
  }

  private BitSet addStock(ResultSet row) throws SQLException {
    Number[] rooms = CellArray.read(row, "rooms");
    Number[] stopped = CellArray.read(row, "stop_sell");
    int shift = row.getInt("shift");
    BitSet open = new BitSet();
    for (int night = Math.max(0, -shift); night < rooms.length; night++) {
      boolean isStopped = CellArray.cell(stopped, night) == 1;
      open.set(night + shift, CellArray.cell(rooms, night) >= 1 && !isStopped);
    }
    return stock.put(row.getInt("room_id"), open);
  }

  private static int day(ResultSet row, String column, int absent) throws SQLException {
    LocalDate date = row.getObject(column, LocalDate.class);
    return date == null ? absent : Math.toIntExact(date.toEpochDay());
  }

  private static Integer number(ResultSet row, String column) throws SQLException {
    int number = row.getInt(column);
    return row.wasNull() ? null : number;
  }

  private static int or(Integer number, int absent) {
    return number == null ? absent : number;
  }
}

package tatami.oracle.hotel;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BooleanSupplier;
import tatami.oracle.hotel.HotelRequest.Stay;

/** Judges one offer for one stay, rule by rule in the order of the codes. */
final class StayJudge {

  private final HotelCatalog catalog;
  private final Instant now;
  private final Set<HotelBug> bugs;
  private final Set<HotelFeature> seen;

  StayJudge(HotelCatalog catalog, Instant now, Set<HotelBug> bugs, Set<HotelFeature> seen) {
    this.catalog = catalog;
    this.now = now;
    this.bugs = bugs;
    this.seen = seen;
  }

  /** Judges a stay with dates; budgets are not looked at. */
  Judgement judge(Hotel hotel, Offer offer, Stay stay) {
    for (Map.Entry<WhyNotCode, BooleanSupplier> rule : rules(hotel, offer, stay).entrySet()) {
      boolean forgotten = bugs.contains(HotelBug.valueOf("FORGETS_" + rule.getKey().name()));
      if (!forgotten && rule.getValue().getAsBoolean()) {
        return Judgement.no(rule.getKey());
      }
    }
    return new StayTotals(catalog, bugs, seen).judge(offer, stay.guests(), nights(stay), true);
  }

  /** Returns for each rule before those on people and prices whether it forbids the stay. */
  private Map<WhyNotCode, BooleanSupplier> rules(Hotel hotel, Offer offer, Stay stay) {
    Map<WhyNotCode, BooleanSupplier> rules = new LinkedHashMap<>();
    LocalDate in = stay.checkIn();
    LocalDate out = in.plusDays(stay.nights());
    List<LocalDate> nights = nights(stay);
    rules.put(WhyNotCode.CLOSED_PROPERTY, () -> nights.stream().anyMatch(n -> isClosed(offer, n)));
    rules.put(WhyNotCode.OUTSIDE_SALE, () -> isOutsideSale(hotel, offer));
    rules.put(
        WhyNotCode.OUTSIDE_STAY, () -> nights.stream().anyMatch(n -> isOutsideStay(offer, n)));
    rules.put(WhyNotCode.LEAD_TIME, () -> isWrongTime(hotel, offer, in));
    rules.put(WhyNotCode.STOP_SELL, () -> nights.stream().anyMatch(n -> isStopped(offer, n)));
    rules.put(WhyNotCode.ARRIVAL_CLOSED, () -> isArrivalClosed(offer, in));
    rules.put(WhyNotCode.DEPARTURE_CLOSED, () -> isDepartureClosed(offer, out));
    rules.put(
        WhyNotCode.MIN_STAY,
        () -> isBelow(stay.nights(), limit(offer, StayRule.MIN_STAY, "min_nights", in)));
    rules.put(
        WhyNotCode.MAX_STAY,
        () -> isAbove(stay.nights(), limit(offer, StayRule.MAX_STAY, "max_nights", in)));
    rules.put(
        WhyNotCode.MIN_STAY_THROUGH,
        () ->
            limits(offer, StayRule.MIN_STAY_THROUGH, "min_through", nights).stream()
                .anyMatch(limit -> isBelow(stay.nights(), limit)));
    rules.put(
        WhyNotCode.MAX_STAY_THROUGH,
        () ->
            limits(offer, StayRule.MAX_STAY_THROUGH, "max_through", nights).stream()
                .anyMatch(limit -> isAbove(stay.nights(), limit)));
    rules.put(WhyNotCode.STAY_PATTERN, () -> isOutOfPattern(offer, in, stay.nights()));
    rules.put(
        WhyNotCode.NO_STOCK,
        () ->
            nightsOfStock(stay).stream()
                .anyMatch(n -> stock(offer, n) < stay.guests().roomCount()));
    return rules;
  }

  private static List<LocalDate> nights(Stay stay) {
    List<LocalDate> nights = new ArrayList<>();
    for (int night = 0; night < stay.nights(); night++) {
      nights.add(stay.checkIn().plusDays(night));
    }
    return nights;
  }

  private List<LocalDate> nightsOfStock(Stay stay) {
    List<LocalDate> nights = nights(stay);
    if (bugs.contains(HotelBug.COUNTS_THE_LAST_DAY)) {
      nights.add(stay.checkIn().plusDays(stay.nights()));
    }
    return nights;
  }

  private ZoneId zone(Hotel hotel) {
    return bugs.contains(HotelBug.IGNORES_ZONES) ? catalog.zone() : hotel.zone();
  }

  private LocalDate localDate(Hotel hotel) {
    LocalDate local = now.atZone(zone(hotel)).toLocalDate();
    if (!local.equals(catalog.today(now))) {
      seen.add(HotelFeature.OTHER_LOCAL_DATE);
    }
    return local;
  }

  private boolean isClosed(Offer offer, LocalDate night) {
    return catalog.has(StayRule.CLOSED) && offer.isTrue("hotel_day", "closed", night);
  }

  private boolean isOutsideSale(Hotel hotel, Offer offer) {
    LocalDate from = offer.date("sale_from");
    LocalDate to = offer.date("sale_to");
    LocalDate local = localDate(hotel);
    return catalog.has(StayRule.SALE)
        && ((from != null && local.isBefore(from)) || (to != null && local.isAfter(to)));
  }

  private boolean isOutsideStay(Offer offer, LocalDate night) {
    LocalDate from = offer.date("stay_from");
    LocalDate to = offer.date("stay_to");
    return catalog.has(StayRule.STAY_WINDOW)
        && ((from != null && night.isBefore(from)) || (to != null && night.isAfter(to)));
  }

  private boolean isWrongTime(Hotel hotel, Offer offer, LocalDate in) {
    if (!catalog.has(StayRule.LEAD_TIME)) {
      return false;
    }
    Integer days = offer.number("close_days");
    if (days != null && isSaleClosed(hotel, offer, in.minusDays(days))) {
      seen.add(HotelFeature.SALES_CLOSE_BY_TIME);
      return true;
    }
    long ahead = ChronoUnit.DAYS.between(localDate(hotel), in);
    Integer fewest = offer.number("advance_min");
    Integer most = offer.number("advance_max");
    if (fewest != null && ahead < fewest) {
      seen.add(HotelFeature.TOO_FEW_DAYS_AHEAD);
      return true;
    }
    if (most != null && ahead > most) {
      seen.add(HotelFeature.TOO_MANY_DAYS_AHEAD);
      return true;
    }
    return false;
  }

  private boolean isSaleClosed(Hotel hotel, Offer offer, LocalDate lastDay) {
    LocalTime time = LocalTime.parse(offer.row().getOrDefault("close_time", "00:00"));
    Instant close = ZonedDateTime.of(lastDay, time, zone(hotel)).toInstant();
    return bugs.contains(HotelBug.CLOSES_LATE) ? now.isAfter(close) : !now.isBefore(close);
  }

  private boolean isStopped(Offer offer, LocalDate night) {
    boolean room = offer.isTrue("stock", "stop_sell", night);
    boolean plan = offer.isTrue("plan_day", "stop_sell", night);
    if (catalog.has(StayRule.STOP_SELL) && room != plan) {
      seen.add(room ? HotelFeature.CLOSED_ROOM_TYPE : HotelFeature.CLOSED_PLAN);
    }
    return catalog.has(StayRule.STOP_SELL) && (room || plan);
  }

  private boolean isArrivalClosed(Offer offer, LocalDate in) {
    return catalog.has(StayRule.ARRIVAL_CLOSED)
        && (offer.isTrue("hotel_day", "arrival_closed", in)
            || offer.isTrue("plan_day", "arrival_closed", in));
  }

  private boolean isDepartureClosed(Offer offer, LocalDate out) {
    if (out.equals(catalog.end())) {
      seen.add(HotelFeature.DEPARTURE_PAST_THE_HORIZON);
    }
    return catalog.has(StayRule.DEPARTURE_CLOSED)
        && (offer.isTrue("hotel_day", "departure_closed", out)
            || offer.isTrue("stock", "departure_closed", out));
  }

  /** Returns the first that has a value: the calendar of the plan, then its column. */
  private Integer limit(Offer offer, StayRule rule, String name, LocalDate day) {
    if (!catalog.has(rule)) {
      return null;
    }
    Integer cell = offer.numberOn("plan_day", name, day);
    Integer own = offer.number(name);
    if (cell != null) {
      seen.add(HotelFeature.LIMIT_OF_THE_CALENDAR);
    } else if (own != null) {
      seen.add(HotelFeature.LIMIT_OF_THE_OFFER);
    }
    boolean ownFirst = bugs.contains(HotelBug.COLUMN_BEFORE_CALENDAR) && own != null;
    return cell == null || ownFirst ? own : cell;
  }

  private List<Integer> limits(Offer offer, StayRule rule, String name, List<LocalDate> nights) {
    return nights.stream()
        .map(night -> limit(offer, rule, name, night))
        .filter(Objects::nonNull)
        .toList();
  }

  private static boolean isBelow(int nights, Integer fewest) {
    return fewest != null && nights < fewest;
  }

  private static boolean isAbove(int nights, Integer most) {
    return most != null && nights > most;
  }

  private boolean isOutOfPattern(Offer offer, LocalDate in, int nights) {
    String pattern = offer.cell("plan_day", "pattern", in);
    if (!catalog.has(StayRule.STAY_PATTERN) || pattern == null) {
      return false;
    }
    if (nights > pattern.length()) {
      seen.add(HotelFeature.PATTERN_TOO_SHORT);
      return true;
    }
    return pattern.charAt(nights - 1) != '1';
  }

  private static int stock(Offer offer, LocalDate night) {
    Integer rooms = offer.numberOn("stock", "rooms", night);
    return rooms == null ? 0 : rooms;
  }

  /** Judges a search without dates: it has a price where a night is open, and no code. */
  Judgement judgeOpenNights(Hotel hotel, Offer offer, Stay stay) {
    Long lowest = null;
    Long highest = null;
    boolean past = bugs.contains(HotelBug.PAST_NIGHTS);
    LocalDate first = catalog.firstNight();
    LocalDate from = past || catalog.today(now).isBefore(first) ? first : catalog.today(now);
    boolean sold = !bugs.contains(HotelBug.SALE_WITHOUT_DATES) || !isOutsideSale(hotel, offer);
    for (LocalDate night = from; night.isBefore(catalog.end()) && sold; night = night.plusDays(1)) {
      Judgement price =
          isOpen(offer, night, stay.guests().roomCount())
              ? new StayTotals(catalog, bugs, seen)
                  .judge(offer, stay.guests(), List.of(night), false)
              : Judgement.no(WhyNotCode.NO_STOCK);
      if (price.code() == null) {
        lowest = lowest == null ? price.min() : Long.valueOf(Math.min(lowest, price.min()));
        highest = highest == null ? price.min() : Long.valueOf(Math.max(highest, price.min()));
      }
    }
    return new Judgement(null, lowest, highest, null);
  }

  private boolean isOpen(Offer offer, LocalDate night, int rooms) {
    boolean closed = isClosed(offer, night) && !bugs.contains(HotelBug.CLOSED_NIGHTS_WITHOUT_DATES);
    boolean stopped = isStopped(offer, night) && !bugs.contains(HotelBug.FORGETS_STOP_SELL);
    return !closed && !stopped && !isOutsideStay(offer, night) && stock(offer, night) >= rooms;
  }
}

package tatami.query.stay;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import tatami.query.request.Guests;
import tatami.query.request.Guests.NamedRooms;
import tatami.query.request.Guests.Room;
import tatami.query.request.Guests.SplitParty;
import tatami.searchtable.description.ChildPolicy.AgeBand;
import tatami.searchtable.description.ChildPolicy.BandPricing;
import tatami.searchtable.description.LeadTime;
import tatami.searchtable.description.LongStay.Rebate;
import tatami.searchtable.description.PersonClass;
import tatami.searchtable.description.StayLayout.PriceModel;
import tatami.searchtable.description.StayLayout.Window;

/** Judges a scene the long way: rule by rule as they are written, date by date, split by split. */
final class NaiveStay {

  private final StayScene scene;
  private final Guests guests;
  private final List<List<Room>> legal;
  private List<Room> best;

  NaiveStay(StayScene scene, Guests guests) {
    this.scene = scene;
    this.guests = guests;
    legal = ways().stream().filter(this::isLegal).toList();
  }

  /** The rooms of the stay that was judged last and has a total. */
  List<Room> rooms() {
    return best;
  }

  String judge(int checkIn, int nights) {
    String code = brokenRule(checkIn, nights);
    if (code != null) {
      return code;
    }
    if (legal.isEmpty()) {
      return "party";
    }
    BigDecimal lowest = null;
    for (List<Room> rooms : legal) {
      BigDecimal total = total(rooms, checkIn, nights, scene.rebates());
      if (total != null && (lowest == null || isBetter(total, rooms, lowest))) {
        lowest = total;
        best = rooms;
      }
    }
    return lowest == null ? "no_price" : lowest.toPlainString();
  }

  String openNights() {
    List<BigDecimal> totals = new ArrayList<>();
    for (int night = 0; night < scene.nights(); night++) {
      if (isOpen(night)) {
        for (BigDecimal total : cheapest(night)) {
          totals.add(total);
        }
      }
    }
    return totals.isEmpty()
        ? "none"
        : totals.stream().min(Comparator.naturalOrder()).get()
            + " to "
            + totals.stream().max(Comparator.naturalOrder()).get();
  }

  private List<BigDecimal> cheapest(int night) {
    return legal.stream()
        .map(rooms -> total(rooms, night, 1, List.of()))
        .filter(total -> total != null)
        .min(Comparator.naturalOrder())
        .stream()
        .toList();
  }

  private boolean isOpen(int night) {
    LocalDate today = scene.now().atZone(scene.zone()).toLocalDate();
    LocalDate day = scene.firstNight().plusDays(night);
    return !day.isBefore(today)
        && isWithin(day, OfferNumber.STAY_FROM, OfferNumber.STAY_TO)
        && !isMarked("closed", night)
        && !isMarked("stop_sell", night)
        && stock(night) >= guests.roomCount();
  }

  private String brokenRule(int checkIn, int nights) {
    List<Integer> all = Stream.iterate(checkIn, night -> night + 1).limit(nights).toList();
    if (all.stream().anyMatch(night -> isMarked("closed", night))) {
      return "closed_property";
    }
    LocalDate localToday = scene.now().atZone(propertyZone()).toLocalDate();
    if (!isWithin(localToday, OfferNumber.SALE_FROM, OfferNumber.SALE_TO)) {
      return "outside_sale";
    }
    LocalDate arrival = scene.firstNight().plusDays(checkIn);
    for (int night : all) {
      LocalDate day = scene.firstNight().plusDays(night);
      if (!isWithin(day, OfferNumber.STAY_FROM, OfferNumber.STAY_TO)) {
        return "outside_stay";
      }
    }
    if (isOutsideLeadTime(arrival, localToday)) {
      return "lead_time";
    }
    if (all.stream().anyMatch(night -> isMarked("stop_sell", night))) {
      return "stop_sell";
    }
    if (isMarked("arrival_closed", checkIn)) {
      return "arrival_closed";
    }
    if (checkIn + nights < scene.nights() && isMarked("departure_closed", checkIn + nights)) {
      return "departure_closed";
    }
    return brokenLength(checkIn, nights, all);
  }

  private String brokenLength(int checkIn, int nights, List<Integer> all) {
    Long minimum = limit("min_stay", OfferNumber.MINIMUM_STAY, checkIn);
    Long maximum = limit("max_stay", OfferNumber.MAXIMUM_STAY, checkIn);
    if (minimum != null && nights < minimum) {
      return "min_stay";
    }
    if (maximum != null && nights > maximum) {
      return "max_stay";
    }
    for (int night : all) {
      Long limit = limit("min_through", OfferNumber.MINIMUM_STAY_THROUGH, night);
      if (limit != null && nights < limit) {
        return "min_stay_through";
      }
    }
    for (int night : all) {
      Long limit = limit("max_through", OfferNumber.MAXIMUM_STAY_THROUGH, night);
      if (limit != null && nights > limit) {
        return "max_stay_through";
      }
    }
    if (isAgainstPattern(checkIn, nights)) {
      return "stay_pattern";
    }
    return all.stream().anyMatch(night -> stock(night) < guests.roomCount()) ? "no_stock" : null;
  }

  private boolean isAgainstPattern(int checkIn, int nights) {
    if (scene.calendars("pattern").isEmpty() || cell("pattern", checkIn) == null) {
      return false;
    }
    String behindTheEnd = Long.toBinaryString(cell("pattern", checkIn)).substring(1);
    String pattern = new StringBuilder(behindTheEnd).reverse().toString();
    return nights > pattern.length() || pattern.charAt(nights - 1) == '0';
  }

  private ZoneId propertyZone() {
    return scene.leadTime() == null ? scene.zone() : ZoneId.of(scene.leadTime().timeZone());
  }

  private boolean isOutsideLeadTime(LocalDate arrival, LocalDate localToday) {
    LeadTime rule = scene.leadTime();
    if (rule == null) {
      return false;
    }
    if (rule.closeDays() != null) {
      LocalDateTime close =
          arrival.minusDays(rule.closeDays()).atStartOfDay().plusMinutes(rule.closeMinute());
      if (!scene.now().isBefore(ZonedDateTime.of(close, propertyZone()).toInstant())) {
        return true;
      }
    }
    boolean isTooLate =
        rule.minimumDays() != null && localToday.plusDays(rule.minimumDays()).isAfter(arrival);
    boolean isTooEarly =
        rule.maximumDays() != null && localToday.plusDays(rule.maximumDays()).isBefore(arrival);
    return isTooLate || isTooEarly;
  }

  private boolean isWithin(LocalDate day, OfferNumber from, OfferNumber to) {
    long number = Window.dayNumber(day);
    return (scene.number(from) == null || scene.number(from) <= number)
        && (scene.number(to) == null || scene.number(to) >= number);
  }

  private boolean isMarked(String name, int night) {
    return scene.calendars(name).stream().anyMatch(calendar -> calendar[night] == 1);
  }

  private Long limit(String name, OfferNumber own, int night) {
    Long cell = scene.calendars(name).isEmpty() ? null : cell(name, night);
    return cell == null ? scene.number(own) : cell;
  }

  private Long cell(String name, int night) {
    List<long[]> calendars = scene.calendars(name);
    return calendars.isEmpty() || calendars.get(0)[night] < 0 ? null : calendars.get(0)[night];
  }

  private long stock(int night) {
    Long cell = cell("stock", night);
    return cell == null ? 0 : cell;
  }

  /** All that may be asked: the rooms as named, or each way to split the party. */
  private Set<List<Room>> ways() {
    Set<List<Room>> ways = new LinkedHashSet<>();
    if (guests instanceof NamedRooms named) {
      ways.add(named.rooms());
    } else {
      SplitParty party = (SplitParty) guests;
      List<List<Integer>> ages = new ArrayList<>();
      for (int room = 0; room < party.roomCount(); room++) {
        ages.add(new ArrayList<>());
      }
      placeAdults(party, new ArrayList<>(), party.adults(), ages, ways);
    }
    return ways;
  }

  private static void placeAdults(
      SplitParty party,
      List<Integer> adults,
      int left,
      List<List<Integer>> ages,
      Set<List<Room>> ways) {
    if (adults.size() == party.roomCount()) {
      if (left == 0) {
        placeChild(party, adults, 0, ages, ways);
      }
      return;
    }
    for (int here = 1; here <= left; here++) {
      adults.add(here);
      placeAdults(party, adults, left - here, ages, ways);
      adults.remove(adults.size() - 1);
    }
  }

  private static void placeChild(
      SplitParty party,
      List<Integer> adults,
      int child,
      List<List<Integer>> ages,
      Set<List<Room>> ways) {
    if (child == party.childAges().size()) {
      List<Room> rooms = new ArrayList<>();
      for (int room = 0; room < adults.size(); room++) {
        rooms.add(new Room(adults.get(room), ages.get(room)));
      }
      rooms.sort((left, right) -> compare(right, left));
      ways.add(rooms);
      return;
    }
    for (List<Integer> room : ages) {
      room.add(party.childAges().get(child));
      placeChild(party, adults, child + 1, ages, ways);
      room.remove(room.size() - 1);
    }
  }

  private boolean isBetter(BigDecimal total, List<Room> rooms, BigDecimal lowest) {
    int order = total.compareTo(lowest);
    if (order == 0) {
      order = Integer.compare(spread(rooms), spread(best));
    }
    for (int room = 0; order == 0 && room < rooms.size(); room++) {
      order = compare(rooms.get(room), best.get(room));
    }
    return order < 0;
  }

  private static int spread(List<Room> rooms) {
    int most = rooms.stream().mapToInt(Room::heads).max().orElseThrow();
    return most - rooms.stream().mapToInt(Room::heads).min().orElseThrow();
  }

  private static int compare(Room left, Room right) {
    int order = Integer.compare(left.heads(), right.heads());
    if (order == 0) {
      order = Integer.compare(left.adults(), right.adults());
    }
    for (int child = 0; order == 0 && child < left.childAges().size(); child++) {
      order = left.childAges().get(child).compareTo(right.childAges().get(child));
    }
    return order;
  }

  private boolean isLegal(List<Room> rooms) {
    for (Room room : rooms) {
      List<AgeBand> children = room.childAges().stream().map(this::band).toList();
      if (children.contains(null)) {
        return false;
      }
      long heads = room.adults() + children.stream().filter(AgeBand::counts).count();
      Long minimum = scene.number(OfferNumber.MINIMUM_HEADS);
      Long maximum = scene.number(OfferNumber.MAXIMUM_HEADS);
      if ((minimum != null && heads < minimum) || (maximum != null && heads > maximum)) {
        return false;
      }
    }
    return true;
  }

  private AgeBand band(int age) {
    if (!scene.hasPolicies()) {
      return scene.model() == PriceModel.PER_PERSON
          ? null
          : new AgeBand(age, age, PersonClass.ADULT, true, BandPricing.OWN_CELLS, 0);
    }
    return scene.policy() == null
        ? null
        : scene.policy().bands().stream()
            .filter(band -> band.firstAge() <= age && age <= band.lastAge())
            .findFirst()
            .orElse(null);
  }

  private BigDecimal total(List<Room> rooms, int checkIn, int nights, List<Rebate> rebates) {
    List<BigDecimal> nightTotals = new ArrayList<>();
    for (int night = checkIn; night < checkIn + nights; night++) {
      BigDecimal total = BigDecimal.ZERO;
      for (Room room : rooms) {
        BigDecimal price = roomPrice(room, night);
        if (price == null) {
          return null;
        }
        total = total.add(price);
      }
      nightTotals.add(total);
    }
    BigDecimal sum = nightTotals.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    return rebates.stream()
        .filter(rebate -> nights >= rebate.fromNights())
        .map(rebate -> reduced(rebate, sum, nightTotals, rooms.size()))
        .min(Comparator.naturalOrder())
        .orElse(sum);
  }

  private static BigDecimal reduced(
      Rebate rebate, BigDecimal sum, List<BigDecimal> nightTotals, int rooms) {
    BigDecimal value = BigDecimal.valueOf(rebate.value());
    int nights = nightTotals.size();
    return switch (rebate.kind()) {
      case SHARE -> share(sum, BigDecimal.valueOf(10_000).subtract(value));
      case AMOUNT ->
          sum.subtract(value.multiply(BigDecimal.valueOf((long) nights * rooms)))
              .max(BigDecimal.ZERO);
      case FREE_NIGHTS ->
          nightTotals.stream()
              .sorted()
              .limit(nights / rebate.value())
              .reduce(sum, BigDecimal::subtract);
    };
  }

  private static BigDecimal share(BigDecimal amount, BigDecimal basisPoints) {
    return amount.multiply(basisPoints).movePointLeft(4).setScale(0, RoundingMode.HALF_UP);
  }

  private BigDecimal roomPrice(Room room, int night) {
    if (scene.model() == PriceModel.PER_UNIT) {
      return price("unit", night);
    }
    List<Head> heads = new ArrayList<>();
    for (int adult = 0; adult < room.adults(); adult++) {
      heads.add(new Head(-1, new AgeBand(0, 0, PersonClass.ADULT, true, BandPricing.OWN_CELLS, 0)));
    }
    room.childAges().forEach(age -> heads.add(new Head(age, band(age))));
    int counted = (int) heads.stream().filter(head -> head.band.counts()).count();
    return scene.model() == PriceModel.PER_PERSON
        ? personsPrice(heads, counted, night)
        : extrasPrice(heads, counted, night);
  }

  private BigDecimal personsPrice(List<Head> heads, int counted, int night) {
    BigDecimal total = BigDecimal.ZERO;
    for (Head head : heads) {
      String word = head.band.personClass().word();
      String own = word + " in " + counted;
      BigDecimal price = headPrice(head.band, own, "adult in " + counted, night);
      if (price == null) {
        return null;
      }
      total = total.add(price);
    }
    return total;
  }

  private BigDecimal extrasPrice(List<Head> heads, int counted, int night) {
    int largest = 0;
    for (int occupancy = 1; occupancy < 40; occupancy++) {
      largest = scene.calendars("room for " + occupancy).isEmpty() ? largest : occupancy;
    }
    BigDecimal total = price("room for " + Math.min(counted, largest), night);
    List<Head> sorted =
        heads.stream()
            .filter(head -> head.band.counts())
            .sorted(
                Comparator.comparing((Head head) -> head.band.personClass())
                    .thenComparing(Head::age))
            .toList();
    for (int place = largest; place < counted && total != null; place++) {
      AgeBand band = sorted.get(place).band;
      String own = "extra " + band.personClass().word();
      BigDecimal price = headPrice(band, own, "extra adult", night);
      total = price == null ? null : total.add(price);
    }
    return total;
  }

  private BigDecimal headPrice(AgeBand band, String own, String adult, int night) {
    return switch (band.pricing()) {
      case OWN_CELLS -> price(own, night);
      case SHARE_OF_ADULT -> {
        BigDecimal cell = price(adult, night);
        yield cell == null ? null : share(cell, BigDecimal.valueOf(band.amount()));
      }
      case AMOUNT -> BigDecimal.valueOf(band.amount());
      case FREE -> BigDecimal.ZERO;
    };
  }

  private BigDecimal price(String name, int night) {
    Long cell = cell(name, night);
    return cell == null ? null : BigDecimal.valueOf(cell);
  }

  private record Head(int age, AgeBand band) {}
}

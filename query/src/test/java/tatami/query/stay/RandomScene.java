package tatami.query.stay;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import tatami.query.request.Guests;
import tatami.query.request.Guests.NamedRooms;
import tatami.query.request.Guests.Room;
import tatami.query.request.Guests.SplitParty;
import tatami.searchtable.description.ChildPolicy.AgeBand;
import tatami.searchtable.description.ChildPolicy.BandPricing;
import tatami.searchtable.description.LeadTime;
import tatami.searchtable.description.LongStay.Rebate;
import tatami.searchtable.description.LongStay.RebateKind;
import tatami.searchtable.description.PersonClass;
import tatami.searchtable.description.StayLayout.PriceModel;

/** Draws offers and parties. Each offer has a few of the rules, so that totals are met as well. */
final class RandomScene {

  private static final List<String> ZONES =
      List.of("Asia/Tokyo", "Europe/Berlin", "America/New_York", "Pacific/Apia");
  private static final LocalDate FIRST_NIGHT = LocalDate.of(2027, 3, 26);
  private static final int NIGHTS = 6;
  private static final int MOST_HEADS = 5;

  private final Random random;

  RandomScene(Random random) {
    this.random = random;
  }

  int below(int bound) {
    return random.nextInt(bound);
  }

  private boolean oneIn(int count) {
    return random.nextInt(count) == 0;
  }

  private <T> T any(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }

  Guests guests() {
    int rooms = 1 + below(3);
    if (oneIn(2)) {
      return new SplitParty(rooms + below(4), ages(3), rooms);
    }
    List<Room> named = new ArrayList<>();
    for (int room = 0; room < rooms; room++) {
      named.add(new Room(1 + below(3), ages(2)));
    }
    return new NamedRooms(named);
  }

  private List<Integer> ages(int most) {
    return random.ints(oneIn(2) ? 0 : below(most + 1), 0, 13).boxed().toList();
  }

  StayScene scene() {
    PriceModel model = any(List.of(PriceModel.values()));
    String zone = any(ZONES);
    StayScene scene = StayScene.empty(model, FIRST_NIGHT, NIGHTS).inZone(zone);
    LocalDate today = FIRST_NIGHT.plusDays(below(8) - 5);
    scene.at(today.atTime(LocalTime.of(below(24), 15 * below(4))).atZone(ZoneId.of(zone)));
    scene.withCalendar("stock", calendar(10, 1, 5));
    addPrices(scene);
    addClosings(scene);
    addLimits(scene);
    addWindows(scene);
    addPolicy(scene);
    addRebates(scene);
    addLeadTime(scene);
    return scene;
  }

  /** Values from the lowest to below the highest; every so many nights one is missing. */
  private long[] calendar(int missing, int lowest, int highest) {
    return random
        .ints(NIGHTS, lowest, highest)
        .mapToLong(value -> oneIn(missing) ? NightCells.MISSING : value)
        .toArray();
  }

  private void addPrices(StayScene scene) {
    if (scene.model() == PriceModel.PER_UNIT) {
      scene.withCalendar("unit", calendar(15, 0, 100));
      return;
    }
    int largest = 1 + below(MOST_HEADS);
    for (int heads = 1; heads <= largest; heads++) {
      if (scene.model() == PriceModel.PER_ROOM) {
        scene.withCalendar("room for " + heads, calendar(20, 0, 100));
      }
      for (PersonClass each : PersonClass.values()) {
        if (scene.model() == PriceModel.PER_PERSON && !oneIn(5)) {
          scene.withCalendar(each.word() + " in " + heads, calendar(20, 0, 9));
        }
      }
    }
    for (PersonClass each : PersonClass.values()) {
      if (scene.model() == PriceModel.PER_ROOM && !oneIn(5)) {
        scene.withCalendar("extra " + each.word(), calendar(20, 0, 40));
      }
    }
  }

  private void addClosings(StayScene scene) {
    for (String name : List.of("closed", "stop_sell", "arrival_closed", "departure_closed")) {
      for (int calendar = below(3); calendar > 0; calendar--) {
        long[] closed = calendar(2, 0, 1);
        if (oneIn(3)) {
          closed[below(NIGHTS)] = 1;
        }
        scene.withCalendar(name, closed);
      }
    }
  }

  private void addLimits(StayScene scene) {
    addLimit(scene, "min_stay", OfferNumber.MINIMUM_STAY, 0, 3);
    addLimit(scene, "max_stay", OfferNumber.MAXIMUM_STAY, 2, 8);
    addLimit(scene, "min_through", OfferNumber.MINIMUM_STAY_THROUGH, 0, 3);
    addLimit(scene, "max_through", OfferNumber.MAXIMUM_STAY_THROUGH, 2, 8);
    if (oneIn(4)) {
      scene.withCalendar("pattern", calendar(3, 1, 1 << NIGHTS));
    }
  }

  private void addLimit(StayScene scene, String name, OfferNumber own, int lowest, int highest) {
    if (oneIn(4)) {
      scene.withCalendar(name, calendar(2, lowest, highest));
    }
    if (oneIn(4)) {
      scene.with(own, lowest + below(highest - lowest));
    }
  }

  private void addWindows(StayScene scene) {
    if (oneIn(4)) {
      scene.with(OfferNumber.SALE_FROM, FIRST_NIGHT.plusDays(below(8) - 9));
    }
    if (oneIn(4)) {
      scene.with(OfferNumber.SALE_TO, FIRST_NIGHT.plusDays(below(8) - 2));
    }
    if (oneIn(4)) {
      scene.with(OfferNumber.STAY_FROM, FIRST_NIGHT.plusDays(below(4) - 1));
    }
    if (oneIn(4)) {
      scene.with(OfferNumber.STAY_TO, FIRST_NIGHT.plusDays(2 + below(6)));
    }
    if (oneIn(3)) {
      scene.with(OfferNumber.MINIMUM_HEADS, below(4));
    }
    if (oneIn(3)) {
      scene.with(OfferNumber.MAXIMUM_HEADS, 1 + below(5));
    }
  }

  private void addPolicy(StayScene scene) {
    if (oneIn(5)) {
      return;
    }
    scene.withPolicies();
    for (int policy = below(4); policy > 0; policy--) {
      List<AgeBand> bands = new ArrayList<>();
      for (int band = 1 + below(4); band > 0; band--) {
        int from = below(10);
        BandPricing pricing = any(List.of(BandPricing.values()));
        boolean isFree = pricing == BandPricing.OWN_CELLS || pricing == BandPricing.FREE;
        long amount = pricing == BandPricing.SHARE_OF_ADULT ? below(15_000) : below(20);
        PersonClass personClass = any(List.of(PersonClass.values()));
        int to = from + below(12);
        bands.add(new AgeBand(from, to, personClass, !oneIn(3), pricing, isFree ? 0 : amount));
      }
      scene.withPolicy(bands.toArray(AgeBand[]::new));
    }
  }

  private void addRebates(StayScene scene) {
    for (int list = below(3); list > 0; list--) {
      Rebate[] rules = new Rebate[below(4)];
      for (int rule = 0; rule < rules.length; rule++) {
        RebateKind kind = any(List.of(RebateKind.values()));
        long value =
            switch (kind) {
              case SHARE -> below(10_001);
              case AMOUNT -> below(30);
              case FREE_NIGHTS -> 1 + below(5);
            };
        rules[rule] = new Rebate(1 + below(4), kind, value);
      }
      scene.withRebates(rules);
    }
  }

  private void addLeadTime(StayScene scene) {
    if (oneIn(3)) {
      Integer days = oneIn(2) ? null : below(4);
      Integer minute = days == null ? null : 15 * below(96);
      Integer fewest = oneIn(2) ? null : below(4);
      Integer most = oneIn(2) ? null : 3 + below(6);
      scene.withLeadTime(new LeadTime(any(ZONES), days, minute, fewest, most));
    }
  }
}

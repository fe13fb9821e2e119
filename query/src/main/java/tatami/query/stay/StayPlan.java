package tatami.query.stay;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tatami.query.request.Guests.NamedRooms;
import tatami.query.request.Guests.Room;
import tatami.query.request.StayRequest;
import tatami.searchtable.description.ReleaseDescription;
import tatami.searchtable.description.ReleaseDescription.Horizon;
import tatami.searchtable.description.StayLayout;
import tatami.searchtable.description.StayLayout.PriceModel;
import tatami.searchtable.description.StayLayout.PriceTable;

/**
 * A stay in the terms of a release.
 *
 * @param layout how stock and prices are laid out
 * @param horizon the nights of packed columns
 * @param today in the catalog's zone
 * @param checkIn first night; null without dates
 * @param nights at least 1
 * @param rooms how many, at least 1
 * @param heads fewest and most heads of a room
 * @param demands price tables to add up; empty where the release has none for a room of the party:
 *     nothing has a price then
 */
public record StayPlan(
    StayLayout layout,
    Horizon horizon,
    LocalDate today,
    LocalDate checkIn,
    int nights,
    int rooms,
    HeadRange heads,
    List<Demand> demands) {

  /** Copies the list. */
  public StayPlan {
    demands = List.copyOf(demands);
  }

  /** Compiles a request for a release that has a stay layout. */
  public static StayPlan of(StayRequest stay, ReleaseDescription description, LocalDate today) {
    List<Room> rooms = ((NamedRooms) stay.guests()).rooms();
    IntSummaryStatistics heads = rooms.stream().mapToInt(Room::heads).summaryStatistics();
    return new StayPlan(
        description.stay(),
        description.horizon(),
        today,
        stay.checkIn(),
        stay.nights(),
        rooms.size(),
        new HeadRange(heads.getMin(), heads.getMax()),
        demands(description.stay(), rooms));
  }

  /** Says whether there are dates. */
  public boolean isDated() {
    return checkIn != null;
  }

  /** Says whether the release has prices for each room of the party. */
  public boolean isPriceable() {
    return !demands.isEmpty();
  }

  /** Returns the check-in night, counted from 0 for the horizon's first. */
  public int firstNight() {
    return nightOf(checkIn);
  }

  /** Returns the first night that a search without dates looks at: today, or the horizon's. */
  public LocalDate firstOpenNight() {
    return today.isBefore(horizon.firstNight()) ? horizon.firstNight() : today;
  }

  /** Returns a night, counted from 0 for the horizon's first. */
  public int nightOf(LocalDate night) {
    return Math.toIntExact(ChronoUnit.DAYS.between(horizon.firstNight(), night));
  }

  private static List<Demand> demands(StayLayout layout, List<Room> rooms) {
    if (layout.model() == PriceModel.PER_UNIT) {
      return demandsPerUnit(layout, rooms.size());
    }
    Map<Integer, Long> roomsByHeads = new TreeMap<>();
    rooms.forEach(room -> roomsByHeads.merge(room.heads(), 1L, Long::sum));
    List<Demand> demands = new ArrayList<>();
    for (Map.Entry<Integer, Long> entry : roomsByHeads.entrySet()) {
      PriceTable price = findPrice(layout, entry.getKey());
      if (price == null) {
        return List.of();
      }
      long heads = entry.getKey() * entry.getValue();
      demands.add(
          new Demand(price.table(), price.cells(), Math.multiplyExact(heads, price.unit())));
    }
    return demands;
  }

  private static List<Demand> demandsPerUnit(StayLayout layout, int rooms) {
    if (layout.prices().isEmpty()) {
      return List.of();
    }
    PriceTable price = layout.prices().get(0);
    long weight = Math.multiplyExact((long) rooms, price.unit());
    return List.of(new Demand(price.table(), price.cells(), weight));
  }

  private static PriceTable findPrice(StayLayout layout, int occupancy) {
    return layout.prices().stream()
        .filter(price -> price.occupancy() == occupancy && "adult".equals(price.personClass()))
        .findFirst()
        .orElse(null);
  }

  /**
   * Heads of the rooms.
   *
   * @param fewest of any room
   * @param most of any room
   */
  public record HeadRange(int fewest, int most) {}
}

package tatami.benchmarks.peers.folded;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tatami.benchmarks.normalised.NormalisedTables;
import tatami.benchmarks.peers.folded.StayRules.HotelDays;
import tatami.benchmarks.peers.folded.StayRules.PlanRules;
import tatami.benchmarks.scratch.ScratchDatabase;

/** Reads offers with their nights from a release's feeds; the normalised tables number them. */
public final class FoldedRows {

  private static final int ROWS_AT_A_TIME = 200;

  private static final String PRICES =
      """
      SELECT offer.offer_id, hotel.hotel_id, offer.plan_id, offer.room_id, landed.occupancy,
        landed.yen,
        offer.stay_from - date '{price.first}' AS stay_from,
        offer.stay_to - date '{price.first}' AS stay_to,
        offer.min_guests, offer.max_guests
      FROM {price} AS landed
      JOIN normalised.plan USING (hotel_code, plan_code)
      JOIN normalised.room USING (hotel_code, room_code)
      JOIN normalised.offer USING (plan_id, room_id)
      JOIN normalised.hotel ON hotel.hotel_id = offer.hotel_id
      WHERE landed.person_class = 'adult'
      ORDER BY hotel.region COLLATE "C", hotel.prefecture COLLATE "C", hotel.city COLLATE "C",
        hotel.hotel_code COLLATE "C", offer.offer_id, landed.occupancy""";

  private final ScratchDatabase database;
  private final String prices;
  private final HotelRows hotels;
  private final RuleRows rules;
  private final StayRules stays;
  private final int nights;
  private final int mostAdults;

  private FoldedRows(ScratchDatabase database, NormalisedTables tables, String catalog)
      throws SQLException {
    this.database = database;
    this.prices = tables.withLanded(catalog, PRICES);
    LocalDate firstNight = LocalDate.parse(tables.withLanded(catalog, "{price.first}"));
    int[] most =
        database
            .list(
                tables.withLanded(
                    catalog,
                    "SELECT max(cardinality(yen)), max(occupancy) FROM {price}"
                        + " WHERE person_class = 'adult'"),
                List.of(),
                row -> new int[] {row.getInt(1), row.getInt(2)})
            .get(0);
    this.nights = most[0];
    this.mostAdults = most[1];
    this.hotels = HotelRows.read(database, firstNight);
    this.rules = RuleRows.read(database, tables, catalog, hotels);
    this.stays = new StayRules(nights);
  }

  /** Reads all but the nights. */
  public static FoldedRows read(ScratchDatabase database, NormalisedTables tables, String catalog)
      throws SQLException {
    return new FoldedRows(database, tables, catalog);
  }

  /** Returns the hotels. */
  public Hotels hotels() {
    return hotels.hotels();
  }

  /** Returns the nights of the horizon. */
  public int nights() {
    return nights;
  }

  /** Returns how many adults a room may have. */
  public int mostAdults() {
    return mostAdults;
  }

  /** Reads the offers with a night that can be sold, one hotel after the other. */
  public void forEach(OfferSink sink) throws SQLException, IOException {
    try (Connection connection = database.dataSource().getConnection()) {
      connection.setAutoCommit(false);
      try (PreparedStatement statement = connection.prepareStatement(prices)) {
        statement.setFetchSize(ROWS_AT_A_TIME);
        try (ResultSet rows = statement.executeQuery()) {
          new Reading(sink).read(rows);
        }
      } finally {
        connection.setAutoCommit(true);
      }
    }
  }

  /** One pass over the rows; those of an offer follow each other. */
  private final class Reading {

    private final OfferSink sink;
    private final Map<Integer, int[]> staysOfPlans = new HashMap<>();
    private int offer = -1;
    private int hotel;
    private int plan;
    private int[][] prices;
    private int number;

    private Reading(OfferSink sink) {
      this.sink = sink;
    }

    private void read(ResultSet rows) throws SQLException, IOException {
      while (rows.next()) {
        if (rows.getInt("offer_id") != offer) {
          finish();
          start(rows);
        }
        add(rows);
      }
      finish();
    }

    private void start(ResultSet rows) throws SQLException {
      offer = rows.getInt("offer_id");
      plan = rows.getInt("plan_id");
      prices = new int[mostAdults][];
      int next = hotels.number(rows.getInt("hotel_id"));
      if (next != hotel) {
        staysOfPlans.clear();
      }
      hotel = next;
    }

    private void finish() throws SQLException, IOException {
      if (offer < 0 || Arrays.stream(prices).allMatch(one -> one == null)) {
        return;
      }
      int[] allowed =
          staysOfPlans.computeIfAbsent(
              plan, key -> stays.allowed(rules.plan(key), rules.hotel(hotel)));
      sink.add(new FoldedOffer(number++, hotel, rules.offer(plan), allowed, prices));
    }

    private void add(ResultSet rows) throws SQLException {
      int adults = rows.getInt("occupancy");
      if (adults < 1
          || number(rows, "min_guests", 0) > adults
          || number(rows, "max_guests", adults) < adults) {
        return;
      }
      int[] open = new int[nights];
      Arrays.fill(open, FoldedOffer.CLOSED);
      BitSet stock = rules.stock(rows.getInt("room_id"));
      HotelDays days = rules.hotel(hotel);
      PlanRules planRules = rules.plan(plan);
      Number[] amounts = CellArray.read(rows, "yen");
      int last = Math.min(nights - 1, number(rows, "stay_to", nights - 1));
      boolean isOpen = false;
      for (int night = Math.max(0, number(rows, "stay_from", 0)); night <= last; night++) {
        int amount = CellArray.cell(amounts, night);
        if (amount >= 0 && stock.get(night) && !days.closed().get(night)) {
          open[night] = amount;
          isOpen = true;
        }
      }
      planRules.days().stream()
          .filter(StayRules.PlanDay::stopSell)
          .forEach(day -> open[day.day()] = FoldedOffer.CLOSED);
      prices[adults - 1] = isOpen ? open : null;
    }
  }

  private static int number(ResultSet rows, String column, int absent) throws SQLException {
    int number = rows.getInt(column);
    return rows.wasNull() ? absent : number;
  }
}

package tatami.benchmarks.peers.duckdb;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.duckdb.DuckDBAppender;
import tatami.benchmarks.peers.folded.FoldedOffer;
import tatami.benchmarks.peers.folded.Hotel;
import tatami.benchmarks.peers.folded.Hotels;
import tatami.benchmarks.peers.folded.OfferRules;
import tatami.benchmarks.peers.folded.OfferSink;

/** Writes a database with one of the schemas. */
public final class DuckWriter implements OfferSink, AutoCloseable {

  /** So far from today that every search is on one side of it; sums of it fit an integer. */
  private static final int FAR_DAYS = 1_000_000;

  private final DuckDatabase database;
  private final NightForm form;
  private final Hotels hotels;
  private final List<DuckDBAppender> offers = new ArrayList<>();
  private final List<DuckDBAppender> nights = new ArrayList<>();

  private DuckWriter(DuckDatabase database, NightForm form, Hotels hotels) {
    this.database = database;
    this.form = form;
    this.hotels = hotels;
  }

  /**
   * Makes the tables.
   *
   * @param file that is not there
   * @param horizon nights of it
   */
  public static DuckWriter open(
      Path file, NightForm form, Hotels hotels, int horizon, int mostAdults) throws SQLException {
    DuckWriter writer = new DuckWriter(DuckDatabase.open(file), form, hotels);
    writer.writeHotels();
    for (int adults = 1; adults <= mostAdults; adults++) {
      writer.createOffers(adults, horizon);
    }
    return writer;
  }

  private void writeHotels() throws SQLException {
    database.execute(
        "CREATE TABLE hotel (hotel INTEGER, place INTEGER, kind INTEGER" + amenityColumns() + ")");
    try (DuckDBAppender appender = appender("hotel")) {
      for (int number = 0; number < hotels.count(); number++) {
        Hotel hotel = hotels.get(number);
        appender.beginRow().append(number);
        appendNumber(appender, hotels.places().leaf(number));
        appendNumber(appender, hotel.kind() == null ? -1 : hotels.kinds().indexOf(hotel.kind()));
        appendAmenities(appender, hotel);
        appender.endRow();
      }
    }
  }

  private String amenityColumns() {
    return IntStream.range(0, hotels.amenities().size())
        .mapToObj(amenity -> ", a" + amenity + " BOOLEAN")
        .collect(Collectors.joining());
  }

  private void createOffers(int adults, int horizon) throws SQLException {
    database.execute(
        "CREATE TABLE "
            + NightForm.offers(adults)
            + """
             (offer INTEGER, hotel INTEGER, recommended INTEGER, meal INTEGER,
              sale_from INTEGER, sale_to INTEGER, close_seconds INTEGER,
              advance_minimum INTEGER, advance_maximum INTEGER,
              latitude INTEGER, longitude INTEGER"""
            + RebateColumns.columns()
            + amenityColumns()
            + form.columns(horizon)
            + ")");
    offers.add(appender(NightForm.offers(adults)));
    if (form == NightForm.ROWS) {
      database.execute(
          "CREATE TABLE "
              + NightForm.nights(adults)
              + " (night INTEGER, offer INTEGER, price INTEGER, stays INTEGER)");
      nights.add(appender(NightForm.nights(adults)));
    }
  }

  private DuckDBAppender appender(String table) throws SQLException {
    return database.connection().createAppender(table);
  }

  @Override
  public void add(FoldedOffer offer) throws SQLException {
    for (int adults = 1; adults <= offers.size(); adults++) {
      int[] prices = offer.prices(adults);
      if (prices != null) {
        DuckDBAppender appender = offers.get(adults - 1);
        appender.beginRow();
        appendOffer(appender, offer);
        appendNights(appender, offer, prices);
        appender.endRow();
        if (form == NightForm.ROWS) {
          addRows(nights.get(adults - 1), offer, prices);
        }
      }
    }
  }

  private void appendOffer(DuckDBAppender appender, FoldedOffer offer) throws SQLException {
    Hotel hotel = hotels.get(offer.hotel());
    OfferRules rules = offer.rules();
    appender.append(offer.number()).append(offer.hotel()).append(hotel.recommended());
    appendNumber(appender, rules.meal());
    appender.append(rules.saleFrom()).append(rules.saleTo()).append(rules.closeSeconds());
    appender.append(Math.max(-FAR_DAYS, rules.advanceMinimum()));
    appender.append(Math.min(FAR_DAYS, rules.advanceMaximum()));
    appender.append(hotel.latitude()).append(hotel.longitude());
    RebateColumns.append(appender, rules.rebates());
    appendAmenities(appender, hotel);
  }

  private void appendAmenities(DuckDBAppender appender, Hotel hotel) throws SQLException {
    for (String amenity : hotels.amenities()) {
      appender.append(hotel.amenities().contains(amenity));
    }
  }

  private void appendNights(DuckDBAppender appender, FoldedOffer offer, int[] prices)
      throws SQLException {
    int[] closedOrPrices = new int[prices.length];
    for (int night = 0; night < prices.length; night++) {
      closedOrPrices[night] =
          prices[night] == FoldedOffer.CLOSED ? NightForm.CLOSED_PRICE : prices[night];
    }
    if (form == NightForm.COLUMNS) {
      for (int night = 0; night < prices.length; night++) {
        appender.append(closedOrPrices[night]).append(offer.stays()[night]);
      }
    } else if (form == NightForm.LISTS) {
      appender.append(closedOrPrices).append(offer.stays());
    }
  }

  private static void addRows(DuckDBAppender appender, FoldedOffer offer, int[] prices)
      throws SQLException {
    for (int night = 0; night < prices.length; night++) {
      if (prices[night] != FoldedOffer.CLOSED) {
        appender.beginRow().append(night).append(offer.number()).append(prices[night]);
        appender.append(offer.stays()[night]).endRow();
      }
    }
  }

  private static void appendNumber(DuckDBAppender appender, int number) throws SQLException {
    if (number < 0) {
      appender.appendNull();
    } else {
      appender.append(number);
    }
  }

  /** Sorts nights that are rows, so that a search reads those of its nights alone. */
  @Override
  public void close() throws SQLException {
    for (DuckDBAppender appender : offers) {
      appender.close();
    }
    for (int adults = 1; adults <= nights.size(); adults++) {
      nights.get(adults - 1).close();
      String table = NightForm.nights(adults);
      database.execute(
          "CREATE TABLE sorted AS FROM " + table + " ORDER BY night, offer; DROP TABLE " + table);
      database.execute("ALTER TABLE sorted RENAME TO " + table);
    }
    database.execute("CHECKPOINT");
    database.close();
  }
}

package tatami.query.mirror.load;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import tatami.query.mirror.column.GrainColumns;
import tatami.query.mirror.column.MirrorColumns;
import tatami.query.mirror.column.OfferColumns;
import tatami.query.mirror.manifest.Manifest;
import tatami.query.mirror.night.NightReader;
import tatami.query.mirror.night.StoredNights;
import tatami.query.mirror.night.StoredStays;
import tatami.query.release.Grain;
import tatami.query.release.OpenRelease;
import tatami.searchtable.calendar.CalendarCodec;
import tatami.searchtable.description.ReleaseDescription;
import tatami.searchtable.description.StayLayout;
import tatami.searchtable.description.StayLayout.NightRules;
import tatami.searchtable.description.StayLayout.OfferCalendar;
import tatami.searchtable.description.StayLayout.OfferRules;
import tatami.searchtable.description.StayLayout.PriceTable;
import tatami.searchtable.description.StayLayout.StayLimit;

/** Copies a release into memory. Used once. */
public final class MirrorLoader {

  private final Connection connection;
  private final OpenRelease release;
  private final LoadListener listener;
  private final ReleaseDescription description;
  private final Manifest manifest;
  private final NightReader nights;

  /**
   * Prepares to copy.
   *
   * @param connection inside a transaction that sees one state
   */
  public MirrorLoader(Connection connection, OpenRelease release, LoadListener listener)
      throws SQLException {
    this.connection = connection;
    this.release = release;
    this.listener = listener;
    description = release.description();
    int horizon = description.horizon() == null ? 0 : description.horizon().nights();
    manifest = Manifest.read(connection, description);
    nights = new NightReader(connection, description.schema(), manifest, horizon);
  }

  /** Copies the release. */
  public MirrorColumns load() throws SQLException {
    manifest.checkRows(connection);
    GrainReader ofProperties = new GrainReader(connection, release, Grain.PROPERTY);
    GrainColumns properties = ofProperties.read();
    listener.loaded(description.property().table(), 0);
    if (description.offer() == null) {
      return new MirrorColumns(properties, null, null, null);
    }
    GrainReader ofOffers = new GrainReader(connection, release, Grain.OFFER);
    GrainColumns offers = ofOffers.read();
    OfferColumns rows = ofOffers.offers();
    listener.loaded(description.offer().table(), 0);
    StoredStays stays = description.stay() == null ? null : stays(rows);
    return new MirrorColumns(properties, offers, rows, stays);
  }

  private StoredStays stays(OfferColumns offers) throws SQLException {
    StayLayout layout = description.stay();
    OfferRules rules = layout.rules();
    NightRules closings = rules.nights();
    int stockRows = 0;
    for (int offer = 0; offer < offers.count(); offer++) {
      stockRows = Math.max(stockRows, offers.stock(offer) + 1);
    }
    StoredNights stock = read(layout.stockTable(), layout.stock(), stockRows);
    List<StoredNights> prices = new ArrayList<>();
    for (PriceTable price : layout.prices()) {
      prices.add(read(price.table(), price.cells(), offers.count()));
    }
    return new StoredStays(
        stock,
        prices,
        limit(rules.minimumStay()),
        limit(rules.maximumStay()),
        limit(rules.minimumStayThrough()),
        limit(rules.maximumStayThrough()),
        calendars(closings.closed()),
        calendars(closings.stopSell()),
        calendars(closings.arrivalClosed()),
        calendars(closings.departureClosed()),
        closings.stayPattern() == null ? null : calendar(closings.stayPattern()));
  }

  private StoredNights limit(StayLimit limit) throws SQLException {
    return limit == null || limit.table() == null
        ? null
        : read(limit.table(), limit.cells(), description.offer().rows());
  }

  private List<StoredNights> calendars(List<OfferCalendar> calendars) throws SQLException {
    List<StoredNights> found = new ArrayList<>();
    for (OfferCalendar calendar : calendars) {
      found.add(calendar(calendar));
    }
    return found;
  }

  private StoredNights calendar(OfferCalendar calendar) throws SQLException {
    return read(calendar.table(), calendar.cells(), description.offer().rows());
  }

  private StoredNights read(String table, CalendarCodec codec, int rows) throws SQLException {
    StoredNights stored = nights.read(table, codec, rows);
    listener.loaded(table, (long) stored.countRows() * stored.nights());
    return stored;
  }
}

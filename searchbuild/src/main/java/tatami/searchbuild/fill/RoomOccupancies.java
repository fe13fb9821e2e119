package tatami.searchbuild.fill;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tatami.ingest.landing.LandedFeed.LandedDays;
import tatami.searchbuild.catalog.StayDefinition.PriceDefinition.PerRoom;
import tatami.searchbuild.master.MasterVersion;
import tatami.searchtable.calendar.CalendarCodec;

/** The largest occupancy for which each offer has a price of the room inside the horizon. */
final class RoomOccupancies {

  private final ReleaseContent content;
  private final PerRoom prices;
  private final List<String> keyColumns;

  RoomOccupancies(ReleaseContent content, PerRoom prices) {
    this.content = content;
    this.prices = prices;
    keyColumns =
        new ArrayList<>(content.catalog().findFeed(prices.amount().feed()).orElseThrow().key());
    keyColumns.removeAll(prices.slotColumns());
  }

  /**
   * Reads them.
   *
   * @param offers who a key of the feed belongs to, the columns of occupancy and class left out
   * @return by offer; null where no occupancy has a price
   */
  Long[] read(Connection reading, Function<List<Object>, int[]> offers) throws SQLException {
    Long[] largest = new Long[content.offers().rows().count()];
    try (Statement statement = reading.createStatement();
        ResultSet rows = statement.executeQuery(select())) {
      while (rows.next()) {
        for (int offer : offers.apply(readKey(rows))) {
          largest[offer] = rows.getLong(1);
        }
      }
    }
    return largest;
  }

  private List<Object> readKey(ResultSet rows) throws SQLException {
    List<Object> key = new ArrayList<>();
    for (int component = 0; component < keyColumns.size(); component++) {
      Object value = rows.getObject(component + 2);
      key.add(value instanceof Integer number ? Long.valueOf(number) : value);
    }
    return key;
  }

  /** Elements of an array count from 1, and days outside of it are none. */
  private String select() {
    MasterVersion version = content.versions().get(prices.amount().feed());
    LandedDays days = version.landed().days();
    long first = ChronoUnit.DAYS.between(days.firstDay(), content.horizon().firstNight()) + 1;
    long last = first + content.horizon().nights() - 1;
    String occupancy = ReleaseSchema.quote(prices.occupancy());
    String groups =
        IntStream.range(0, keyColumns.size())
            .mapToObj(component -> String.valueOf(component + 2))
            .collect(Collectors.joining(", "));
    return "SELECT max("
        + occupancy
        + ")"
        + keyColumns.stream()
            .map(column -> ", " + ReleaseSchema.quote(column))
            .collect(Collectors.joining())
        + " FROM "
        + version.table().quoted()
        + " WHERE "
        + ReleaseSchema.quote(prices.personClass())
        + " = '"
        + PriceSlot.ROOM
        + "' AND "
        + occupancy
        + " BETWEEN 1 AND "
        + PriceSlot.LARGEST_OCCUPANCY
        + " AND "
        + CalendarCodec.MISSING
        + " <> ANY ("
        + ReleaseSchema.quote(prices.amount().value())
        + "["
        + first
        + ":"
        + last
        + "])"
        + (groups.isEmpty() ? "" : " GROUP BY " + groups);
  }
}

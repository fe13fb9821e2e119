package tatami.query.master;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Stream;
import javax.sql.DataSource;
import tatami.query.master.MasterRows.Asked;
import tatami.query.release.Grain;
import tatami.searchtable.description.GrainTable;
import tatami.searchtable.description.GrainTable.ShowColumn;
import tatami.searchtable.description.ReleaseDescription;

/**
 * Reads master rows that are not kept yet, those of both grains in one round trip. No connection is
 * taken where all are kept.
 *
 * @param cache of this release alone
 * @param dataSource gives connections in auto-commit mode
 * @param description of the release
 * @param timeout longest time of one reading
 */
public record CachedMasters(
    MasterCache cache, DataSource dataSource, ReleaseDescription description, Duration timeout)
    implements MasterSource {

  @Override
  public Shown read(List<ShowColumn> show, int[] properties, int[] offers) throws SQLException {
    Map<Integer, MasterRow> foundProperties = cache.find(Grain.PROPERTY, properties);
    Map<Integer, MasterRow> foundOffers = cache.find(Grain.OFFER, offers);
    Shown missing = readMissing(without(properties, foundProperties), without(offers, foundOffers));
    foundProperties.putAll(missing.properties());
    foundOffers.putAll(missing.offers());
    return new Shown(shownOnly(show, foundProperties), foundOffers);
  }

  private static int[] without(int[] ids, Map<Integer, MasterRow> found) {
    return Arrays.stream(ids).filter(id -> !found.containsKey(id)).toArray();
  }

  private Shown readMissing(int[] properties, int[] offers) throws SQLException {
    if (properties.length == 0 && offers.length == 0) {
      return new Shown(Map.of(), Map.of());
    }
    Asked askedProperties = asked(description.property(), properties);
    Asked askedOffers = asked(description.offer(), offers);
    List<Asked> asked =
        Stream.of(askedProperties, askedOffers).filter(each -> each.ids().length > 0).toList();
    try (Connection connection = dataSource.getConnection()) {
      Map<Asked, Map<Integer, MasterRow>> read =
          MasterRows.read(connection, description.schema(), asked, timeout);
      Shown shown =
          new Shown(
              read.getOrDefault(askedProperties, Map.of()),
              read.getOrDefault(askedOffers, Map.of()));
      cache.put(Grain.PROPERTY, shown.properties());
      cache.put(Grain.OFFER, shown.offers());
      return shown;
    }
  }

  private static Asked asked(GrainTable grain, int[] ids) {
    return new Asked(grain, grain == null ? List.of() : grain.show(), ids);
  }

  /** Rows are kept with all columns; an answer shows those that are asked for. */
  private Map<Integer, MasterRow> shownOnly(List<ShowColumn> show, Map<Integer, MasterRow> rows) {
    List<ShowColumn> all = description.property().show();
    if (show.equals(all)) {
      return rows;
    }
    int[] places = show.stream().mapToInt(all::indexOf).toArray();
    Map<Integer, MasterRow> shown = new HashMap<>();
    rows.forEach((id, row) -> shown.put(id, row.of(places)));
    return shown;
  }

  @Override
  public OptionalInt findProperty(List<String> key) throws SQLException {
    try (Connection connection = dataSource.getConnection()) {
      return MasterRows.findId(
          connection, description.schema(), description.property(), key, timeout);
    }
  }
}

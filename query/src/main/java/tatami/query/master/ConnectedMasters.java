package tatami.query.master;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import tatami.query.master.MasterSource.Shown;
import tatami.searchtable.description.GrainTable;
import tatami.searchtable.description.GrainTable.ShowColumn;
import tatami.searchtable.description.ReleaseDescription;

/**
 * Reads master rows on one connection.
 *
 * @param connection inside a transaction that sees one state
 * @param description of the release
 */
public record ConnectedMasters(Connection connection, ReleaseDescription description)
    implements MasterSource {

  @Override
  public Shown read(List<ShowColumn> show, int[] properties, int[] offers) throws SQLException {
    return new Shown(readOf(description.property(), show, properties), readOffers(offers));
  }

  private Map<Integer, MasterRow> readOffers(int[] offers) throws SQLException {
    GrainTable offer = description.offer();
    return offer == null ? Map.of() : readOf(offer, offer.show(), offers);
  }

  private Map<Integer, MasterRow> readOf(GrainTable grain, List<ShowColumn> show, int[] ids)
      throws SQLException {
    return MasterRows.read(connection, description.schema(), grain, show, ids);
  }

  @Override
  public OptionalInt findProperty(List<String> key) throws SQLException {
    return MasterRows.findId(
        connection, description.schema(), description.property(), key, Duration.ZERO);
  }
}

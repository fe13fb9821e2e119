package tatami.query.master;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import tatami.searchtable.description.GrainTable.ShowColumn;

/** Where the rows that are shown come from: the master version of one release. */
public interface MasterSource {

  /**
   * Rows to show, by surrogate.
   *
   * @param properties the properties
   * @param offers the offers
   */
  record Shown(Map<Integer, MasterRow> properties, Map<Integer, MasterRow> offers) {}

  /**
   * Reads rows.
   *
   * @param show columns of the properties, in the order of {@link MasterRow#values()}; offers are
   *     read with all that they show
   * @param properties surrogates, all of which are there
   * @param offers surrogates, all of which are there
   */
  Shown read(List<ShowColumn> show, int[] properties, int[] offers) throws SQLException;

  /** Finds the surrogate of a property by its business key, as texts. */
  OptionalInt findProperty(List<String> key) throws SQLException;
}

package tatami.query.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tatami.query.TestDatabase;
import tatami.query.inns.InnRelease;
import tatami.query.inns.RandomInns;
import tatami.searchtable.description.ReleaseDescription;
import tools.jackson.databind.json.JsonMapper;

/** Faults planted in a release of 40 inns. */
class PlanRehearsalIT {

  private static final AtomicInteger DATABASES = new AtomicInteger();

  private Connection connection;
  private ReleaseDescription description;

  @BeforeEach
  void fill() throws SQLException {
    DataSource database = TestDatabase.create("rehearsal_" + DATABASES.incrementAndGet());
    InnRelease.createControlTables(database);
    InnRelease.publish(database, "inns", 1, new RandomInns(7).catalog());
    connection = database.getConnection();
    try (ResultSet rows =
        connection.createStatement().executeQuery("SELECT description FROM tatami.release")) {
      rows.next();
      description = JsonMapper.shared().readValue(rows.getString(1), ReleaseDescription.class);
    }
    execute("DROP SCHEMA tatami CASCADE");
  }

  @AfterEach
  void close() throws SQLException {
    connection.close();
  }

  @Test
  void aReleaseAsItShouldBeHasNoFaults() throws SQLException {
    assertThat(rehearse()).isEmpty();
    assertThat(connection.getAutoCommit()).isTrue();
  }

  @Test
  void findsAColumnThatIsCastToEachValue() throws SQLException {
    execute(
        """
        ALTER TABLE inns_r1.inn RENAME TO inn_narrow;
        CREATE VIEW inns_r1.inn AS SELECT id, filter_area, filter_kind, filter_amenity,
          filter_rating::numeric, filter_spot_latitude, filter_spot_longitude, sort_popular
        FROM inns_r1.inn_narrow
        """);
    assertThat(rehearse())
        .first()
        .asString()
        .startsWith("search \"rating above the middle\", properties, filter \"rating\", table")
        .contains("\"inns_r1.inn_narrow\": column \"filter_rating\" is cast to numeric in Filter")
        .contains("(inn_narrow.filter_rating)::numeric >=");
  }

  @Test
  void findsColumnsThatValuesAreCastFor() throws SQLException {
    execute("ALTER TABLE inns_r1.inn ALTER COLUMN filter_rating TYPE numeric");
    execute("ALTER TABLE inns_r1.offer ALTER COLUMN filter_meal TYPE real");
    assertThat(rehearse())
        .hasSize(4)
        .anySatisfy(
            finding ->
                assertThat(finding)
                    .contains("filter \"rating\", table \"inns_r1.inn\"", "cast to numeric"))
        .anySatisfy(
            finding ->
                assertThat(finding)
                    .contains("filter \"meal\", table \"inns_r1.offer\"", "double precision"));
  }

  @Test
  void findsAKeyThatIsNoWholeNumber() throws SQLException {
    execute("ALTER TABLE inns_r1.offer ALTER COLUMN property TYPE numeric");
    assertThat(rehearse())
        .singleElement()
        .asString()
        .contains(", offers, table \"inns_r1.offer\"")
        .contains("column \"property\" is no whole number");
  }

  @Test
  void findsAMasterTableInAFilterPlan() throws SQLException {
    execute(
        """
        CREATE SCHEMA inns_master;
        CREATE TABLE inns_master.inn_v1 AS SELECT id, filter_kind FROM inns_r1.inn;
        ALTER TABLE inns_r1.inn RENAME TO inn_narrow;
        CREATE VIEW inns_r1.inn AS SELECT id, filter_area, master.filter_kind, filter_amenity,
          filter_rating, filter_spot_latitude, filter_spot_longitude, sort_popular
        FROM inns_r1.inn_narrow JOIN inns_master.inn_v1 AS master USING (id)
        """);
    assertThat(rehearse())
        .singleElement()
        .asString()
        .contains("properties reads table \"inns_master.inn_v1\" by Seq Scan")
        .contains("schema \"inns_r1\" alone");
  }

  @Test
  void findsWhatCannotBePlannedAndGoesOn() throws SQLException {
    execute("ALTER TABLE inns_r1.inn ALTER COLUMN filter_rating TYPE text");
    execute("ALTER TABLE inns_r1.offer DROP COLUMN filter_floor");
    assertThat(rehearse())
        .anySatisfy(
            finding ->
                assertThat(finding)
                    .contains("search \"rating above the middle\", properties cannot be planned")
                    .contains("operator does not exist"))
        .anySatisfy(finding -> assertThat(finding).contains("filter_floor does not exist"));
  }

  @Test
  void plansAndRunsNothing() throws SQLException {
    execute(
        """
        ALTER TABLE inns_r1.stock RENAME TO stock_rows;
        CREATE VIEW inns_r1.stock AS
        SELECT plane, block, cells || int4send(1 / (block - block)) AS cells
        FROM inns_r1.stock_rows
        """);
    assertThatThrownBy(() -> execute("SELECT cells FROM inns_r1.stock"))
        .hasMessageContaining("division by zero");
    assertThat(rehearse()).isEmpty();
  }

  private List<String> rehearse() throws SQLException {
    return PlanRehearsal.rehearse(connection, description);
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}

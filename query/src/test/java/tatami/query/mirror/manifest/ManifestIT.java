package tatami.query.mirror.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tatami.query.TestDatabase;
import tatami.query.inns.InnRelease;
import tatami.query.inns.RandomInns;
import tatami.query.mirror.copy.DamagedReleaseException;
import tatami.query.release.ReleaseShelf;
import tatami.searchtable.description.ReleaseDescription;

/** Damages a release in a transaction that is taken back. */
class ManifestIT {

  private static DataSource database;

  private Connection connection;
  private ReleaseDescription description;

  @BeforeAll
  static void publish() throws SQLException {
    database = TestDatabase.create("manifests");
    InnRelease.createControlTables(database);
    InnRelease.publish(database, "inns", 1, new RandomInns(3).catalog());
  }

  @BeforeEach
  void open() throws SQLException {
    connection = database.getConnection();
    connection.setAutoCommit(false);
    ReleaseShelf shelf = new ReleaseShelf();
    description = shelf.open(connection, shelf.list(connection, "inns").get(0)).description();
  }

  @AfterEach
  void takeBack() throws SQLException {
    connection.rollback();
    connection.close();
  }

  @Test
  void aWholeReleasePasses() throws SQLException {
    Manifest manifest = Manifest.read(connection, description);
    manifest.checkRows(connection);
    assertThat(manifest.bytesOf("price_1")).isPositive().isLessThan(manifest.bytes());
    assertThat(manifest.bytesOf("nothing")).isZero();
  }

  /** The order of the rows on their pages is no damage. */
  @Test
  void rowsMayStandInAnyOrder() throws SQLException {
    execute("UPDATE inns_r1.offer SET property = property WHERE id % 3 = 0");
    Manifest.read(connection, description).checkRows(connection);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          UPDATE inns_r1.offer SET property = property + 1 WHERE id = 5         | "inns_r1.offer" has checksum
          UPDATE inns_r1.words_words SET text_1 = 'x' WHERE id = 2              | "inns_r1.words_words" has checksum
          UPDATE inns_r1.words_words SET grams = array_append(grams, 1) WHERE id = 2 | "inns_r1.words_words" has checksum
          DELETE FROM inns_r1.inn WHERE id = 7                                  | "inns_r1.inn" has
          UPDATE inns_r1.dictionary_area SET value = 'x' WHERE code = 0         | "inns_r1.dictionary_area" has checksum
          """)
  void findsRowsThatDiffer(String damage, String message) throws SQLException {
    execute(damage);
    Manifest manifest = Manifest.read(connection, description);
    assertThatThrownBy(() -> manifest.checkRows(connection))
        .isInstanceOf(DamagedReleaseException.class)
        .hasMessageContainingAll(message, "its manifest says", "rebuild the catalog");
  }

  @Test
  void findsBlocksThatDiffer() throws SQLException {
    Manifest manifest = Manifest.read(connection, description);
    assertThatThrownBy(() -> manifest.check("price_1", 1_000_000, 0))
        .isInstanceOf(DamagedReleaseException.class)
        .hasMessageContaining("table \"inns_r1.price_1\" has 1000000 blocks");
    assertThatThrownBy(() -> manifest.check("price_99", 1, 0))
        .isInstanceOf(DamagedReleaseException.class)
        .hasMessageContaining("\"inns_r1.price_99\" is not in the manifest");
  }

  @Test
  void aReleaseWithoutAManifestIsNoRetiredOne() throws SQLException {
    execute("DROP TABLE inns_r1._manifest");
    assertThatThrownBy(() -> Manifest.read(connection, description))
        .isInstanceOf(DamagedReleaseException.class)
        .hasMessageContaining("has no table \"_manifest\"");
    execute("ALTER SCHEMA inns_r1 RENAME TO gone");
    assertThatThrownBy(() -> Manifest.read(connection, description))
        .isInstanceOfSatisfying(
            SQLException.class,
            retired -> assertThat(ReleaseShelf.isMissingRelation(retired)).isTrue());
  }

  private void execute(String sql) throws SQLException {
    connection.createStatement().execute(sql);
  }
}

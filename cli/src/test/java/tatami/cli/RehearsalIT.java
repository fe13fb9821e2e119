package tatami.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tatami.cli.database.Database;

/** Faults that are planted in a release after it was filled and before it is verified. */
final class RehearsalIT {

  private static final String NOW = "2026-12-01";

  @TempDir Path folder;
  private String database;

  @BeforeEach
  void generate() {
    database = TestHome.shared().createDatabase();
    CommandRun generated =
        CommandRun.of(
            Map.of(),
            "generate",
            "ryokan",
            "--hotels=15",
            "--days=20",
            "--start=" + NOW,
            "--out",
            folder.toString());
    assertThat(generated.exitCode()).as(generated.err()).isZero();
  }

  @Test
  void aColumnThatSearchesCastFailsTheBuildAndTheLiveReleaseStays() {
    assertThat(rebuildWith("SELECT 1").exitCode()).isZero();
    CommandRun planted =
        rebuildWith(
            "ALTER TABLE ryokan_r2.hotel ALTER COLUMN filter_location_latitude TYPE numeric");
    assertThat(planted.exitCode()).isEqualTo(5);
    assertThat(planted.err())
        .contains("release 2 did not pass its checks: search \"location within\", properties")
        .contains(
            "filter \"location\", table \"ryokan_r2.hotel\": column \"filter_location_latitude\"")
        .contains("cast to numeric")
        .contains("release 1 is still live");
    assertThat(status()).contains("live      1").containsPattern("release +2 +failed");
    assertThat(rebuildWith("SELECT 1").exitCode()).isZero();
    assertThat(status()).contains("live      3");
  }

  @Test
  void aMasterTableInAFilterPlanFailsTheBuild() {
    CommandRun planted =
        rebuildWith(
            """
            ALTER TABLE ryokan_r1.hotel RENAME TO hotel_narrow;
            CREATE VIEW ryokan_r1.hotel AS SELECT narrow.*
            FROM ryokan_r1.hotel_narrow AS narrow
            JOIN ryokan_r1.hotel_key AS key ON key._id = narrow.id
            JOIN ryokan_master.hotel_v1 AS master ON master.hotel_code = key._key_1
            WHERE master.name IS NOT NULL
            """);
    assertThat(planted.exitCode()).isEqualTo(5);
    assertThat(planted.err())
        .contains("reads table \"ryokan_master.hotel_v1\" by ")
        .contains("a filter plan may read tables of schema \"ryokan_r1\" alone");
  }

  /** Rebuilds; the statements run when the command says that the release is filled. */
  private CommandRun rebuildWith(String sql) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    PrintStream planting =
        new PrintStream(err, true, StandardCharsets.UTF_8) {
          @Override
          public void print(String line) {
            super.print(line);
            if (line.startsWith("filled release")) {
              execute(sql);
            }
          }
        };
    String catalog = Path.of("..", "catalogs", "ryokan").toString();
    int exitCode =
        Tatami.run(
            List.of("rebuild", "--catalog", catalog, "--feeds", folder.toString(), "--now", NOW),
            new ByteArrayInputStream(new byte[0]),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            planting,
            Map.of("DATABASE_URL", database));
    return new CommandRun(
        exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  private void execute(String sql) {
    try (Database opened = Database.open(Database.findAddress(database, Map.of()).orElseThrow());
        Connection connection = opened.dataSource().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }

  private String status() {
    return CommandRun.of(Map.of("DATABASE_URL", database), "status").out();
  }
}

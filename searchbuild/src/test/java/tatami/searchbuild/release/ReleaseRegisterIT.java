package tatami.searchbuild.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;
import tatami.searchbuild.database.TestDatabase;

class ReleaseRegisterIT {

  private static final String CATALOG = "camp";

  private final DataSource database = TestDatabase.create();
  private final Jdbi jdbi = Jdbi.create(database);
  private final ReleaseRegister register = new ReleaseRegister(database);

  @BeforeEach
  void migrate() {
    register.migrate();
  }

  @Test
  void knowsNothingBeforeTheFirstBuild() {
    ReleaseRegister untouched = new ReleaseRegister(TestDatabase.create());
    assertThat(untouched.listCatalogs()).isEmpty();
    assertThat(untouched.status(CATALOG))
        .isEqualTo(new CatalogStatus(CATALOG, null, List.of(), Map.of()));
    assertThat(register.status(CATALOG).releases()).isEmpty();
  }

  @Test
  void migratesTwiceWithoutHarm() {
    int release = build();
    register.migrate();
    assertThat(states()).isEqualTo(release + " verified");
  }

  @Test
  void aReleaseGoesFromBuildingToVerifiedToLive() {
    int release = start();
    assertThat(states()).isEqualTo("1 building");
    assertThat(served()).isEmpty();
    register.markVerified(CATALOG, release);
    assertThat(states()).isEqualTo("1 verified");
    assertThat(register.findPublishable(CATALOG)).contains(1);
    assertThat(served()).isEmpty();
    register.publish(CATALOG, release);
    assertThat(states()).isEqualTo("1 live");
    assertThat(register.findLive(CATALOG)).contains(1);
    assertThat(register.findPublishable(CATALOG)).isEmpty();
    assertThat(served()).containsExactly("1 live");
  }

  @Test
  void onlyAVerifiedReleaseCanBePublished() {
    int release = start();
    assertThatThrownBy(() -> register.publish(CATALOG, release))
        .hasMessageContaining("only a verified release can be published");
    register.markFailed(CATALOG, release, "no rows");
    assertThatThrownBy(() -> register.publish(CATALOG, release))
        .hasMessageContaining("only a verified release can be published");
    assertThatThrownBy(() -> register.publish(CATALOG, 99)).hasMessageContaining("release=99");
  }

  @Test
  void aPublishThatFailsLeavesTheLiveReleaseLive() {
    publish();
    int second = start();
    assertThatThrownBy(() -> register.publish(CATALOG, second)).isNotNull();
    assertThat(states()).isEqualTo("2 building, 1 live");
    assertThat(register.findLive(CATALOG)).contains(1);
    assertThat(served()).containsExactly("1 live");
  }

  @Test
  void theReleaseThatWasLiveStaysServed() {
    publish();
    publish();
    assertThat(states()).isEqualTo("2 live, 1 verified");
    assertThat(served()).containsExactly("1 kept", "2 live");
    assertThat(register.findPublishable(CATALOG)).isEmpty();
  }

  @Test
  void retireKeepsTheLiveReleaseAndTheOneBefore() {
    for (int release = 1; release <= 4; release++) {
      publish();
      register.retire(CATALOG, null);
    }
    assertThat(states()).isEqualTo("4 live, 3 verified, 2 retired, 1 retired");
    assertThat(served()).containsExactly("3 kept", "4 live");
    assertThat(schemas()).containsExactly("camp_r3", "camp_r4");
  }

  @Test
  void retireDropsWhatFailedAndAbandonedBuildsLeft() {
    publish();
    int failed = build();
    register.markFailed(CATALOG, failed, "a gate refused it");
    int abandoned = build();
    jdbi.useHandle(
        handle ->
            handle.execute(
                "UPDATE tatami.release SET state = 'building' WHERE release = " + abandoned));
    int waiting = build();
    register.retire(CATALOG, waiting);
    assertThat(states()).isEqualTo("4 verified, 3 failed, 2 failed, 1 live");
    assertThat(schemas()).containsExactly("camp_r1", "camp_r4");
    assertThat(register.findPublishable(CATALOG)).contains(4);
  }

  @Test
  void retireDropsAVerifiedReleaseThatNobodyWaitsFor() {
    publish();
    build();
    register.retire(CATALOG, null);
    assertThat(states()).isEqualTo("2 failed, 1 live");
    assertThat(schemas()).containsExactly("camp_r1");
  }

  @Test
  void retireAgainChangesNothing() {
    publish();
    publish();
    publish();
    register.retire(CATALOG, null);
    String states = states();
    register.retire(CATALOG, null);
    assertThat(states()).isEqualTo(states).isEqualTo("3 live, 2 verified, 1 retired");
  }

  @Test
  void catalogsDoNotTouchEachOther() {
    publish();
    int other = register.start("inn", LocalDate.of(2026, 12, 5), Map.of());
    register.markVerified("inn", other);
    register.publish("inn", other);
    register.retire("inn", null);
    assertThat(register.listCatalogs()).containsExactly("camp", "inn");
    assertThat(states()).isEqualTo("1 live");
    assertThat(register.status("inn").live()).isEqualTo(1);
  }

  @Test
  void publishTellsWhoeverListens() throws SQLException {
    int release = build();
    try (Connection connection = database.getConnection()) {
      connection.createStatement().execute("LISTEN tatami_release");
      register.publish(CATALOG, release);
      assertThat(connection.unwrap(PGConnection.class).getNotifications(5_000))
          .singleElement()
          .satisfies(notification -> assertThat(notification.getParameter()).isEqualTo(CATALOG));
    }
  }

  private int start() {
    int release = register.start(CATALOG, LocalDate.of(2026, 12, 5), Map.of());
    jdbi.useHandle(
        handle -> {
          handle.execute("CREATE SCHEMA camp_r" + release);
          handle.execute("CREATE TABLE camp_r" + release + ".camp (id int4)");
        });
    return release;
  }

  private int build() {
    int release = start();
    register.describe(CATALOG, release, "{}", "SELECT 1");
    register.markVerified(CATALOG, release);
    return release;
  }

  private void publish() {
    register.publish(CATALOG, build());
  }

  private String states() {
    return String.join(
        ", ",
        register.status(CATALOG).releases().stream()
            .map(release -> release.release() + " " + release.state())
            .toList());
  }

  private List<String> served() {
    return list(
        """
        SELECT release || CASE WHEN live THEN ' live' ELSE ' kept' END
        FROM tatami.served_v1_release WHERE catalog = 'camp' ORDER BY release
        """);
  }

  private List<String> schemas() {
    return list("SELECT nspname::text FROM pg_namespace WHERE nspname LIKE 'camp\\_r%' ORDER BY 1");
  }

  private List<String> list(String sql) {
    return jdbi.withHandle(handle -> handle.createQuery(sql).mapTo(String.class).list());
  }
}

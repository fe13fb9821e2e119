package tatami.searchbuild.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tatami.searchbuild.release.BuildLock;
import tatami.searchbuild.release.CatalogStatus;
import tatami.searchbuild.release.ReleaseRegister;
import tatami.searchbuild.verify.ReleaseRehearsal;

class RebuildJobIT {

  private static final Set<Phase> ALL = EnumSet.allOf(Phase.class);

  @TempDir Path folder;

  private CampBuild build;

  @BeforeEach
  void writeFeeds() throws IOException {
    build = new CampBuild(folder);
  }

  @AfterEach
  void closeConnections() {
    build.close();
  }

  @Test
  void buildsWhatTheFeedsSay() {
    RebuildSummary summary = build.rebuild();
    assertThat(summary.release()).isEqualTo(1);
    assertThat(summary.state()).isEqualTo("live");
    assertThat(summary.feeds().get("night"))
        .isEqualTo(new RebuildSummary.FeedSummary(160, 0, 0, 160 + 150 + 8));
    assertThat(summary.prices().packed()).isEqualTo(150);
    assertThat(summary.steps().keySet())
        .containsExactly("referee", "land", "number", "fill", "verify", "publish", "retire");
    assertThat(
            build.list(
                "SELECT _id || ' ' || _key_1 || ' ' || title FROM camp_r1.camp_page ORDER BY 1"))
        .containsExactly("0 alm Alm, high", "1 fjord Fjord Camp", "2 strand Strand");
    assertThat(
            build.list(
                "SELECT _id || ' ' || _key_1 || ' ' || surface FROM camp_r1.pitch_page ORDER BY 1"))
        .containsExactly("0 1 grass", "1 2 grass", "2 10 gravel", "3 1 sand");
    assertThat(
            build.list(
                "SELECT array_to_string(property_of, ' ') FROM (SELECT array_agg(property"
                    + " ORDER BY id) AS property_of FROM camp_r1.pitch) offers"))
        .containsExactly("0 1 1 2");
    assertOfferRowsHaveNoGap();
  }

  @Test
  void aSecondBuildOfTheSameRowsInAnyOrderGivesEqualTables() throws IOException {
    assertThat(build.rebuild().release()).isEqualTo(1);
    List<String> first = build.digests(1);
    assertThat(first).hasSizeGreaterThan(8);
    assertThat(build.rebuild().release()).isEqualTo(2);
    assertThat(build.digests(2)).isEqualTo(first);
    build.write("camp.csv", CampBuild.reversed(CampBuild.camps()));
    build.write("pitch.csv", CampBuild.reversed(CampBuild.pitches()));
    build.write("night.csv", CampBuild.reversed(CampBuild.nights()));
    assertThat(build.rebuild().release()).isEqualTo(3);
    assertThat(build.digests(3)).isEqualTo(first);
    assertThat(live()).isEqualTo(3);
  }

  @Test
  void theManifestSaysWhatEachTableHolds() {
    build.rebuild();
    String rows = "SELECT table_name FROM camp_r1._manifest WHERE form = 'rows'";
    assertThat(build.list(rows)).contains("camp", "pitch");
    List<String> calendars =
        build.list("SELECT table_name FROM camp_r1._manifest WHERE form = 'blocks'");
    assertThat(calendars).contains("stock").hasSizeGreaterThan(1);
    for (String calendar : calendars) {
      assertThat(
              build.list(
                  "SELECT (SELECT count(*) || ' ' || sum(length(cells)) FROM camp_r1."
                      + calendar
                      + ") || ' = ' || row_count || ' ' || byte_count FROM camp_r1._manifest"
                      + " WHERE table_name = '"
                      + calendar
                      + "'"))
          .first()
          .satisfies(found -> assertThat(found.split(" = ")[0]).isEqualTo(found.split(" = ")[1]));
    }
  }

  @Test
  void aChangedPriceChangesTheTables() throws IOException {
    build.rebuild();
    List<String> nights = new ArrayList<>(CampBuild.nights());
    nights.set(1, nights.get(1).replace("100.00", "100.01"));
    build.write("night.csv", nights);
    build.rebuild();
    assertThat(build.digests(2)).isNotEqualTo(build.digests(1));
  }

  @Test
  void keepsTwoReleasesAndTheirMasterVersionsAlone() {
    for (int release = 1; release <= 3; release++) {
      build.rebuild();
    }
    assertThat(states()).isEqualTo("3 live, 2 verified, 1 retired");
    assertThat(build.list("SELECT nspname::text FROM pg_namespace WHERE nspname LIKE 'camp\\_r%'"))
        .containsExactlyInAnyOrder("camp_r2", "camp_r3");
    assertThat(
            build.list(
                "SELECT relname::text FROM pg_class WHERE relkind = 'r'"
                    + " AND relnamespace = 'camp_master'::regnamespace"))
        .containsExactlyInAnyOrder(
            "camp_v2", "camp_v3", "pitch_v2", "pitch_v3", "night_v2", "night_v3");
  }

  @Test
  void aBuildWhileAnotherHoldsTheLockEndsWithExitCodeFour() throws Exception {
    build.rebuild();
    try (BuildLock held = BuildLock.tryAcquire(build.database, "camp").orElseThrow()) {
      assertThat(held).isNotNull();
      BuildFailure failure = catchThrowableOfType(BuildFailure.class, build::rebuild);
      assertThat(failure).isInstanceOf(BuildFailure.AnotherRuns.class);
      assertThat(failure.exitCode()).isEqualTo(4);
      assertThat(failure).hasMessageContaining("another build of catalog \"camp\" runs");
    }
    assertThat(build.rebuild().release()).isEqualTo(2);
  }

  @Test
  void aBuildInTheMiddleOfAnotherEndsWithExitCodeFour() {
    List<BuildFailure> failures = new ArrayList<>();
    RebuildSummary summary =
        build.run(
            ALL, line -> failures.add(catchThrowableOfType(BuildFailure.class, build::again)));
    assertThat(failures)
        .hasSize(build.progress().size())
        .hasSizeGreaterThan(5)
        .allMatch(failure -> failure instanceof BuildFailure.AnotherRuns);
    assertThat(summary.release()).isEqualTo(1);
    assertThat(states()).isEqualTo("1 live");
  }

  @Test
  void aRunThatWasKilledIsFollowedByOneThatSucceeds() throws IOException {
    build.rebuild();
    List<String> expected = build.digests(1);
    List<String> nights = CampBuild.nights();
    for (String moment : List.of("landed camp", "landed night", "filled", "verified")) {
      nights = CampBuild.reversed(nights);
      build.write("night.csv", nights);
      int before = live();
      killAt(moment);
      assertThat(live()).as(moment).isEqualTo(before);
      assertThat(build.digests(before)).as(moment).isEqualTo(expected);

      RebuildSummary summary = build.rebuild();

      assertThat(live()).as(moment).isEqualTo(summary.release()).isGreaterThan(before);
      assertThat(build.digests(live())).as(moment).isEqualTo(expected);
      assertThat(states()).startsWith(live() + " live").doesNotContain("building");
      assertThat(summary.feeds()).containsOnlyKeys("camp", "pitch", "night");
      assertThat(orphans()).as(moment).isEmpty();
    }
  }

  @Test
  void aRunThatWasKilledAfterThePublishLeavesTheNewReleaseLive() {
    killAt("release 1 is live");
    assertThat(live()).isEqualTo(1);
    assertThat(build.rebuild().release()).isEqualTo(2);
    assertThat(states()).isEqualTo("2 live, 1 verified");
  }

  @Test
  void aRunThatWasKilledAfterLandingDoesNotLandAgain() {
    killAt("numbered");
    build.rebuild();
    assertThat(build.progress()).noneMatch(line -> line.startsWith("landed"));
    assertThat(build.list("SELECT max(version)::text FROM tatami.feed_version"))
        .containsExactly("1");
  }

  @Test
  void namesAllRefusedFeedsAtOnceAndLeavesTheOldReleaseLive() throws IOException {
    build.rebuild();
    Files.delete(folder.resolve("camp.csv"));
    build.write("night.csv", List.of("camp_code,pitch,date,free,fee", "alm,1,2026-12-05,1,1"));
    BuildFailure failure = catchThrowableOfType(BuildFailure.class, build::rebuild);
    assertThat(failure.exitCode()).isEqualTo(3);
    assertThat(failure)
        .hasMessageContainingAll(
            "no file matches camp.csv", "no column \"pitch_code\", \"least_nights\"");
    assertThat(states()).isEqualTo("1 live");
  }

  @Test
  void keepsTheRejectedRowsOfAFeedThatIsRefused() throws IOException {
    build.rebuild();
    List<String> nights = new ArrayList<>(CampBuild.nights());
    for (int line = 1; line <= 9; line++) {
      nights.set(line, nights.get(line).replace(",2026-", ",26-"));
    }
    nights.set(1, "fjord,2\0,2026-12-05,1,1.00,");
    build.write("night.csv", nights);
    BuildFailure failure = catchThrowableOfType(BuildFailure.class, build::rebuild);
    assertThat(failure.exitCode()).isEqualTo(3);
    assertThat(failure).hasMessageContainingAll("9 of 160 rows are bad", "5 %");
    assertThat(
            build.list(
                "SELECT file || ':' || line FROM tatami.rejected_row WHERE feed = 'night'"
                    + " AND version = 2 ORDER BY line"))
        .hasSize(9)
        .startsWith("night.csv:2", "night.csv:3");
    assertThat(states()).isEqualTo("1 live");
    assertThat(new ReleaseRegister(build.database).status("camp").feeds().get("night").state())
        .isEqualTo("refused");
  }

  @Test
  void takesAFeedWithFewBadRowsAndCountsThem() throws IOException {
    List<String> nights = new ArrayList<>(CampBuild.nights());
    nights.set(4, nights.get(4).replace("strand,1", "strand,one"));
    nights.add(nights.get(1));
    nights.add(nights.get(2).replace("250.50", "251.50"));
    build.write("night.csv", nights);
    assertThat(build.rebuild().feeds().get("night"))
        .extracting(
            RebuildSummary.FeedSummary::rowsIn,
            RebuildSummary.FeedSummary::duplicates,
            RebuildSummary.FeedSummary::rejected)
        .containsExactly(162L, 1L, 3L);
    assertThat(build.list("SELECT line::text FROM tatami.rejected_row ORDER BY rejected_row.line"))
        .containsExactly("3", "5", "163");
  }

  @Test
  void landsWhatPitchesReferToFirstAndRejectsThoseThatReferToNothing() throws IOException {
    writePitchesThatRefer();
    RebuildSummary summary = build.rebuild();
    assertThat(build.progress().stream().filter(line -> line.startsWith("landed")))
        .containsExactly(
            "landed camp: 4 rows in, 0 rejected",
            "landed night: 160 rows in, 0 rejected",
            "landed pitch: 8 rows in, 1 rejected");
    assertThat(summary.rejectedRows())
        .containsExactly(
            "pitch, pitch.csv:8: column \"camp_code\": no row of feed \"camp\" has it as its"
                + " \"camp_code\", got \"ghost\"");
    assertThat(build.list("SELECT DISTINCT camp_code FROM camp_master.pitch_v1 ORDER BY 1"))
        .containsExactly("alm", "fjord", "shut", "strand");
  }

  @Test
  void aRunThatWasKilledWhileItLandedReadsWhatItLandedBefore() throws IOException {
    writePitchesThatRefer();
    killAt("landed pitch");
    RebuildSummary summary = build.rebuild();
    assertThat(build.progress().stream().filter(line -> line.startsWith("landed")))
        .containsExactly("landed pitch: 8 rows in, 1 rejected");
    assertThat(summary.feeds().get("pitch").rejected()).isEqualTo(1);
    assertThat(summary.feeds().keySet()).containsExactly("pitch", "camp", "night");
  }

  /** Puts the feed of pitches first, lets it refer to camps, and adds a pitch of none. */
  private void writePitchesThatRefer() throws IOException {
    String text = CampBuild.CATALOG;
    String pitch = text.substring(text.indexOf("  pitch:\n    files"), text.indexOf("  night:\n"));
    String referring =
        pitch.replace(
                "      camp_code: text\n",
                "      camp_code: { type: text, references: camp.camp_code }\n")
            + "    expect: { rejected: 20% }\n";
    String catalog = text.replace(pitch, "").replace("feeds:\n", "feeds:\n" + referring);
    build.write("catalog.yaml", catalog.lines().toList());
    List<String> pitches = new ArrayList<>(CampBuild.pitches());
    pitches.add("ghost,1,grass,2026-01-01,2027-12-31,1,2");
    pitches.add("strand,2,sand,2026-06-01,2027-12-31,3,8");
    build.write("pitch.csv", pitches);
  }

  @Test
  void aReleaseWithoutARowIsRefusedByTheGate() throws IOException {
    build.rebuild();
    List<String> camps = CampBuild.camps();
    build.write("camp.csv", List.of(camps.get(0), camps.get(3)));
    BuildFailure failure = catchThrowableOfType(BuildFailure.class, build::rebuild);
    assertThat(failure).isInstanceOf(BuildFailure.GateRefused.class);
    assertThat(failure.exitCode()).isEqualTo(5);
    assertThat(failure).hasMessageContaining("no camp is left to show");
    assertThat(live()).isEqualTo(1);
    build.write("camp.csv", camps);
    assertThat(build.rebuild().state()).isEqualTo("live");
    assertThat(states()).isEqualTo("3 live, 2 failed, 1 verified");
  }

  @Test
  void aReleaseThatFailsItsRehearsalIsRefusedByTheGate() {
    build.rebuild();
    build.rehearseWith(
        (connection, description) -> List.of(description.schema() + " is slow", "and wrong"));
    BuildFailure failure = catchThrowableOfType(BuildFailure.class, build::rebuild);
    assertThat(failure).isInstanceOf(BuildFailure.GateRefused.class);
    assertThat(failure).hasMessageContaining("camp_r2 is slow; and wrong");
    assertThat(states()).isEqualTo("2 failed, 1 live");
    build.rehearseWith(ReleaseRehearsal.none());
    assertThat(build.rebuild().state()).isEqualTo("live");
  }

  @Test
  void theRehearsalSeesTheTablesBeforeAnybodyElse() {
    List<String> seen = new ArrayList<>();
    build.rehearseWith(
        (connection, description) -> {
          seen.addAll(build.list("SELECT state FROM tatami.release"));
          try (ResultSet rows =
              connection
                  .createStatement()
                  .executeQuery("SELECT count(*) FROM " + description.schema() + ".camp")) {
            rows.next();
            seen.add(rows.getString(1));
          }
          return List.of();
        });
    build.rebuild();
    assertThat(seen).containsExactly("building", "3");
  }

  @Test
  void partsOfTheNightRunAlone() {
    RebuildSummary ingested = build.run(EnumSet.of(Phase.INGEST), line -> {});
    assertThat(ingested.state()).isEqualTo("landed");
    assertThat(states()).isEmpty();
    assertThat(build.run(EnumSet.of(Phase.BUILD), line -> {}).state()).isEqualTo("verified");
    assertThat(states()).isEqualTo("1 verified");
    assertThat(build.run(EnumSet.of(Phase.PUBLISH), line -> {}).release()).isEqualTo(1);
    assertThat(states()).isEqualTo("1 live");
    assertThatThrownBy(() -> build.run(EnumSet.of(Phase.PUBLISH), line -> {}))
        .isInstanceOf(BuildFailure.Failed.class)
        .hasMessageContaining("no verified release that waits to be published");
    build.rebuild();
    assertThat(build.digests(2)).isEqualTo(build.digests(1));
  }

  @Test
  void buildingWithoutLandedFeedsSaysWhatToDo() {
    assertThatThrownBy(() -> build.run(EnumSet.of(Phase.BUILD), line -> {}))
        .isInstanceOf(BuildFailure.Failed.class)
        .hasMessageContaining("was never landed; run `tatami ingest` first");
  }

  private void assertOfferRowsHaveNoGap() {
    String gap =
        """
        SELECT DISTINCT pg_column_size(pitch.*) - 24 - (
          SELECT sum(attlen) FROM pg_attribute
          WHERE attrelid = 'camp_r1.pitch'::regclass AND attnum > 0 AND attlen > 0)
        FROM camp_r1.pitch
        """;
    assertThat(build.list(gap)).containsExactly("0");
  }

  /** Ends a run at a moment and leaves behind what a killed one leaves: an execution that runs. */
  private void killAt(String moment) {
    assertThatThrownBy(
            () ->
                build.run(
                    ALL,
                    line -> {
                      if (line.startsWith(moment)) {
                        throw new IllegalStateException("killed at " + moment);
                      }
                    }))
        .isInstanceOf(BuildFailure.Failed.class)
        .hasMessageContaining("killed at " + moment);
    build.jdbi.useHandle(
        handle -> {
          handle.execute(
              """
              UPDATE tatami_batch.batch_step_execution
              SET status = 'STARTED', exit_code = 'EXECUTING', end_time = NULL
              WHERE status = 'FAILED'
              """);
          handle.execute(
              """
              UPDATE tatami_batch.batch_job_execution
              SET status = 'STARTED', exit_code = 'UNKNOWN', end_time = NULL
              WHERE status = 'FAILED'
              """);
        });
  }

  private Integer live() {
    return new ReleaseRegister(build.database).status("camp").live();
  }

  private String states() {
    CatalogStatus status = new ReleaseRegister(build.database).status("camp");
    return String.join(
        ", ",
        status.releases().stream()
            .map(release -> release.release() + " " + release.state())
            .toList());
  }

  /** Returns tables, schemas and landings that nothing in the control tables accounts for. */
  private List<String> orphans() {
    return build.list(
        """
        SELECT relname::text FROM pg_class
        WHERE relkind = 'r' AND relnamespace = 'camp_master'::regnamespace
          AND relname NOT IN (
            SELECT feed || '_v' || version FROM tatami.feed_version WHERE state = 'landed')
        UNION ALL
        SELECT feed || ' ' || version || ' is landing' FROM tatami.feed_version
        WHERE state = 'landing'
        UNION ALL
        SELECT nspname::text FROM pg_namespace
        WHERE nspname LIKE 'camp\\_r%' AND nspname NOT IN (
          SELECT schema_name FROM tatami.release WHERE state IN ('live', 'verified'))
        """);
  }
}

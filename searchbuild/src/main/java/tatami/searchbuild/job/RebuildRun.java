package tatami.searchbuild.job;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.postgresql.util.PSQLException;
import tatami.ingest.feed.ColumnReference;
import tatami.ingest.feed.FeedDefinition;
import tatami.ingest.landing.FeedLanding;
import tatami.ingest.landing.LandedFeed;
import tatami.ingest.landing.MasterTable;
import tatami.ingest.landing.ReferencedValues;
import tatami.ingest.source.FeedRefusedException;
import tatami.ingest.source.FeedSource;
import tatami.searchbuild.catalog.Catalog;
import tatami.searchbuild.fill.FilledRelease;
import tatami.searchbuild.fill.ReleaseContent;
import tatami.searchbuild.fill.ReleaseFill;
import tatami.searchbuild.master.DatabaseQuarantine;
import tatami.searchbuild.master.MasterVersion;
import tatami.searchbuild.master.MasterVersions;
import tatami.searchbuild.release.ReleaseRegister;
import tatami.searchbuild.verify.ReleaseRehearsal;
import tatami.searchbuild.verify.ReleaseVerification;
import tools.jackson.databind.json.JsonMapper;

/**
 * One run of a night: the steps, and what they hand to each other.
 *
 * <p>What must survive a crash is in {@link RunMemory}; everything else is computed again.
 */
final class RebuildRun {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int SHOWN_REJECTED_ROWS = 3;

  private final DataSource dataSource;
  private final RebuildRequest request;
  private final Catalog catalog;
  private final ReleaseRehearsal rehearsal;
  private final Consumer<String> progress;
  private final ReleaseRegister register;
  private final MasterVersions masters;
  private final List<FeedSource> sources = new ArrayList<>();
  private final Map<String, MasterVersion> versions = new LinkedHashMap<>();
  private final List<String> warnings = new ArrayList<>();
  private ReleaseContent content;
  private FilledRelease filled;

  RebuildRun(
      DataSource dataSource,
      RebuildRequest request,
      ReleaseRehearsal rehearsal,
      Consumer<String> progress) {
    this.dataSource = dataSource;
    this.request = request;
    this.catalog = request.catalog();
    this.rehearsal = rehearsal;
    this.progress = progress;
    this.register = new ReleaseRegister(dataSource);
    this.masters = new MasterVersions(Jdbi.create(dataSource), catalog.name());
  }

  /** Finds every feed and looks at its header, and names all that are refused at once. */
  void referee(RunMemory memory) {
    List<String> refusals = new ArrayList<>();
    sources.clear();
    for (FeedDefinition feed : LandingOrder.of(catalog.feeds())) {
      try {
        sources.add(FeedSource.open(feed, request.feeds()));
      } catch (FeedRefusedException e) {
        refusals.add(e.getMessage());
      }
    }
    if (!refusals.isEmpty()) {
      throw new BuildFailure.FeedRefused(String.join("\n", refusals));
    }
  }

  /** Lands every feed in a new master version. */
  void land(RunMemory memory) throws SQLException {
    for (FeedSource source : sources) {
      String feed = source.feed().name();
      if (!memory.hasVersion(feed)) {
        memory.rememberVersion(feed, land(source, referencedTables(source.feed(), memory)));
      }
    }
  }

  /** Returns where the values are that a feed refers to: they landed before it. */
  private Map<ColumnReference, MasterTable> referencedTables(
      FeedDefinition feed, RunMemory memory) {
    Map<ColumnReference, MasterTable> tables = new LinkedHashMap<>();
    for (ColumnReference reference : feed.references()) {
      int version = memory.version(reference.feed());
      tables.put(reference, masters.get(reference.feed(), version).table());
    }
    return tables;
  }

  private int land(FeedSource source, Map<ColumnReference, MasterTable> referenced)
      throws SQLException {
    String feed = source.feed().name();
    MasterVersions.Started started = masters.start(feed, source.asOf());
    Currency currency = Currency.getInstance(catalog.currency());
    try (Connection connection = dataSource.getConnection();
        DatabaseQuarantine quarantine =
            new DatabaseQuarantine(Jdbi.create(dataSource), catalog.name(), started)) {
      connection.setAutoCommit(false);
      LandedFeed landed =
          new FeedLanding(connection, currency, quarantine)
              .land(source, started.table(), ReferencedValues.read(connection, referenced));
      connection.commit();
      masters.finish(started, landed);
      progress.accept(
          "landed "
              + feed
              + ": "
              + landed.rowsIn()
              + " rows in, "
              + landed.rejected()
              + " rejected");
      return started.version();
    } catch (FeedRefusedException e) {
      masters.refuse(started, e.getMessage());
      throw new BuildFailure.FeedRefused(e.getMessage());
    }
  }

  /** Chooses master versions, reads the grains and numbers them. */
  void number(RunMemory memory) throws SQLException {
    chooseVersions(memory);
    try (Connection connection = dataSource.getConnection()) {
      connection.setAutoCommit(false);
      content = new ContentNumbering(request, versions).number(connection);
    }
    progress.accept(
        "numbered "
            + content.properties().count()
            + " "
            + catalog.property().name()
            + (content.offers() == null
                ? ""
                : ", " + content.offers().rows().count() + " " + catalog.offer().name()));
  }

  private void chooseVersions(RunMemory memory) {
    versions.clear();
    for (FeedDefinition feed : catalog.feeds()) {
      MasterVersion version =
          memory.hasVersion(feed.name())
              ? masters.get(feed.name(), memory.version(feed.name()))
              : masters
                  .findNewest(feed.name())
                  .orElseThrow(
                      () ->
                          new BuildFailure.Failed(
                              "feed \""
                                  + feed.name()
                                  + "\" was never landed; run `tatami ingest` first",
                              null));
      versions.put(feed.name(), version);
    }
  }

  /** Fills the schema of a new release. */
  void fill(RunMemory memory) throws SQLException {
    register.retire(catalog.name(), null);
    Map<String, Integer> pinned = new LinkedHashMap<>();
    versions.forEach((feed, version) -> pinned.put(feed, version.version()));
    int release = register.start(catalog.name(), request.businessDate(), pinned);
    memory.rememberRelease(release);
    try (Connection writing = dataSource.getConnection();
        Connection reading = dataSource.getConnection()) {
      writing.setAutoCommit(false);
      reading.setAutoCommit(false);
      filled =
          new ReleaseFill(writing, reading, content)
              .fill(ReleaseRegister.schemaOf(catalog.name(), release));
      writing.commit();
    }
    warnings.addAll(filled.warnings());
    register.describe(
        catalog.name(),
        release,
        JSON.writeValueAsString(filled.description()),
        filled.statements());
    progress.accept("filled release " + release + ": " + filled.tables().size() + " tables");
  }

  /** Checks the release; what fails here never becomes live. */
  void verify(RunMemory memory) throws SQLException {
    List<String> findings;
    try (Connection connection = dataSource.getConnection()) {
      ReleaseVerification verification = new ReleaseVerification(connection, filled);
      findings = verification.verify();
      if (findings.isEmpty()) {
        findings = rehearsal.rehearse(connection, filled.description());
      }
      if (findings.isEmpty()) {
        verification.writeManifest();
      }
    }
    if (!findings.isEmpty()) {
      String detail = String.join("; ", findings);
      register.markFailed(catalog.name(), memory.release(), detail);
      throw new BuildFailure.GateRefused(
          "release " + memory.release() + " did not pass its checks: " + detail);
    }
    register.markVerified(catalog.name(), memory.release());
    progress.accept("verified release " + memory.release());
  }

  /** Makes the verified release live. */
  void publish(RunMemory memory) {
    if (!request.has(Phase.BUILD)) {
      memory.rememberRelease(
          register
              .findPublishable(catalog.name())
              .orElseThrow(
                  () ->
                      new BuildFailure.Failed(
                          "catalog \""
                              + catalog.name()
                              + "\" has no verified release that waits to be published; run `tatami build` first",
                          null)));
    }
    register.publish(catalog.name(), memory.release());
    progress.accept("release " + memory.release() + " is live");
  }

  /** Drops what nobody needs any more. */
  void retire(RunMemory memory) {
    try {
      if (memory.hasRelease()) {
        register.retire(catalog.name(), memory.release());
      }
      masters.dropUnpinned();
    } catch (RuntimeException e) {
      if (!isLockTimeout(e)) {
        throw e;
      }
      warnings.add("an old release is still being read; the next run retires it");
    }
  }

  private static boolean isLockTimeout(Throwable thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof PSQLException e && "55P03".equals(e.getSQLState())) {
        return true;
      }
    }
    return false;
  }

  /** Returns what the run did. */
  RebuildSummary summary(RunMemory memory, Map<String, Double> steps) {
    Map<String, RebuildSummary.FeedSummary> feeds = new LinkedHashMap<>();
    List<String> rejectedRows = new ArrayList<>();
    for (FeedDefinition definition : catalog.feeds()) {
      String feed = definition.name();
      if (memory.hasVersion(feed)) {
        LandedFeed landed = masters.get(feed, memory.version(feed)).landed();
        feeds.put(
            feed,
            new RebuildSummary.FeedSummary(
                landed.rowsIn(), landed.duplicates(), landed.rejected(), landed.values()));
        int room = SHOWN_REJECTED_ROWS - rejectedRows.size();
        masters
            .listRejected(feed, memory.version(feed), room)
            .forEach(row -> rejectedRows.add(feed + ", " + row));
      }
    }
    boolean isFilled = filled != null;
    return new RebuildSummary(
        memory.hasRelease() ? memory.release() : null,
        state(),
        feeds,
        isFilled ? filled.tables() : Map.of(),
        isFilled && filled.prices() > 0
            ? new RebuildSummary.PriceSummary(
                filled.prices(), (double) filled.priceBytes() / filled.prices())
            : null,
        steps,
        rejectedRows,
        warnings);
  }

  private String state() {
    if (request.has(Phase.PUBLISH)) {
      return "live";
    }
    return request.has(Phase.BUILD) ? "verified" : "landed";
  }
}

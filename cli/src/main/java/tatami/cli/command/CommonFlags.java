package tatami.cli.command;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Option;
import tatami.query.mirror.shelf.MemorySize;
import tatami.searchbuild.catalog.CatalogOverrides;

/** The flags that every command takes. */
final class CommonFlags {

  /** How a result is printed. */
  enum OutputForm {
    /** For people. */
    TABLE,
    /** Exactly one document. */
    JSON
  }

  /** What executes a search. */
  enum SearchEngine {
    /** The search tables in PostgreSQL. */
    SQL,
    /** The mirror in memory. */
    MEMORY
  }

  @Option(
      names = "--catalog",
      paramLabel = "FILE|DIR",
      description = "the catalog's file, or a folder with catalog.yaml")
  Path catalog;

  @Option(names = "--name", paramLabel = "WORD", description = "replaces the catalog's name")
  String name;

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "replaces a setting of the catalog: " + CatalogOverrides.SETTINGS_HELP)
  Map<String, String> settings = new LinkedHashMap<>();

  @Option(names = "--feeds", paramLabel = "DIR", description = "the folder with the feeds' files")
  Path feeds;

  @Option(
      names = "--db",
      paramLabel = "URL",
      description =
          "the database, such as postgresql://user@host:5432/name; else DATABASE_URL, else PG*,"
              + " else an embedded one under TATAMI_HOME (default .tatami)")
  String database;

  @Option(
      names = "--now",
      paramLabel = "DATE|DATE-TIME",
      converter = BusinessTime.Converter.class,
      description = "replaces the clock: 2026-12-01 or 2026-12-01T09:30, in the catalog's zone")
  BusinessTime now;

  @Option(
      names = "--engine",
      paramLabel = "sql|memory",
      defaultValue = "sql",
      description =
          "what executes searches: the tables in PostgreSQL (default), or a copy of them in memory")
  SearchEngine engine;

  @Option(
      names = "--memory-limit",
      paramLabel = "SIZE",
      converter = MemoryFlag.class,
      description =
          "most memory for releases, such as 800m or 4g, with --engine memory (default: three"
              + " quarters of the JVM's heap)")
  MemorySize memoryLimit;

  @Option(
      names = "--output",
      paramLabel = "table|json",
      defaultValue = "table",
      description = "for people (default), or one JSON document on stdout")
  OutputForm output;

  @Option(names = "--debug", description = "show stack traces and logs")
  boolean debug;

  @Option(names = "--quiet", description = "no progress on stderr")
  boolean quiet;

  /** Returns {@code --now} in a zone, else the clock's time. */
  Instant now(ZoneId zone) {
    return now == null ? InstantSource.system().instant() : now.toInstant(zone);
  }

  /** Tells whether releases are to be loaded. */
  boolean isInMemory() {
    return engine == SearchEngine.MEMORY;
  }

  CatalogOverrides overrides() {
    return new CatalogOverrides(name, settings);
  }

  boolean isJson() {
    return output == OutputForm.JSON;
  }
}

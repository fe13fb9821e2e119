package tatami.searchbuild.job;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Set;
import tatami.searchbuild.catalog.Catalog;

/**
 * What to rebuild.
 *
 * @param catalog the catalog, with overrides applied
 * @param feeds folder of the feeds; null where nothing is ingested
 * @param now the clock's time, or {@code --now}
 * @param phases which parts of the night; at least one
 */
public record RebuildRequest(Catalog catalog, Path feeds, Instant now, Set<Phase> phases) {

  /** Refuses a request without work. */
  public RebuildRequest {
    Objects.requireNonNull(catalog, "catalog");
    Objects.requireNonNull(now, "now");
    phases = Set.copyOf(phases);
    if (phases.isEmpty() || (phases.contains(Phase.INGEST) && feeds == null)) {
      throw new IllegalArgumentException("phases and, to ingest, a folder of feeds are needed");
    }
  }

  /** Returns the day for which is built: today in the catalog's zone. */
  public LocalDate businessDate() {
    return now.atZone(ZoneId.of(catalog.timeZone())).toLocalDate();
  }

  boolean has(Phase phase) {
    return phases.contains(phase);
  }
}

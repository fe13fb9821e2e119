package tatami.query.mirror.shelf;

import java.time.InstantSource;
import java.util.Objects;
import java.util.Set;
import javax.sql.DataSource;

/**
 * What a shelf of mirrors is opened with.
 *
 * @param dataSource the database; the caller closes it after the shelf
 * @param catalogs whose live releases are wanted; empty for all that have one
 * @param limit most memory that all mirrors together may take
 * @param clock says what "now" is
 * @param listener is told what happens
 */
public record MirrorSettings(
    DataSource dataSource,
    Set<String> catalogs,
    MemorySize limit,
    InstantSource clock,
    ShelfListener listener) {

  /** Copies the names. */
  public MirrorSettings {
    Objects.requireNonNull(dataSource, "dataSource");
    Objects.requireNonNull(limit, "limit");
    Objects.requireNonNull(clock, "clock");
    Objects.requireNonNull(listener, "listener");
    catalogs = Set.copyOf(catalogs);
  }
}

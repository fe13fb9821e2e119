package tatami.query.release;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import tatami.searchtable.description.FilterLayout;
import tatami.searchtable.description.GrainTable;
import tatami.searchtable.description.ReleaseDescription;

/** A release that is being searched: what it says about itself, and its dictionaries. */
public final class OpenRelease {

  /** Of a grain with more rows, what an engine may keep is sent with each search. */
  static final int MOST_KEPT_ROWS = 1_000_000;

  private final ReleasePointer pointer;
  private final ReleaseDescription description;
  private final int mostKeptRows;
  private final ZoneId zone;
  private final Map<String, Dictionary> dictionaries;
  private final Map<String, Points> points = new ConcurrentHashMap<>();
  private final Map<String, Object> kept = new ConcurrentHashMap<>();

  OpenRelease(
      ReleasePointer pointer,
      ReleaseDescription description,
      Map<String, Dictionary> dictionaries,
      int mostKeptRows) {
    this.mostKeptRows = mostKeptRows;
    this.pointer = pointer;
    this.description = description;
    this.zone = ZoneId.of(description.timeZone());
    this.dictionaries = Map.copyOf(dictionaries);
  }

  /** Returns how it was pointed at when it was opened. */
  public ReleasePointer pointer() {
    return pointer;
  }

  /** Returns the release's number. */
  public int number() {
    return pointer.number();
  }

  /** Returns what the release says about itself. */
  public ReleaseDescription description() {
    return description;
  }

  /** Returns the catalog's zone. */
  public ZoneId zone() {
    return zone;
  }

  /** Finds a filter of either grain by its name. */
  public Optional<CatalogFilter> findFilter(String name) {
    return listFilters().stream().filter(filter -> filter.name().equals(name)).findFirst();
  }

  /** Lists the filters, those of the property first. */
  public List<CatalogFilter> listFilters() {
    List<CatalogFilter> filters = new ArrayList<>();
    for (FilterLayout layout : description.property().filters()) {
      filters.add(new CatalogFilter(layout, Grain.PROPERTY));
    }
    if (description.offer() != null) {
      for (FilterLayout layout : description.offer().filters()) {
        filters.add(new CatalogFilter(layout, Grain.OFFER));
      }
    }
    return filters;
  }

  /** Returns the dictionary of a path, category or tags filter. */
  public Dictionary dictionary(CatalogFilter filter) {
    Dictionary dictionary = dictionaries.get(filter.name());
    if (dictionary == null) {
      throw new IllegalArgumentException("filter has no dictionary: filter=" + filter.name());
    }
    return dictionary;
  }

  /** Tells whether an engine may keep numbers of each row of a grain: there are few enough. */
  public boolean isKept(GrainTable grain) {
    return grain.rows() <= mostKeptRows;
  }

  /**
   * Reads something of the release.
   *
   * @param <T> what it is
   */
  @FunctionalInterface
  public interface Reading<T> {
    /** Reads it from the release's tables. */
    T read() throws SQLException;
  }

  /**
   * Returns what an engine keeps of the release as long as it is open; the first call reads it.
   *
   * @param name tells it from all else
   */
  public <T> T keep(String name, Class<T> kind, Reading<T> reading) throws SQLException {
    Object known = kept.get(name);
    if (known == null) {
      kept.putIfAbsent(name, reading.read());
      known = kept.get(name);
    }
    return kind.cast(known);
  }

  /** Returns the points of a filter of the property; the first call reads them. */
  public Points points(Connection connection, FilterLayout.Point filter) throws SQLException {
    Points known = points.get(filter.name());
    if (known != null) {
      return known;
    }
    GrainTable property = description.property();
    Points read = ReleaseReader.readPoints(connection, description.schema(), property, filter);
    points.putIfAbsent(filter.name(), read);
    return points.get(filter.name());
  }
}

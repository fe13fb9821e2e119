package tatami.searchtable.description;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The search table of one grain (property or offer), with what belongs to it.
 *
 * <p>Rows have the surrogate {@code id int4}, dense from 0. Properties are numbered in the order of
 * the sort {@code recommended}, ties broken by business key, so {@code ORDER BY id} is that sort.
 * An offer has {@code property}, and offers are numbered by (property, business key), so {@code
 * ORDER BY id} breaks ties between the offers of one property as docs/search.md asks.
 *
 * @param name the grain's name in the catalog, such as {@code hotel}
 * @param table the search table
 * @param rows how many rows it has
 * @param pageView view of the master rows: {@code _id int4} (surrogate), {@code _key_1 …} (business
 *     key components), then the show columns under their own names; read by {@code _id = ANY(…)}
 * @param key components of the business key, in order
 * @param filters what a search may filter by
 * @param sorts ranks that a search may sort by, besides {@code recommended} and the computed ones
 * @param show columns of the page view that an answer shows
 */
public record GrainTable(
    String name,
    String table,
    int rows,
    String pageView,
    List<KeyComponent> key,
    List<FilterLayout> filters,
    List<SortLayout> sorts,
    List<ShowColumn> show) {

  /** Copies the lists. */
  public GrainTable {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(table, "table");
    Objects.requireNonNull(pageView, "pageView");
    key = List.copyOf(key);
    filters = List.copyOf(filters);
    sorts = List.copyOf(sorts);
    show = List.copyOf(show);
  }

  /**
   * Returns the table that leads from surrogates to business keys: {@code _id int4}, {@code _key_1
   * …}; narrow, so that a key is found by reading it all.
   */
  public String keyTable() {
    return keyTable(name);
  }

  /** Returns the same of a grain by its name. */
  public static String keyTable(String grain) {
    return grain + "_key";
  }

  /** Finds a filter by its name in the catalog. */
  public Optional<FilterLayout> findFilter(String filterName) {
    return filters.stream().filter(filter -> filter.name().equals(filterName)).findFirst();
  }

  /** Finds a sort by its name in the catalog. */
  public Optional<SortLayout> findSort(String sortName) {
    return sorts.stream().filter(sort -> sort.name().equals(sortName)).findFirst();
  }

  /**
   * One component of a business key.
   *
   * @param name column of the feed
   * @param numeric whether it is compared as a number (else by UTF-8 bytes)
   */
  public record KeyComponent(String name, boolean numeric) {}

  /**
   * A precomputed order: a dense rank in which no two rows are equal.
   *
   * @param name the sort's name in the catalog
   * @param column {@code int2} or {@code int4}, {@code NOT NULL}, ascending
   */
  public record SortLayout(String name, String column) {}

  /**
   * A column that is shown.
   *
   * @param name its name in the page view and in the answer
   * @param type how the answer writes it
   */
  public record ShowColumn(String name, ShowType type) {}

  /** How an answer writes a shown column. An absent value is null in every type. */
  public enum ShowType {
    /** A string. */
    TEXT,
    /** A JSON number, exact. */
    NUMBER,
    /** A JSON boolean. */
    BOOLEAN,
    /** A string, {@code yyyy-mm-dd}. */
    DATE,
    /** An array of strings. */
    TEXT_LIST
  }
}

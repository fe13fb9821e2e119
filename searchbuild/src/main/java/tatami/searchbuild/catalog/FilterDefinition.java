package tatami.searchbuild.catalog;

import java.util.List;

/** A filter as the catalog declares it, by kind. Columns are those of the grain's {@code from}. */
public sealed interface FilterDefinition {

  /** The filter's name, unique across property and offer. */
  String name();

  /** The columns that it reads. */
  List<String> columns();

  /** A node of a hierarchy; absent levels are left out. */
  record Path(String name, List<String> columns) implements FilterDefinition {
    /** Copies the list. */
    public Path {
      columns = List.copyOf(columns);
    }
  }

  /** One value of a small set. */
  record Category(String name, String column) implements FilterDefinition {
    @Override
    public List<String> columns() {
      return List.of(column);
    }
  }

  /** A set of values. */
  record Tags(String name, String column) implements FilterDefinition {
    @Override
    public List<String> columns() {
      return List.of(column);
    }
  }

  /** An exact number. */
  record Number(String name, String column) implements FilterDefinition {
    @Override
    public List<String> columns() {
      return List.of(column);
    }
  }

  /** A point in degrees. */
  record Point(String name, String latitude, String longitude) implements FilterDefinition {
    @Override
    public List<String> columns() {
      return List.of(latitude, longitude);
    }
  }

  /** Words in text columns; not searchable yet. */
  record Keyword(String name, List<String> columns) implements FilterDefinition {
    /** Copies the list. */
    public Keyword {
      columns = List.copyOf(columns);
    }
  }
}

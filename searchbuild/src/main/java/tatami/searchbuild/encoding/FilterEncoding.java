package tatami.searchbuild.encoding;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.TreeSet;
import java.util.function.IntFunction;
import tatami.searchbuild.catalog.FilterDefinition;
import tatami.searchbuild.encoding.ColumnValues.Numbers;
import tatami.searchbuild.encoding.ColumnValues.Sets;
import tatami.searchbuild.numbering.NumberedRows;
import tatami.searchtable.description.FilterLayout;
import tatami.searchtable.layout.ExpectedShare;
import tatami.searchtable.layout.IndexEvidence.Search;

/** Measures the filters of a grain's rows and turns their values into numbers and sets. */
public final class FilterEncoding {

  private static final double POINT_SCALE = 1e7;
  private static final double POLE_DEGREES = 90;
  private static final double ANTIMERIDIAN_DEGREES = 180;

  /** A dictionary is held in the memory of every query server. */
  static final int MOST_VALUES = 1_000_000;

  private static final double LEAST_GATHERED_SHARE = 0.05;

  private final NumberedRows rows;
  private final int mostValues;

  /** Encodes the filters of numbered rows. */
  public FilterEncoding(NumberedRows rows) {
    this(rows, MOST_VALUES);
  }

  /** Encodes them with another bound of distinct values. */
  FilterEncoding(NumberedRows rows, int mostValues) {
    this.rows = rows;
    this.mostValues = mostValues;
  }

  /** Encodes one filter, of any kind but words, which have a table of their own. */
  public EncodedFilter encode(FilterDefinition filter) {
    if (filter instanceof FilterDefinition.Path path) {
      return path(path);
    }
    if (filter instanceof FilterDefinition.Category category) {
      return category(category);
    }
    if (filter instanceof FilterDefinition.Tags tags) {
      return tags(tags);
    }
    if (filter instanceof FilterDefinition.Number number) {
      return number(number);
    }
    if (filter instanceof FilterDefinition.Point point) {
      return point(point);
    }
    throw new IllegalArgumentException("not a column of the search table: filter=" + filter.name());
  }

  private static String column(FilterDefinition filter) {
    return "filter_" + filter.name();
  }

  private static String dictionaryTable(FilterDefinition filter) {
    return filter.name() + "_dictionary";
  }

  private EncodedFilter category(FilterDefinition.Category filter) {
    int position = rows.position(filter.column());
    TreeSet<String> distinct = Dictionary.newSet();
    for (int row = 0; row < rows.count(); row++) {
      if (rows.value(row, position) != null) {
        add(distinct, (String) rows.value(row, position), filter.name(), row);
      }
    }
    Dictionary dictionary = new Dictionary(distinct);
    Numbers measured = measure(filter, row -> dictionary.find((String) rows.value(row, position)));
    OptionalDouble share =
        ExpectedShare.ofValues(
            measured.statistics().shares().values().stream()
                .mapToDouble(Double::doubleValue)
                .toArray());
    Numbers codes = gathering(measured, share);
    String table = dictionaryTable(filter);
    return new EncodedFilter(
        filter.name(),
        List.of(codes),
        List.of(new SearchedColumn(codes.name(), Search.VALUES, share)),
        planned -> new FilterLayout.Category(filter.name(), planned.number(codes.name()), table),
        table,
        dictionary.columns(),
        dictionary.size(),
        List.of());
  }

  /** A column that few rows are searched by may get an index, so it stays apart. */
  private static Numbers gathering(Numbers codes, OptionalDouble expectedShare) {
    return expectedShare.orElse(1) < LEAST_GATHERED_SHARE ? codes : codes.gathering();
  }

  private Numbers measure(FilterDefinition filter, IntFunction<Long> value) {
    return Numbers.measure(column(filter), rows.count(), value);
  }

  private void add(TreeSet<String> distinct, String value, String filter, int row) {
    if (distinct.add(value) && distinct.size() > mostValues) {
      throw new EncodingException(
          "filter \""
              + filter
              + "\" has more than "
              + mostValues
              + " distinct values, the last of them \""
              + value
              + "\" in row "
              + rows.describe(row)
              + ": that is no set to choose from; use a keyword filter, or a coarser column");
    }
  }

  private EncodedFilter tags(FilterDefinition.Tags filter) {
    int position = rows.position(filter.column());
    TreeSet<String> distinct = Dictionary.newSet();
    for (int row = 0; row < rows.count(); row++) {
      for (String tag : list(row, position)) {
        add(distinct, tag, filter.name(), row);
      }
    }
    Dictionary dictionary = new Dictionary(distinct);
    Sets codes =
        Sets.measure(
            column(filter),
            rows.count(),
            dictionary.size(),
            row -> codes(dictionary, row, position));
    String table = dictionaryTable(filter);
    return new EncodedFilter(
        filter.name(),
        List.of(codes),
        List.of(new SearchedColumn(codes.name(), Search.SET, OptionalDouble.empty())),
        planned -> new FilterLayout.Tags(filter.name(), planned.tags(codes.name()), table),
        table,
        dictionary.columns(),
        dictionary.size(),
        List.of());
  }

  private int[] codes(Dictionary dictionary, int row, int position) {
    return list(row, position).stream()
        .mapToInt(tag -> Math.toIntExact(dictionary.find(tag)))
        .sorted()
        .distinct()
        .toArray();
  }

  @SuppressWarnings("unchecked")
  private List<String> list(int row, int position) {
    Object value = rows.value(row, position);
    return value == null ? List.of() : (List<String>) value;
  }

  private EncodedFilter path(FilterDefinition.Path filter) {
    int[] positions = rows.positions(filter.columns());
    PathDictionary dictionary = new PathDictionary();
    List<List<String>> paths = new ArrayList<>(rows.count());
    for (int row = 0; row < rows.count(); row++) {
      List<String> path = new ArrayList<>(positions.length);
      for (int position : positions) {
        if (rows.value(row, position) != null) {
          path.add((String) rows.value(row, position));
        }
      }
      paths.add(path);
      dictionary.add(path);
    }
    dictionary.number();
    Numbers measured = measure(filter, row -> dictionary.find(paths.get(row)));
    OptionalDouble share =
        ExpectedShare.ofSubtrees(dictionary.nodes(measured.statistics().shares()));
    Numbers codes = gathering(measured, share);
    String table = dictionaryTable(filter);
    return new EncodedFilter(
        filter.name(),
        List.of(codes),
        List.of(new SearchedColumn(codes.name(), Search.SUBTREE, share)),
        planned -> new FilterLayout.Path(filter.name(), planned.number(codes.name()), table),
        table,
        dictionary.columns(),
        dictionary.size(),
        List.of());
  }

  private EncodedFilter number(FilterDefinition.Number filter) {
    int position = rows.position(filter.column());
    NumberSteps steps = new NumberSteps(filter.name(), rows::describe);
    for (int row = 0; row < rows.count(); row++) {
      steps.collect(decimal(rows.value(row, position)));
    }
    Numbers multiples =
        measure(filter, row -> steps.encode(row, decimal(rows.value(row, position)))).gathering();
    return EncodedFilter.withoutDictionary(
        filter.name(),
        List.of(multiples),
        planned ->
            new FilterLayout.Number(
                filter.name(), planned.number(multiples.name()), steps.step(), steps.bounds()),
        List.of());
  }

  private static BigDecimal decimal(Object value) {
    if (value == null || value instanceof BigDecimal) {
      return (BigDecimal) value;
    }
    return BigDecimal.valueOf(((Number) value).longValue());
  }

  private EncodedFilter point(FilterDefinition.Point filter) {
    int latitude = rows.position(filter.latitude());
    int longitude = rows.position(filter.longitude());
    long outside = 0;
    for (int row = 0; row < rows.count(); row++) {
      boolean isGiven = rows.value(row, latitude) != null && rows.value(row, longitude) != null;
      outside += isGiven && !isOnGlobe(row, latitude, longitude) ? 1 : 0;
    }
    List<String> warnings =
        outside == 0
            ? List.of()
            : List.of(
                "filter \""
                    + filter.name()
                    + "\": "
                    + outside
                    + " points lie outside the globe and are left out");
    Numbers north = coordinate(filter, "_latitude", latitude, latitude, longitude);
    Numbers east = coordinate(filter, "_longitude", longitude, latitude, longitude);
    return EncodedFilter.withoutDictionary(
        filter.name(),
        List.of(north, east),
        planned ->
            new FilterLayout.Point(
                filter.name(), planned.number(north.name()), planned.number(east.name())),
        warnings);
  }

  private Numbers coordinate(
      FilterDefinition filter, String suffix, int position, int latitude, int longitude) {
    return Numbers.measure(
        column(filter) + suffix,
        rows.count(),
        row ->
            isOnGlobe(row, latitude, longitude)
                ? Math.round(decimal(rows.value(row, position)).doubleValue() * POINT_SCALE)
                : null);
  }

  private boolean isOnGlobe(int row, int latitude, int longitude) {
    BigDecimal north = decimal(rows.value(row, latitude));
    BigDecimal east = decimal(rows.value(row, longitude));
    return north != null
        && east != null
        && Math.abs(north.doubleValue()) <= POLE_DEGREES
        && Math.abs(east.doubleValue()) <= ANTIMERIDIAN_DEGREES;
  }
}

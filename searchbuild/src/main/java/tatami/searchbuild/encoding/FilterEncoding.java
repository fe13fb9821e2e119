package tatami.searchbuild.encoding;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import tatami.searchbuild.catalog.FilterDefinition;
import tatami.searchbuild.numbering.NumberedRows;
import tatami.searchtable.codec.IntegerWidth;
import tatami.searchtable.description.FilterLayout;

/** Encodes the filters of a grain's rows. */
public final class FilterEncoding {

  private static final double POINT_SCALE = 1e7;
  private static final double POLE_DEGREES = 90;
  private static final double ANTIMERIDIAN_DEGREES = 180;

  private final NumberedRows rows;

  /** Encodes the filters of numbered rows. */
  public FilterEncoding(NumberedRows rows) {
    this.rows = rows;
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
        distinct.add((String) rows.value(row, position));
      }
    }
    Dictionary dictionary = new Dictionary(distinct);
    PlannedColumn column =
        PlannedColumn.optionalNumber(
            column(filter),
            0,
            dictionary.size(),
            row -> dictionary.find((String) rows.value(row, position)));
    return new EncodedFilter(
        new FilterLayout.Category(filter.name(), column.name(), dictionaryTable(filter)),
        List.of(column),
        dictionaryTable(filter),
        dictionary.columns(),
        dictionary.size(),
        List.of());
  }

  private EncodedFilter tags(FilterDefinition.Tags filter) {
    int position = rows.position(filter.column());
    TreeSet<String> distinct = Dictionary.newSet();
    for (int row = 0; row < rows.count(); row++) {
      distinct.addAll(list(row, position));
    }
    Dictionary dictionary = new Dictionary(distinct);
    PlannedColumn column =
        new PlannedColumn(
            column(filter),
            "int4[]",
            false,
            (writer, row) ->
                writer.writeIntegers(
                    IntegerWidth.INT4,
                    list(row, position).stream()
                        .mapToLong(dictionary::find)
                        .sorted()
                        .distinct()
                        .toArray()));
    return new EncodedFilter(
        new FilterLayout.Tags(filter.name(), column.name(), dictionaryTable(filter)),
        List.of(column),
        dictionaryTable(filter),
        dictionary.columns(),
        dictionary.size(),
        List.of());
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
    PlannedColumn column =
        PlannedColumn.optionalNumber(
            column(filter), 0, dictionary.size(), row -> dictionary.find(paths.get(row)));
    return new EncodedFilter(
        new FilterLayout.Path(filter.name(), column.name(), dictionaryTable(filter)),
        List.of(column),
        dictionaryTable(filter),
        dictionary.columns(),
        dictionary.size(),
        List.of());
  }

  private EncodedFilter number(FilterDefinition.Number filter) {
    int position = rows.position(filter.column());
    NumberSteps steps = new NumberSteps(filter.name());
    for (int row = 0; row < rows.count(); row++) {
      steps.collect(decimal(rows.value(row, position)));
    }
    PlannedColumn column =
        PlannedColumn.optionalNumber(
            column(filter),
            steps.lowest(),
            steps.highest(),
            row -> steps.encode(decimal(rows.value(row, position))));
    return EncodedFilter.withoutDictionary(
        new FilterLayout.Number(filter.name(), column.name(), steps.step(), steps.bounds()),
        List.of(column),
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
    String name = column(filter);
    return EncodedFilter.withoutDictionary(
        new FilterLayout.Point(filter.name(), name + "_latitude", name + "_longitude"),
        List.of(
            coordinate(name + "_latitude", latitude, latitude, longitude),
            coordinate(name + "_longitude", longitude, latitude, longitude)),
        warnings);
  }

  private PlannedColumn coordinate(String name, int position, int latitude, int longitude) {
    return PlannedColumn.optionalNumber(
        name,
        Integer.MIN_VALUE,
        Integer.MAX_VALUE,
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

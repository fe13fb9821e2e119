package tatami.query.mirror.load;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tatami.query.facet.BucketPlan;
import tatami.query.mirror.column.BucketColumn;
import tatami.query.mirror.column.CodeColumn;
import tatami.query.mirror.column.GrainColumns;
import tatami.query.mirror.column.NumberColumn;
import tatami.query.mirror.column.OfferColumns;
import tatami.query.mirror.column.TagColumn;
import tatami.query.mirror.column.WordColumn;
import tatami.query.mirror.copy.CopyRows;
import tatami.query.mirror.copy.DamagedReleaseException;
import tatami.query.release.CatalogFilter;
import tatami.query.release.Dictionary;
import tatami.query.release.Grain;
import tatami.query.release.OpenRelease;
import tatami.query.release.Points;
import tatami.query.stay.OfferNumber;
import tatami.query.stay.Offers;
import tatami.searchtable.codec.CodecColumn;
import tatami.searchtable.codec.ColumnCodec;
import tatami.searchtable.codec.IntegerWidth;
import tatami.searchtable.codec.NumberCodec;
import tatami.searchtable.codec.PlainNumber;
import tatami.searchtable.codec.TagCodec;
import tatami.searchtable.description.FilterLayout;
import tatami.searchtable.description.GrainTable;
import tatami.searchtable.description.GrainTable.SortLayout;

/** Reads the search table of one grain, and the words that belong to it. Used once. */
final class GrainReader {

  private final Connection connection;
  private final OpenRelease release;
  private final Grain grain;
  private final GrainTable table;

  /** Physical columns in the order in which they are selected; the first is the surrogate. */
  private final List<String> selected = new ArrayList<>(List.of("id"));

  private final List<Cell> cells = new ArrayList<>();
  private final Map<String, long[]> numbers = new HashMap<>();
  private final Map<String, int[][]> lists = new HashMap<>();

  GrainReader(Connection connection, OpenRelease release, Grain grain) {
    this.connection = connection;
    this.release = release;
    this.grain = grain;
    table =
        grain == Grain.PROPERTY ? release.description().property() : release.description().offer();
  }

  /** Reads one value of a row. */
  private interface Cell {
    void read(int id, CopyRows row);
  }

  /** Names of what is no filter, which no filter has. */
  private static String ofSort(String column) {
    return "sort " + column;
  }

  private static String ofColumn(String column) {
    return "column " + column;
  }

  private static String ofNumber(OfferNumber number) {
    return "number " + number;
  }

  private void addNumber(String name, NumberCodec codec) {
    long[] values = new long[table.rows()];
    Arrays.fill(values, Offers.ABSENT);
    numbers.put(name, values);
    int[] fields = select(codec);
    cells.add(
        (id, row) -> {
          Long value = codec.read(row.reader(fields));
          values[id] = value == null ? Offers.ABSENT : value;
        });
  }

  private void addList(String name, TagCodec codec) {
    int[][] values = new int[table.rows()][];
    Arrays.fill(values, new int[0]);
    lists.put(name, values);
    int[] fields = select(codec);
    cells.add((id, row) -> values[id] = codec.read(row.reader(fields)));
  }

  private int[] select(ColumnCodec<?> codec) {
    return codec.columns().stream().map(CodecColumn::name).mapToInt(this::select).toArray();
  }

  private int select(String column) {
    if (!selected.contains(column)) {
      selected.add(column);
    }
    return selected.indexOf(column);
  }

  private static NumberCodec plain(String column) {
    return PlainNumber.required(column, IntegerWidth.INT4);
  }

  /** Reads the columns of filters and orders; {@link #offers} may be asked for after it. */
  GrainColumns read() throws SQLException {
    for (FilterLayout filter : table.filters()) {
      addFilter(filter);
    }
    for (SortLayout sort : table.sorts()) {
      addNumber(ofSort(sort.column()), plain(sort.column()));
    }
    if (grain == Grain.OFFER) {
      addNumber(ofColumn("property"), plain("property"));
      if (release.description().stay() != null) {
        addNumber(ofColumn("stock"), plain("stock"));
        OfferNumber.codecs(release.description().stay().rules())
            .forEach((number, codec) -> addNumber(ofNumber(number), codec));
      }
    }
    readRows();
    return columns();
  }

  private void addFilter(FilterLayout filter) {
    if (filter instanceof FilterLayout.Path path) {
      addNumber(filter.name(), path.codec());
    } else if (filter instanceof FilterLayout.Category category) {
      addNumber(filter.name(), category.codec());
    } else if (filter instanceof FilterLayout.Number number) {
      addNumber(filter.name(), number.codec());
    } else if (filter instanceof FilterLayout.Tags tags) {
      addList(filter.name(), tags.codec());
    } else if (filter instanceof FilterLayout.Point point) {
      addNumber(latitude(point), point.latitude());
      addNumber(longitude(point), point.longitude());
    }
  }

  private static String latitude(FilterLayout.Point point) {
    return "latitude " + point.name();
  }

  private static String longitude(FilterLayout.Point point) {
    return "longitude " + point.name();
  }

  private void readRows() throws SQLException {
    String columns = selected.stream().map(GrainReader::quoted).collect(Collectors.joining(", "));
    long count =
        CopyRows.read(
            connection,
            "SELECT " + columns + " FROM " + qualified(table.table()),
            row -> {
              int id = (int) row.integer(0);
              if (id < 0 || id >= table.rows()) {
                throw damaged("has a row that its release does not know: id=" + id);
              }
              cells.forEach(cell -> cell.read(id, row));
            });
    if (count != table.rows()) {
      throw damaged("has lost rows: rows=" + count + ", expected=" + table.rows());
    }
  }

  private DamagedReleaseException damaged(String what) {
    return new DamagedReleaseException("table \"" + table.table() + "\" " + what);
  }

  private GrainColumns columns() throws SQLException {
    Map<String, CodeColumn> codes = new HashMap<>();
    Map<String, TagColumn> tags = new HashMap<>();
    Map<String, NumberColumn> values = new HashMap<>();
    Map<String, BucketColumn> buckets = new HashMap<>();
    Map<String, Points> points = new HashMap<>();
    Map<String, WordColumn> words = new HashMap<>();
    for (FilterLayout filter : table.filters()) {
      String name = filter.name();
      if (filter instanceof FilterLayout.Path || filter instanceof FilterLayout.Category) {
        codes.put(name, CodeColumn.of(dictionary(filter), places(dictionary(filter), name)));
      } else if (filter instanceof FilterLayout.Tags) {
        tags.put(name, new TagColumn(dictionary(filter).size(), lists.get(name)));
      } else if (filter instanceof FilterLayout.Number number) {
        NumberColumn column = NumberColumn.of(numbers.get(name));
        values.put(name, column);
        buckets.put(name, new BucketColumn(BucketPlan.of(number), column, table.rows()));
      } else if (filter instanceof FilterLayout.Point point) {
        points.put(name, new Points(steps(latitude(point)), steps(longitude(point))));
      } else if (filter instanceof FilterLayout.Keyword keyword) {
        words.put(name, readWords(keyword));
      }
    }
    Map<String, NumberColumn> ranks = new HashMap<>();
    for (SortLayout sort : table.sorts()) {
      ranks.put(sort.column(), NumberColumn.of(numbers.get(ofSort(sort.column()))));
    }
    return new GrainColumns(table.rows(), codes, tags, values, buckets, points, words, ranks);
  }

  private Dictionary dictionary(FilterLayout filter) {
    return release.dictionary(new CatalogFilter(filter, grain));
  }

  private int[] places(Dictionary dictionary, String name) {
    return Arrays.stream(numbers.get(name))
        .mapToInt(code -> code == Offers.ABSENT ? CodeColumn.ABSENT : dictionary.place((int) code))
        .toArray();
  }

  private int[] steps(String name) {
    return Arrays.stream(numbers.get(name))
        .mapToInt(step -> step == Offers.ABSENT ? Points.ABSENT : (int) step)
        .toArray();
  }

  private WordColumn readWords(FilterLayout.Keyword keyword) throws SQLException {
    String texts =
        IntStream.rangeClosed(1, keyword.columns())
            .mapToObj(number -> ", " + FilterLayout.Keyword.textColumn(number))
            .collect(Collectors.joining());
    WordColumn.Builder builder = new WordColumn.Builder(table.rows(), keyword.columns());
    CopyRows.read(
        connection,
        "SELECT id, grams" + texts + " FROM " + qualified(keyword.table()),
        row ->
            builder.add(
                (int) row.integer(0),
                row.integers(1),
                IntStream.range(0, keyword.columns())
                    .mapToObj(text -> row.bytes(2 + text))
                    .toList()));
    return builder.build();
  }

  /** Returns what offers have besides filters; only after they were read. */
  OfferColumns offers() {
    Map<OfferNumber, NumberColumn> found = new HashMap<>();
    for (OfferNumber number : OfferNumber.values()) {
      long[] values = numbers.get(ofNumber(number));
      if (values != null) {
        found.put(number, NumberColumn.of(values));
      }
    }
    int[] properties = integers(ofColumn("property"));
    int[] stocks =
        release.description().stay() == null ? new int[table.rows()] : integers(ofColumn("stock"));
    return new OfferColumns(properties, stocks, found, release.description().property().rows());
  }

  private int[] integers(String name) {
    return Arrays.stream(numbers.get(name)).mapToInt(Math::toIntExact).toArray();
  }

  private String qualified(String name) {
    return quoted(release.description().schema()) + "." + quoted(name);
  }

  private static String quoted(String identifier) {
    return '"' + identifier.replace("\"", "\"\"") + '"';
  }
}

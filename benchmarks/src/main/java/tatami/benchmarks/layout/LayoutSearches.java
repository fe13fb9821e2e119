package tatami.benchmarks.layout;

import static tatami.benchmarks.scratch.ScratchDatabase.quoted;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import tatami.benchmarks.draw.SearchDice;
import tatami.benchmarks.layout.LayoutSearch.Place;
import tatami.benchmarks.scratch.ScratchDatabase;
import tatami.searchbuild.catalog.StayDefinition.CalendarValue;
import tatami.searchtable.description.ReleaseDescription.Horizon;

/** Draws searches from the data, so that they find something; equal data give equal searches. */
final class LayoutSearches {

  private static final long SEED = 20_261_121;
  private static final int MOST_TAGS = 3;

  private final ScratchDatabase database;
  private final PlainTables plain;
  private final FilterNames filters;
  private final SplittableRandom random = new SplittableRandom(SEED);
  private final SearchDice dice;

  private record Model(List<String> path, List<BigDecimal> point, List<String> tags) {}

  LayoutSearches(ScratchDatabase database, PlainTables plain, Horizon horizon) {
    this.database = database;
    this.plain = plain;
    this.filters = FilterNames.of(plain.catalog());
    this.dice =
        new SearchDice(random, horizon.firstNight(), horizon.nights() - SearchDice.MOST_NIGHTS);
  }

  List<LayoutSearch> draw(int count) throws SQLException {
    List<Model> models = models();
    long median = medianPrice();
    List<LayoutSearch> searches = new ArrayList<>();
    for (int number = 0; number < count; number++) {
      Model model = models.get(random.nextInt(models.size()));
      searches.add(search(number, model, median));
    }
    return searches;
  }

  private LayoutSearch search(int number, Model model, long median) {
    Place place = Place.values()[number % Place.values().length];
    int tags = Math.min(number / Place.values().length % (MOST_TAGS + 1), model.tags().size());
    int nights = dice.nights();
    int adults = dice.adults();
    long budget = dice.budget(median, nights, adults);
    int depth = place == Place.REGION ? Math.max(1, model.path().size() - 1) : model.path().size();
    boolean isArea = place == Place.AREA || place == Place.REGION;
    return new LayoutSearch(
        place,
        isArea ? model.path().subList(0, Math.min(depth, model.path().size())) : List.of(),
        place == Place.RECTANGLE && !model.point().isEmpty()
            ? dice.rectangle(model.point())
            : List.of(),
        model.tags().subList(0, tags),
        dice.checkIn(),
        nights,
        adults,
        random.nextBoolean() ? budget : null,
        random.nextBoolean());
  }

  private List<Model> models() throws SQLException {
    List<String> names = new ArrayList<>();
    filters.path().ifPresent(path -> names.addAll(path.columns()));
    filters.point().ifPresent(point -> names.addAll(point.columns()));
    filters.tags().ifPresent(tags -> names.addAll(tags.columns()));
    String sql =
        "SELECT "
            + quoted("", names)
            + " FROM "
            + PlainTables.property()
            + " ORDER BY "
            + quoted("", plain.catalog().property().key());
    return database.list(sql, List.of(), this::model);
  }

  private Model model(ResultSet row) throws SQLException {
    List<String> path = new ArrayList<>();
    if (filters.path().isPresent()) {
      for (String level : filters.path().get().columns()) {
        path.add(row.getString(level));
      }
    }
    List<BigDecimal> point = new ArrayList<>();
    if (filters.point().isPresent()) {
      for (String degree : filters.point().get().columns()) {
        point.add(row.getBigDecimal(degree));
      }
    }
    List<String> tags = new ArrayList<>();
    if (filters.tags().isPresent() && row.getArray(filters.tags().get().column()) != null) {
      tags.addAll(
          List.of((String[]) row.getArray(filters.tags().get().column()).getArray()).stream()
              .distinct()
              .toList());
    }
    return new Model(
        path.stream().filter(Objects::nonNull).toList(),
        point.contains(null) ? List.of() : point,
        tags);
  }

  private long medianPrice() throws SQLException {
    CalendarValue price = plain.catalog().offer().stay().price().amount();
    String sql =
        "SELECT percentile_disc(0.5) WITHIN GROUP (ORDER BY cell) FROM (SELECT "
            + quoted(price.value())
            + "[1] AS cell FROM "
            + PlainTables.feed(price.feed())
            + ") AS first WHERE cell > 0";
    return database.list(sql, List.of(), row -> row.getLong(1)).get(0);
  }
}

package tatami.query.release;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import tatami.searchtable.calendar.OwnDays;
import tatami.searchtable.calendar.SharedDays;
import tatami.searchtable.codec.IntegerWidth;
import tatami.searchtable.codec.NumberCodec;
import tatami.searchtable.codec.PlainNumber;
import tatami.searchtable.codec.TagArray;
import tatami.searchtable.description.FilterLayout;
import tatami.searchtable.description.GrainTable;
import tatami.searchtable.description.GrainTable.KeyComponent;
import tatami.searchtable.description.GrainTable.ShowColumn;
import tatami.searchtable.description.GrainTable.ShowType;
import tatami.searchtable.description.GrainTable.SortLayout;
import tatami.searchtable.description.ReleaseDescription;
import tatami.searchtable.description.ReleaseDescription.CurrencyUnit;
import tatami.searchtable.description.ReleaseDescription.Horizon;
import tatami.searchtable.description.StayLayout;
import tatami.searchtable.description.StayLayout.NightRules;
import tatami.searchtable.description.StayLayout.OfferRules;
import tatami.searchtable.description.StayLayout.PriceModel;
import tatami.searchtable.description.StayLayout.PriceTable;
import tatami.searchtable.description.StayLayout.StayLimit;
import tatami.searchtable.description.StayLayout.Window;

/** Opened releases for tests that need no database. */
public final class TestReleases {

  private static final List<String> AREAS =
      List.of("North", "North/Hill", "North/Lake", "South", "South/Bay");

  /** Nothing is kept, so that every search has all its statements. */
  private static final int MOST_KEPT_ROWS = 0;

  private static final OwnDays CELLS = new OwnDays(1);
  private static final int[] LAST_CODES = {2, 1, 2, 4, 4};

  private TestReleases() {}

  /** Boats that are let per night, whatever the party. */
  public static OpenRelease boats(PriceModel model) {
    OfferRules rules =
        new OfferRules(
            new Window(codec("sale_from"), codec("sale_to")),
            new Window(codec("stay_from"), codec("stay_to")),
            codec("minimum_heads"),
            codec("maximum_heads"),
            new StayLimit(codec("min"), "min_cells", CELLS),
            new StayLimit(codec("max"), null, null),
            null,
            null,
            NightRules.NONE,
            null,
            null,
            null,
            null);
    boolean perUnit = model == PriceModel.PER_UNIT;
    List<PriceTable> prices =
        perUnit
            ? List.of(new PriceTable(0, null, "price", new OwnDays(5), 9))
            : IntStream.rangeClosed(1, 4)
                .mapToObj(
                    heads -> new PriceTable(heads, "adult", "price_" + heads, new OwnDays(100), 9))
                .toList();
    return open(
        boatTable(),
        offerTable(),
        new StayLayout(
            "stock", CELLS, model, prices, rules, List.of(), List.of(), List.of(), null));
  }

  /** The same boats, of which an engine may keep what it likes; prices are shared days. */
  public static OpenRelease keptBoats() {
    OpenRelease boats = boats(PriceModel.PER_UNIT);
    StayLayout stay = boats.description().stay();
    PriceTable price = new PriceTable(0, null, "price", new SharedDays("price_days", 5), 9);
    StayLayout shared =
        new StayLayout(
            stay.stockTable(),
            stay.stock(),
            stay.model(),
            List.of(price),
            stay.rules(),
            List.of(),
            List.of(),
            List.of(),
            null);
    return open(boatTable(), offerTable(), shared, 1_000);
  }

  /** Shops: no offers and no dates. */
  public static OpenRelease shops() {
    return open(boatTable(), null, null);
  }

  /**
   * Piers with berths, neither of them with dates: a key of two components, two points, a number
   * that no row has, an order of the catalog's own that is called the recommended one, no words of
   * the property, and points, tags and words of offers.
   */
  public static OpenRelease piers() {
    return open(pierTable(), berthTable(), null);
  }

  /** Returns the points of so many properties as latitude and longitude, in 10<sup>−7</sup>°. */
  public static Points points(int[]... points) {
    return new Points(
        Arrays.stream(points).mapToInt(point -> point[0]).toArray(),
        Arrays.stream(points).mapToInt(point -> point[1]).toArray());
  }

  private static OpenRelease open(GrainTable property, GrainTable offer, StayLayout stay) {
    return open(property, offer, stay, MOST_KEPT_ROWS);
  }

  private static OpenRelease open(
      GrainTable property, GrainTable offer, StayLayout stay, int mostKeptRows) {
    Horizon horizon = stay == null ? null : new Horizon(LocalDate.parse("2026-08-20"), 100);
    ReleaseDescription description =
        new ReleaseDescription(
            ReleaseDescription.CURRENT_FORMAT,
            "boats",
            "boats_r7",
            "Asia/Tokyo",
            new CurrencyUnit("JPY", 0),
            horizon,
            30,
            property,
            offer,
            stay,
            Map.of());
    Map<String, Dictionary> dictionaries = new HashMap<>();
    dictionaries.put("area", new Dictionary(AREAS, new int[] {0, 1, 2, 3, 4}, LAST_CODES));
    dictionaries.put("kind", flat("sail", "motor", "a b "));
    dictionaries.put("tag", flat("new", "old", "red"));
    dictionaries.put("deal", flat("fix", "flex"));
    ReleasePointer pointer = new ReleasePointer("boats", 7, true, Instant.EPOCH);
    return new OpenRelease(pointer, description, dictionaries, mostKeptRows);
  }

  private static Dictionary flat(String... values) {
    int[] codes = IntStream.range(0, values.length).toArray();
    return new Dictionary(List.of(values), codes, codes);
  }

  private static NumberCodec codec(String column) {
    return new PlainNumber(column, IntegerWidth.INT4, 0, 1, null, true);
  }

  private static GrainTable boatTable() {
    return new GrainTable(
        "boat",
        "boat",
        9,
        "boat_page",
        List.of(new KeyComponent("id", true)),
        List.of(
            new FilterLayout.Path("area", codec("filter_area"), "dictionary_area"),
            new FilterLayout.Category("kind", codec("filter_kind"), "dictionary_kind"),
            new FilterLayout.Tags(
                "tag", new TagArray("filter_tag", IntegerWidth.INT4), "dictionary_tag"),
            new FilterLayout.Number(
                "length",
                codec("filter_length"),
                new BigDecimal("0.25"),
                List.of(new BigDecimal("-3"), new BigDecimal("12.5"))),
            new FilterLayout.Point(
                "berth", codec("filter_berth_latitude"), codec("filter_berth_longitude")),
            new FilterLayout.Keyword("words", "words_words", 2)),
        List.of(new SortLayout("speed", "sort_speed")),
        List.of(new ShowColumn("name", ShowType.TEXT), new ShowColumn("length", ShowType.NUMBER)));
  }

  private static GrainTable offerTable() {
    return new GrainTable(
        "offer",
        "offer",
        9,
        "offer_page",
        List.of(new KeyComponent("id", true)),
        List.of(new FilterLayout.Category("deal", codec("filter_deal"), "dictionary_deal")),
        List.of(),
        List.of());
  }

  private static GrainTable pierTable() {
    return new GrainTable(
        "pier",
        "pier",
        40,
        "pier_page",
        List.of(new KeyComponent("harbour", false), new KeyComponent("number", true)),
        List.of(
            new FilterLayout.Path("area", codec("filter_area"), "dictionary_area"),
            new FilterLayout.Category("kind", codec("filter_kind"), "dictionary_kind"),
            new FilterLayout.Number("depth", codec("filter_depth"), BigDecimal.ONE, List.of()),
            new FilterLayout.Point("head", codec("head_latitude"), codec("head_longitude")),
            new FilterLayout.Point("foot", codec("foot_latitude"), codec("foot_longitude"))),
        List.of(new SortLayout("recommended", "sort_recommended")),
        List.of(new ShowColumn("name", ShowType.TEXT)));
  }

  private static GrainTable berthTable() {
    return new GrainTable(
        "berth",
        "berth",
        90,
        "berth_page",
        List.of(new KeyComponent("id", true)),
        List.of(
            new FilterLayout.Category("deal", codec("filter_deal"), "dictionary_deal"),
            new FilterLayout.Tags(
                "tag", new TagArray("filter_tag", IntegerWidth.INT2), "dictionary_tag"),
            new FilterLayout.Point("post", codec("post_latitude"), codec("post_longitude")),
            new FilterLayout.Keyword("notes", "notes_words", 1)),
        List.of(),
        List.of());
  }
}

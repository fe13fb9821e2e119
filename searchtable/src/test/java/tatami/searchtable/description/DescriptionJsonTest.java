package tatami.searchtable.description;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tatami.searchtable.calendar.OwnDays;
import tatami.searchtable.calendar.SharedDays;
import tatami.searchtable.codec.BitField;
import tatami.searchtable.codec.IntegerWidth;
import tatami.searchtable.codec.NumberCodec;
import tatami.searchtable.codec.PlainNumber;
import tatami.searchtable.codec.TagArray;
import tatami.searchtable.codec.TagBits;
import tatami.searchtable.description.ChildPolicy.AgeBand;
import tatami.searchtable.description.ChildPolicy.BandPricing;
import tatami.searchtable.description.GrainTable.KeyComponent;
import tatami.searchtable.description.GrainTable.ShowColumn;
import tatami.searchtable.description.GrainTable.ShowType;
import tatami.searchtable.description.GrainTable.SortLayout;
import tatami.searchtable.description.LongStay.Rebate;
import tatami.searchtable.description.LongStay.RebateKind;
import tatami.searchtable.description.ReleaseDescription.CurrencyUnit;
import tatami.searchtable.description.ReleaseDescription.Horizon;
import tatami.searchtable.description.StayLayout.NightRules;
import tatami.searchtable.description.StayLayout.OfferCalendar;
import tatami.searchtable.description.StayLayout.OfferRules;
import tatami.searchtable.description.StayLayout.PriceModel;
import tatami.searchtable.description.StayLayout.PriceTable;
import tatami.searchtable.description.StayLayout.StayLimit;
import tatami.searchtable.description.StayLayout.Window;
import tools.jackson.databind.json.JsonMapper;

class DescriptionJsonTest {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  @Test
  void aDescriptionWithEveryPartComesBackFromJsonAsItWas() {
    ReleaseDescription description = full();
    assertThat(roundTrip(description)).isEqualTo(description);
  }

  @Test
  void aDescriptionOfPropertiesAloneComesBackFromJsonAsItWas() {
    ReleaseDescription description =
        new ReleaseDescription(
            ReleaseDescription.CURRENT_FORMAT,
            "shops",
            "shops_r1",
            "UTC",
            new CurrencyUnit("JPY", 0),
            null,
            1,
            grain("shop", List.of()),
            null,
            null,
            Map.of());
    assertThat(roundTrip(description)).isEqualTo(description);
  }

  @Test
  void anExactNumberKeepsItsDigitsInJson() {
    FilterLayout.Number number =
        new FilterLayout.Number(
            "score",
            codec("score"),
            new BigDecimal("0.0000001"),
            List.of(new BigDecimal("-12345678901234567890.0000001"), new BigDecimal("4.50")));
    String json = JSON.writeValueAsString(grain("place", List.of(number)));
    FilterLayout back = JSON.readValue(json, GrainTable.class).filters().get(0);
    assertThat(back).isEqualTo(number);
    assertThat(((FilterLayout.Number) back).bounds().get(1).scale()).isEqualTo(2);
  }

  @Test
  void everyKindOfFilterNamesItsKindInJson() {
    String json = JSON.writeValueAsString(full());
    for (String kind : List.of("path", "category", "tags", "number", "point", "keyword")) {
      assertThat(json).contains("\"kind\":\"" + kind + '"');
    }
  }

  @Test
  void findsFiltersOfTheOfferToo() {
    assertThat(full().findFilter("meal")).isPresent();
    assertThat(full().findFilter("area")).isPresent();
    assertThat(full().findFilter("nothing")).isEmpty();
  }

  @Test
  void refusesAStayWithoutOffers() {
    ReleaseDescription full = full();
    assertThatThrownBy(
            () ->
                new ReleaseDescription(
                    1,
                    "inns",
                    "inns_r1",
                    "UTC",
                    full.currency(),
                    full.horizon(),
                    30,
                    full.property(),
                    null,
                    full.stay(),
                    Map.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("catalog=inns");
  }

  @Test
  void refusesAnEmptyHorizon() {
    assertThatThrownBy(() -> new Horizon(LocalDate.of(2026, 1, 1), 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("nights=0");
  }

  private static ReleaseDescription roundTrip(ReleaseDescription description) {
    return JSON.readValue(JSON.writeValueAsString(description), ReleaseDescription.class);
  }

  private static ReleaseDescription full() {
    List<FilterLayout> propertyFilters =
        List.of(
            new FilterLayout.Path("area", codec("area"), "area_values"),
            new FilterLayout.Tags("extras", new TagBits("extras", 70), "extras_values"),
            new FilterLayout.Tags(
                "themes", new TagArray("themes", IntegerWidth.INT2), "theme_values"),
            new FilterLayout.Number(
                "rating",
                new BitField("bits_1", IntegerWidth.INT4, 3, 7, -1, 1, 0L),
                new BigDecimal("0.1"),
                List.of(new BigDecimal("1.2"), new BigDecimal("5"))),
            new FilterLayout.Number("empty", codec("empty"), BigDecimal.ONE, List.of()),
            new FilterLayout.Point("place", codec("place_latitude"), codec("place_longitude")),
            new FilterLayout.Keyword("words", "words_words", 2));
    StayLayout stay =
        new StayLayout(
            "stock",
            new OwnDays(1),
            PriceModel.PER_PERSON,
            List.of(
                new PriceTable(2, "adult", "price_2_adult", new SharedDays("days", 100), 12),
                new PriceTable(0, null, "price", new OwnDays(1), 1)),
            new OfferRules(
                new Window(codec("sale_from"), codec("sale_to")),
                null,
                codec("heads"),
                null,
                new StayLimit(codec("minimum"), null, null),
                new StayLimit(null, "m", new SharedDays("m_days", 1)),
                null,
                new StayLimit(codec("through"), null, null),
                new NightRules(
                    List.of(new OfferCalendar("closed", new OwnDays(1))),
                    List.of(),
                    List.of(),
                    List.of(),
                    new OfferCalendar("pattern", new OwnDays(1))),
                codec("policy"),
                codec("long_stay"),
                codec("lead_time"),
                null),
            List.of(
                new ChildPolicy(
                    List.of(
                        new AgeBand(0, 2, PersonClass.INFANT, false, BandPricing.FREE, 0),
                        new AgeBand(
                            3, 5, PersonClass.CHILD_A, true, BandPricing.SHARE_OF_ADULT, 5000)))),
            List.of(new LongStay(List.of(new Rebate(3, RebateKind.FREE_NIGHTS, 3)))),
            List.of(new LeadTime("Asia/Tokyo", 1, 1080, null, 90)),
            null);
    return new ReleaseDescription(
        ReleaseDescription.CURRENT_FORMAT,
        "inns",
        "inns_r7",
        "Asia/Tokyo",
        new CurrencyUnit("JPY", 0),
        new Horizon(LocalDate.of(2026, 12, 5), 366),
        30,
        grain("inn", propertyFilters),
        grain("room", List.of(new FilterLayout.Category("meal", codec("meal"), "meal_values"))),
        stay,
        Map.of("stock", Instant.parse("2026-12-05T01:02:03.456789Z")));
  }

  private static NumberCodec codec(String column) {
    return new PlainNumber(column, IntegerWidth.INT4, 5, 10, (long) Integer.MIN_VALUE, false);
  }

  private static GrainTable grain(String name, List<FilterLayout> filters) {
    return new GrainTable(
        name,
        name + "_search",
        3,
        name + "_page",
        List.of(new KeyComponent("code", false), new KeyComponent("number", true)),
        filters,
        List.of(new SortLayout("rating", "rating_rank")),
        List.of(new ShowColumn("名前 \"quoted\"", ShowType.TEXT_LIST)));
  }
}

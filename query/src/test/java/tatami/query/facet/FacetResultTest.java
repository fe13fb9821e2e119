package tatami.query.facet;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tatami.query.facet.FacetResult.Numbers;
import tatami.query.facet.FacetResult.Values;
import tatami.query.release.CatalogFilter;
import tatami.query.release.Grain;
import tatami.query.release.OpenRelease;
import tatami.query.release.TestReleases;
import tatami.searchtable.codec.IntegerWidth;
import tatami.searchtable.codec.PlainNumber;
import tatami.searchtable.description.FilterLayout;

class FacetResultTest {

  private static final OpenRelease SHOPS = TestReleases.shops();

  @Test
  void addsUpEveryLevelOfAPathWithOneNodeAProperty() {
    assertThat(
            values(
                "area",
                new CodeCount(1, 2, null, null),
                new CodeCount(2, 3, null, null),
                new CodeCount(0, 1, null, null),
                new CodeCount(4, 7, null, null)))
        .isEqualTo("South 7, South/Bay 7, North 6, North/Lake 3, North/Hill 2");
  }

  @Test
  void takesTheLevelsOfAnOffersPathAsTheyAreCounted() {
    CatalogFilter path =
        new CatalogFilter(SHOPS.findFilter("area").orElseThrow().layout(), Grain.OFFER);
    Values values =
        (Values)
            FacetResult.ofValues(
                path,
                SHOPS.dictionary(SHOPS.findFilter("area").orElseThrow()),
                List.of(new CodeCount(1, 2, null, null), new CodeCount(0, 2, null, null)));
    assertThat(text(values)).isEqualTo("North 2, North/Hill 2");
  }

  @Test
  void listsEqualCountsByValue() {
    assertThat(values("kind", new CodeCount(0, 4, null, null), new CodeCount(1, 4, null, null)))
        .isEqualTo("motor 4, sail 4");
  }

  @Test
  void listsBucketsFromTheFirstToTheLastThatIsNotEmpty() {
    FilterLayout.Number number =
        new FilterLayout.Number(
            "rating",
            PlainNumber.required("c", IntegerWidth.INT2),
            new BigDecimal("0.1"),
            List.of(new BigDecimal("1.2"), BigDecimal.valueOf(5)));
    Numbers numbers =
        (Numbers)
            FacetResult.ofNumbers(
                number, List.of(new CodeCount(5, 2, 32L, 34L), new CodeCount(3, 1, 21L, 21L)));
    assertThat(numbers.lowest()).isEqualByComparingTo("2.1");
    assertThat(numbers.highest()).isEqualByComparingTo("3.4");
    assertThat(
            numbers.buckets().stream()
                .map(bucket -> bucket.from() + "-" + bucket.to() + ":" + bucket.count()))
        .containsExactly("2.0-2.5:1", "2.5-3.0:0", "3.0-3.5:2");
  }

  private static String values(String name, CodeCount... counts) {
    CatalogFilter filter = SHOPS.findFilter(name).orElseThrow();
    return text((Values) FacetResult.ofValues(filter, SHOPS.dictionary(filter), List.of(counts)));
  }

  private static String text(Values values) {
    assertThat(values.more()).isZero();
    return IntStream.range(0, values.counts().size())
        .mapToObj(values.counts()::get)
        .map(count -> count.value() + " " + count.count())
        .collect(Collectors.joining(", "));
  }
}

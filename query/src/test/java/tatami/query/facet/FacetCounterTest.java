package tatami.query.facet;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.LongPredicate;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import tatami.query.facet.FacetResult.Numbers;
import tatami.query.facet.FacetResult.Values;
import tatami.query.release.CatalogFilter;
import tatami.query.release.OpenRelease;
import tatami.query.release.TestReleases;
import tatami.searchtable.codec.IntegerWidth;
import tatami.searchtable.codec.PlainNumber;
import tatami.searchtable.description.FilterLayout;

class FacetCounterTest {

  private static final OpenRelease SHOPS = TestReleases.shops();
  private static final LongPredicate ANY = total -> true;

  @Test
  void countsEveryLevelOfAPathOnceAProperty() {
    FacetCounter counter = values("area", ANY);
    countProperties(counter, 1, 1);
    countProperties(counter, 3, 2);
    countProperties(counter, 1, 0);
    countProperties(counter, 7, 4);
    assertThat(text(counter))
        .isEqualTo("South 7, South/Bay 7, North 5, North/Lake 3, North/Hill 1");
  }

  @Test
  void aPropertyWithRowsInTwoBranchesCountsOnceAboveThem() {
    FacetCounter counter = values("area", ANY);
    countProperties(counter, 1, 1, 2, 2, 4);
    assertThat(text(counter))
        .isEqualTo("North 1, North/Hill 1, North/Lake 1, South 1, South/Bay 1");
  }

  @Test
  void listsEqualCountsByValue() {
    FacetCounter counter = values("kind", ANY);
    countProperties(counter, 4, 0);
    countProperties(counter, 4, 1);
    assertThat(text(counter)).isEqualTo("motor 4, sail 4");
  }

  @Test
  void aBudgetIsAboutTheLowestTotalOfTheRowsWithTheValue() {
    FacetCounter counter =
        values("area", total -> total != FacetCounter.NO_TOTAL && total >= 10 && total <= 20);
    counter.add(1, 9);
    counter.add(2, 15);
    counter.add(2, 12);
    counter.add(4, 21);
    counter.endProperty();
    counter.add(4, FacetCounter.NO_TOTAL);
    counter.endProperty();
    assertThat(text(counter)).as("North itself starts at 9").isEqualTo("North/Lake 1");
  }

  @Test
  void listsBucketsFromTheFirstToTheLastThatIsNotEmpty() {
    NumberCounter counter = new NumberCounter(rating(), ANY);
    countProperties(counter, 1, 32);
    countProperties(counter, 1, 34, 33, 34);
    countProperties(counter, 1, 21);
    assertThat(text((Numbers) counter.result()))
        .isEqualTo("2.1 to 3.4: 2.0-2.5:1 2.5-3.0:0 3.0-3.5:2");
  }

  @Test
  void theLastBucketHoldsItsUpperEdge() {
    NumberCounter counter = new NumberCounter(rating(), ANY);
    countProperties(counter, 1, 50);
    countProperties(counter, 1, 45);
    assertThat(text((Numbers) counter.result())).isEqualTo("4.5 to 5.0: 4.5-5.0:2");
  }

  @Test
  void theLowestAndTheHighestOfAPropertyAreFoundInAnyOrder() {
    NumberCounter counter = new NumberCounter(rating(), ANY);
    countProperties(counter, 1, 33, 31, 34, 32);
    assertThat(text((Numbers) counter.result())).isEqualTo("3.1 to 3.4: 3.0-3.5:1");
  }

  @Test
  void rangesOfNumbersThatAreOutsideTheBudgetDoNotCount() {
    NumberCounter counter = new NumberCounter(rating(), total -> total <= 10);
    counter.add(12, 11);
    counter.add(41, 10);
    counter.endProperty();
    assertThat(text((Numbers) counter.result())).isEqualTo("4.1 to 4.1: 4.0-4.5:1");
  }

  @Test
  void withoutAValueThereIsNothingToCount() {
    assertThat(new NumberCounter(rating(), ANY).result())
        .isEqualTo(new Numbers(null, null, List.of()));
    assertThat(values("kind", ANY).result()).isEqualTo(new Values(List.of(), 0));
    assertThat(new PriceHistogram().result()).isEqualTo(new Numbers(null, null, List.of()));
  }

  @Test
  void pricesAreCountedInAboutTwentyBuckets() {
    PriceHistogram histogram = new PriceHistogram();
    LongStream.rangeClosed(0, 100).map(step -> 9_950 + step * 100).forEach(histogram::add);
    Numbers numbers = (Numbers) histogram.result();
    assertThat(numbers.lowest()).isEqualByComparingTo("9950");
    assertThat(numbers.highest()).isEqualByComparingTo("19950");
    assertThat(numbers.buckets()).hasSize(21);
    assertThat(numbers.buckets().get(0).from()).isEqualByComparingTo("9500");
    assertThat(numbers.buckets().get(20).count()).isEqualTo(5);
    assertThat(numbers.buckets().stream().mapToLong(FacetResult.Bucket::count).sum())
        .isEqualTo(101);
  }

  @Test
  void pricesAreCountedInAnyOrder() {
    PriceHistogram histogram = new PriceHistogram();
    LongStream.of(20, 30, 10, 25).forEach(histogram::add);
    assertThat(text((Numbers) histogram.result())).startsWith("10 to 30: ").endsWith(" 29-30:1");
  }

  @Test
  void onePriceIsOneBucketOfOneMinorUnit() {
    PriceHistogram histogram = new PriceHistogram();
    histogram.add(777);
    histogram.add(777);
    assertThat(text((Numbers) histogram.result())).isEqualTo("777 to 777: 777-778:2");
  }

  private static FacetCounter values(String name, LongPredicate budget) {
    CatalogFilter filter = SHOPS.findFilter(name).orElseThrow();
    return new ValueCounter(SHOPS.dictionary(filter), budget);
  }

  private static FilterLayout.Number rating() {
    return new FilterLayout.Number(
        "rating",
        PlainNumber.required("c", IntegerWidth.INT2),
        new BigDecimal("0.1"),
        List.of(new BigDecimal("1.2"), BigDecimal.valueOf(5)));
  }

  /** Counts some properties that all have these values. */
  private static void countProperties(FacetCounter counter, int properties, long... values) {
    for (int property = 0; property < properties; property++) {
      for (long value : values) {
        counter.add(value, FacetCounter.NO_TOTAL);
      }
      counter.endProperty();
    }
  }

  private static String text(FacetCounter counter) {
    Values values = (Values) counter.result();
    assertThat(values.more()).isZero();
    return values.counts().stream()
        .map(count -> count.value() + " " + count.count())
        .collect(Collectors.joining(", "));
  }

  private static String text(Numbers numbers) {
    return numbers.buckets().stream()
        .map(bucket -> bucket.from() + "-" + bucket.to() + ":" + bucket.count())
        .collect(Collectors.joining(" ", numbers.lowest() + " to " + numbers.highest() + ": ", ""));
  }
}

package tatami.endtoend;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.function.Predicate;
import tatami.oracle.hotel.HotelAnswer;
import tatami.oracle.hotel.HotelFilter;
import tatami.oracle.hotel.HotelRequest;
import tatami.oracle.hotel.HotelRequest.Asked;
import tools.jackson.databind.JsonNode;

/** Compares facets: values as they are; buckets by their edges, whatever these are. */
final class HotelFacetComparison {

  private static final String PRICE = "price";
  private static final int MOST_PRICE_BUCKETS = 21;

  private final HotelRequest request;
  private final HotelAnswer expected;
  private final List<String> differences;

  HotelFacetComparison(HotelRequest request, HotelAnswer expected, List<String> differences) {
    this.request = request;
    this.expected = expected;
    this.differences = differences;
  }

  void compare(JsonNode facets) {
    HashSet<String> asked = new HashSet<>(request.page().facets());
    if (!asked.equals(new HashSet<>(facets.propertyNames()))) {
      differences.add("facets: asked=" + asked + " answer=" + facets.propertyNames());
      return;
    }
    for (String name : asked) {
      JsonNode facet = facets.path(name);
      if (name.equals(PRICE)) {
        comparePrices(facet);
      } else if (HotelFilter.named(name).kind() == HotelFilter.Kind.NUMBER) {
        compareNumbers(HotelFilter.named(name), facet);
      } else {
        compareValues(HotelFilter.named(name), facet);
      }
    }
  }

  private void compareValues(HotelFilter filter, JsonNode facet) {
    List<String> wanted =
        expected.facets().values(filter).stream()
            .map(value -> value.value() + "=" + value.count())
            .toList();
    List<String> found = new ArrayList<>();
    for (JsonNode value : facet.path("values")) {
      found.add(value.path("value").asString("") + "=" + value.path("count").asInt(-1));
    }
    if (!wanted.equals(found) || facet.path("more").asInt(-1) != 0) {
      differences.add("facet " + filter.word() + ": oracle=" + wanted + " answer=" + facet);
    }
  }

  /** Properties of one number each: the counts are of properties. */
  private void compareNumbers(HotelFilter filter, JsonNode facet) {
    List<BigDecimal> numbers = expected.facets().numbers(filter);
    compareEnds(filter.word(), numbers, facet);
    JsonNode buckets = facet.path("buckets");
    for (int at = 0; at < buckets.size(); at++) {
      BigDecimal from = buckets.path(at).path("from").decimalValue();
      BigDecimal to = buckets.path(at).path("to").decimalValue();
      boolean last = at == buckets.size() - 1;
      int count = expected.facets().count(filter, new Asked.Bucket(from, to, last));
      compareCount(filter.word(), count, buckets.path(at));
    }
    compareEdges(filter.word(), numbers, buckets);
  }

  private void comparePrices(JsonNode facet) {
    List<BigDecimal> prices = expected.facets().prices();
    compareEnds(PRICE, prices, facet);
    JsonNode buckets = facet.path("buckets");
    if (buckets.size() > MOST_PRICE_BUCKETS) {
      differences.add("facet price: too many buckets: " + buckets.size());
    }
    for (int at = 0; at < buckets.size(); at++) {
      BigDecimal from = buckets.path(at).path("from").decimalValue();
      BigDecimal to = buckets.path(at).path("to").decimalValue();
      boolean last = at == buckets.size() - 1;
      Predicate<BigDecimal> inside =
          price ->
              price.compareTo(from) >= 0
                  && (price.compareTo(to) < 0 || (last && price.compareTo(to) == 0));
      compareCount(PRICE, (int) prices.stream().filter(inside).count(), buckets.path(at));
    }
    compareEdges(PRICE, prices, buckets);
  }

  private void compareEnds(String name, List<BigDecimal> numbers, JsonNode facet) {
    String wanted =
        numbers.isEmpty()
            ? "none"
            : text(numbers.get(0)) + ".." + text(numbers.get(numbers.size() - 1));
    String found =
        facet.hasNonNull("min")
            ? text(facet.path("min").decimalValue()) + ".." + text(facet.path("max").decimalValue())
            : "none";
    if (!wanted.equals(found)) {
      differences.add("facet " + name + ": oracle=" + wanted + " answer=" + facet);
    }
  }

  private void compareCount(String name, int count, JsonNode bucket) {
    if (bucket.path("count").asInt(-1) != count) {
      differences.add("facet " + name + ": oracle=" + count + " bucket=" + bucket);
    }
  }

  /** Buckets follow each other, are equally wide, and hold the lowest and the highest number. */
  private void compareEdges(String name, List<BigDecimal> numbers, JsonNode buckets) {
    if (numbers.isEmpty() || buckets.isEmpty()) {
      if (numbers.isEmpty() != buckets.isEmpty()) {
        differences.add("facet " + name + ": numbers=" + numbers + " buckets=" + buckets);
      }
      return;
    }
    BigDecimal start = buckets.path(0).path("from").decimalValue();
    BigDecimal width = buckets.path(0).path("to").decimalValue().subtract(start);
    BigDecimal edge = start;
    boolean even = width.signum() > 0 && width.unscaledValue().toString().matches("[125]0*");
    for (JsonNode bucket : buckets) {
      even &= bucket.path("from").decimalValue().compareTo(edge) == 0;
      edge = edge.add(width);
      even &= bucket.path("to").decimalValue().compareTo(edge) == 0;
    }
    boolean holdsFirst = numbers.get(0).compareTo(start) >= 0;
    boolean holdsFirstInFirst = numbers.get(0).compareTo(start.add(width)) <= 0;
    boolean holdsLast = numbers.get(numbers.size() - 1).compareTo(edge) <= 0;
    if (!even || !holdsFirst || !holdsFirstInFirst || !holdsLast) {
      differences.add("facet " + name + ": numbers=" + numbers + " buckets=" + buckets);
    }
  }

  private static String text(BigDecimal number) {
    return number.stripTrailingZeros().toPlainString();
  }
}

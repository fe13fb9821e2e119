package tatami.endtoend;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import tatami.oracle.OracleAnswer;
import tatami.oracle.OracleRequest;
import tools.jackson.databind.JsonNode;

/** Compares the facets of an answer. */
final class FacetComparison {

  private static final int LARGEST = 50;

  private final OracleRequest request;
  private final OracleAnswer expected;
  private final List<String> differences;

  FacetComparison(OracleRequest request, OracleAnswer expected, List<String> differences) {
    this.request = request;
    this.expected = expected;
    this.differences = differences;
  }

  void compare(JsonNode facets) {
    Set<String> names = new TreeSet<>(facets.propertyNames());
    if (!names.equals(new TreeSet<>(request.facets()))) {
      differences.add("facets: asked=" + request.facets() + " answer=" + names);
    }
    expected.counts().forEach((name, values) -> compareCounts(name, values, facets.path(name)));
    expected.numbers().forEach((name, values) -> compareNumbers(name, values, facets.path(name)));
  }

  private void compareCounts(String name, List<OracleAnswer.ValueCount> all, JsonNode facet) {
    int listed = Math.min(LARGEST, all.size());
    List<String> wanted = new ArrayList<>();
    for (OracleAnswer.ValueCount value : all.subList(0, listed)) {
      wanted.add(value.value() + "=" + value.count());
    }
    List<String> found = new ArrayList<>();
    for (JsonNode value : facet.path("values")) {
      found.add(value.path("value").asString("") + "=" + value.path("count").asInt(-1));
    }
    if (!wanted.equals(found)) {
      differences.add("facet " + name + ": oracle=" + wanted + " answer=" + found);
    }
    if (facet.path("more").asInt(-1) != all.size() - listed) {
      differences.add(
          "facet "
              + name
              + " more: oracle="
              + (all.size() - listed)
              + " answer="
              + facet.path("more"));
    }
  }

  private void compareNumbers(String name, List<BigDecimal> values, JsonNode facet) {
    if (values.isEmpty()) {
      if (facet.hasNonNull("min") || facet.hasNonNull("max") || !facet.path("buckets").isEmpty()) {
        differences.add("facet " + name + ": oracle has no value, answer=" + facet);
      }
      return;
    }
    compareNumber(name + " min", values.get(0), facet.path("min"));
    compareNumber(name + " max", values.get(values.size() - 1), facet.path("max"));
    int counted = 0;
    BigDecimal end = null;
    for (int at = 0; at < facet.path("buckets").size(); at++) {
      JsonNode bucket = facet.path("buckets").path(at);
      boolean last = at == facet.path("buckets").size() - 1;
      counted += compareBucket(name + " bucket " + at, values, bucket, last);
      if (end != null && number(bucket, "from").compareTo(end) < 0) {
        differences.add("facet " + name + ": buckets overlap: " + facet);
      }
      end = number(bucket, "to");
    }
    if (counted != values.size()) {
      differences.add(
          "facet "
              + name
              + ": the buckets hold "
              + counted
              + " of "
              + values.size()
              + ": "
              + facet);
    }
  }

  private int compareBucket(String what, List<BigDecimal> values, JsonNode bucket, boolean last) {
    BigDecimal from = number(bucket, "from");
    BigDecimal to = number(bucket, "to");
    int count = 0;
    for (BigDecimal value : values) {
      int atEnd = value.compareTo(to);
      if (value.compareTo(from) >= 0 && (atEnd < 0 || (last && atEnd == 0))) {
        count++;
      }
    }
    // The planted facet error is in the values' counts; buckets are compared as they are.
    if (bucket.path("count").asInt(-1) != count) {
      differences.add("facet " + what + ": oracle=" + count + " answer=" + bucket);
    }
    return count;
  }

  private void compareNumber(String what, BigDecimal wanted, JsonNode found) {
    if (!found.isNumber() || found.decimalValue().compareTo(wanted) != 0) {
      differences.add("facet " + what + ": oracle=" + wanted + " answer=" + found);
    }
  }

  private static BigDecimal number(JsonNode bucket, String field) {
    return bucket.path(field).decimalValue(BigDecimal.valueOf(Long.MIN_VALUE));
  }
}

package tatami.benchmarks;

import java.util.List;
import java.util.Optional;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;

/**
 * One result of JMH, without JMH.
 *
 * @param type simple name of the benchmark's class
 * @param benchmark name of its method
 * @param variant value of the one parameter that its results are grouped by
 * @param value the mean, in the benchmark's unit
 * @param error half of the 99.9 % confidence interval; null if there are too few iterations for one
 */
record Score(String type, String benchmark, String variant, double value, Double error) {

  static Score of(RunResult result) {
    BenchmarkParams parameters = result.getParams();
    String[] names = parameters.getBenchmark().split("\\.");
    String dataset = parameters.getParam("dataset");
    Result<?> primary = result.getPrimaryResult();
    double error = primary.getScoreError();
    return new Score(
        names[names.length - 2],
        names[names.length - 1],
        dataset == null ? parameters.getParam("nights") : dataset,
        primary.getScore(),
        Double.isNaN(error) ? null : error);
  }

  /** Finds the score of another benchmark for the same variant. */
  Optional<Score> find(List<Score> scores, String otherBenchmark) {
    return scores.stream()
        .filter(
            other ->
                other.type.equals(type)
                    && other.variant.equals(variant)
                    && other.benchmark.equals(otherBenchmark))
        .findFirst();
  }
}

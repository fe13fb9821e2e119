package tatami.benchmarks.normalised;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import tatami.benchmarks.mixed.MixedSearch.Place;
import tatami.benchmarks.mixed.Question;
import tatami.benchmarks.normalised.NormalisedResult.Figures;
import tatami.benchmarks.normalised.NormalisedResult.Milliseconds;

/** Means, percentiles and ratios of questions that were timed. */
final class NormalisedFigures {

  private static final double HIGH_PERCENTILE = 0.95;
  private static final String ALL = "all";

  private NormalisedFigures() {}

  /** Lists them by question: each place that has a search, then all. */
  static List<Figures> of(List<AskedQuestion> asked) {
    List<Figures> figures = new ArrayList<>();
    for (Question question : Question.values()) {
      List<AskedQuestion> all = asked.stream().filter(one -> one.question() == question).toList();
      Stream<Figures> places =
          Arrays.stream(Place.values())
              .map(
                  place ->
                      figures(
                          question,
                          place.name().toLowerCase(Locale.ROOT),
                          all.stream().filter(one -> one.search().place() == place).toList()));
      Stream.concat(places, Stream.of(figures(question, ALL, all)))
          .filter(one -> one.searches() > 0)
          .forEach(figures::add);
    }
    return figures;
  }

  private static Figures figures(Question question, String place, List<AskedQuestion> asked) {
    Milliseconds product = milliseconds(asked, AskedQuestion::product);
    Milliseconds normalised = milliseconds(asked, AskedQuestion::normalised);
    return new Figures(
        question.label(),
        place,
        asked.size(),
        (int) asked.stream().filter(AskedQuestion::isTimedOnce).count(),
        product,
        normalised,
        normalised.mean() / product.mean(),
        normalised.p95() / product.p95(),
        AskedQuestion.median(
            asked.stream().mapToDouble(one -> one.normalised() / one.product()).toArray()));
  }

  private static Milliseconds milliseconds(
      List<AskedQuestion> asked, ToDoubleFunction<AskedQuestion> time) {
    double[] times = asked.stream().mapToDouble(time).sorted().toArray();
    if (times.length == 0) {
      return new Milliseconds(0, 0);
    }
    int high = (int) Math.ceil(HIGH_PERCENTILE * times.length) - 1;
    return new Milliseconds(Arrays.stream(times).average().orElseThrow(), times[high]);
  }
}

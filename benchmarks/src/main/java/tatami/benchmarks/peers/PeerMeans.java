package tatami.benchmarks.peers;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tatami.benchmarks.mixed.MixedSearch.Place;
import tatami.benchmarks.mixed.Question;
import tatami.benchmarks.peers.PeerResult.PeerFigures;
import tatami.benchmarks.peers.peer.Peer;

/** Means, percentiles and ratios of questions that were timed. */
final class PeerMeans {

  private static final double HIGH_PERCENTILE = 0.95;
  private static final String ALL = "all";

  private PeerMeans() {}

  /** Mean and 95th percentile in microseconds. */
  private record Times(double mean, double p95) {}

  /** Lists them by question: each place that has a search, then all. */
  static List<PeerFigures> of(Map<Peer, List<PreparedQuestion>> asked) {
    List<PeerFigures> figures = new ArrayList<>();
    for (Question question : Question.values()) {
      for (Place place : Place.values()) {
        add(figures, asked, question, place);
      }
      add(figures, asked, question, null);
    }
    return figures;
  }

  /** All places are null. */
  private static void add(
      List<PeerFigures> figures,
      Map<Peer, List<PreparedQuestion>> asked,
      Question question,
      Place place) {
    Times product = null;
    for (Map.Entry<Peer, List<PreparedQuestion>> peer : asked.entrySet()) {
      List<PreparedQuestion> questions =
          peer.getValue().stream()
              .filter(one -> one.question() == question)
              .filter(one -> place == null || one.search().place() == place)
              .toList();
      if (!questions.isEmpty()) {
        Times times = times(questions);
        product = product == null ? times : product;
        figures.add(
            new PeerFigures(
                question.label(),
                place == null ? ALL : place.name().toLowerCase(Locale.ROOT),
                peer.getKey().name(),
                questions.size(),
                (int) questions.stream().filter(PreparedQuestion::isTimedOnce).count(),
                times.mean(),
                times.p95(),
                times.mean() / product.mean(),
                times.p95() / product.p95()));
      }
    }
  }

  private static Times times(List<PreparedQuestion> questions) {
    double[] times =
        questions.stream().mapToDouble(PreparedQuestion::microseconds).sorted().toArray();
    int high = (int) Math.ceil(HIGH_PERCENTILE * times.length) - 1;
    return new Times(Arrays.stream(times).average().orElseThrow(), times[high]);
  }
}

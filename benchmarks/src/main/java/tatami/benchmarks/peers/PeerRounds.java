package tatami.benchmarks.peers;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import tatami.benchmarks.mixed.Answered;
import tatami.benchmarks.mixed.MixedSearch;
import tatami.benchmarks.mixed.Question;
import tatami.benchmarks.peers.PeerResult.PeerFigures;
import tatami.benchmarks.peers.peer.Peer;
import tatami.benchmarks.phase.PhaseTimes;

/** Asks all peers the same questions, compares their answers, then times them in turn. */
final class PeerRounds {

  /** A peer that is fast is asked all searches so often in a round, and no oftener. */
  private static final int MOST_PASSES = 20;

  private final Pace pace;
  private final Consumer<String> progress;
  private final PhaseTimes phases;
  private final Map<Peer, List<PreparedQuestion>> asked = new LinkedHashMap<>();

  /**
   * How long is measured.
   *
   * @param rounds how often each peer has its turn
   * @param turn a peer repeats the searches of one kind of question for so long in its turn, and
   *     once in any case
   * @param warmUp the same before the first round; zero for not at all
   */
  record Pace(int rounds, Duration turn, Duration warmUp) {}

  private PeerRounds(Pace pace, Consumer<String> progress) {
    this.pace = pace;
    this.progress = progress;
    this.phases = new PhaseTimes(progress);
  }

  /**
   * Runs the race.
   *
   * @param peers the product first
   * @throws IllegalStateException if an answer differs, or nothing is found at all
   */
  static List<PeerFigures> run(
      List<Peer> peers, List<MixedSearch> searches, Pace pace, Consumer<String> progress)
      throws SQLException, IOException {
    PeerRounds race = new PeerRounds(pace, progress);
    for (Peer peer : peers) {
      race.phases.time("preparing " + peer.name(), () -> race.prepare(peer, searches));
    }
    race.phases.time("comparing answers", race::compareAnswers);
    race.phases.time("warming up", race::warmUp);
    for (int round = 0; round < pace.rounds(); round++) {
      int current = round;
      race.phases.time(
          "timing round " + (round + 1) + " of " + pace.rounds(), () -> race.time(current));
    }
    return PeerMeans.of(race.asked);
  }

  private void prepare(Peer peer, List<MixedSearch> searches) throws SQLException, IOException {
    List<PreparedQuestion> questions = new ArrayList<>();
    for (Question question : Question.values()) {
      for (int number = 0; number < searches.size(); number++) {
        questions.add(new PreparedQuestion(peer, question, searches.get(number), number));
      }
    }
    asked.put(peer, questions);
  }

  private void compareAnswers() throws SQLException, IOException {
    int found = 0;
    List<Peer> peers = List.copyOf(asked.keySet());
    int questions = asked.get(peers.get(0)).size();
    for (int number = 0; number < questions; number++) {
      Answered first = asked.get(peers.get(0)).get(number).answer();
      found += first.isEmpty() ? 0 : 1;
      for (Peer other : peers.subList(1, peers.size())) {
        compare(peers.get(0), first, other, asked.get(other).get(number));
      }
    }
    if (found == 0) {
      throw new IllegalStateException("no search finds anything: questions=" + questions);
    }
    progress.accept("equal answers: " + questions + ", with something found: " + found);
  }

  private static void compare(Peer first, Answered expected, Peer other, PreparedQuestion question)
      throws SQLException, IOException {
    Answered answered = question.answer();
    if (!expected.equals(answered)) {
      throw new IllegalStateException(
          "answers differ: question=%s search=%s\n%s=%s\n%s=%s"
              .formatted(
                  question.question().label(),
                  question.search(),
                  first.name(),
                  expected,
                  other.name(),
                  answered));
    }
  }

  private void warmUp() throws SQLException, IOException {
    if (pace.warmUp().isZero()) {
      return;
    }
    for (List<PreparedQuestion> questions : asked.values()) {
      for (Question question : Question.values()) {
        long end = System.nanoTime() + pace.warmUp().toNanos();
        do {
          for (PreparedQuestion one : of(questions, question)) {
            one.warm();
          }
        } while (System.nanoTime() < end);
      }
    }
  }

  /** Whoever is first has cold caches of the processor: they take turns. */
  private void time(int round) throws SQLException, IOException {
    List<Peer> peers = List.copyOf(asked.keySet());
    for (Question question : Question.values()) {
      for (int turn = 0; turn < peers.size(); turn++) {
        Peer peer = peers.get((turn + round) % peers.size());
        time(of(asked.get(peer), question), round);
      }
    }
  }

  private void time(List<PreparedQuestion> questions, int round) throws SQLException, IOException {
    long end = System.nanoTime() + pace.turn().toNanos();
    int passes = 0;
    do {
      for (PreparedQuestion one : questions) {
        if (one.isDue(round, pace.rounds()) && (passes == 0 || !one.isTimedOnce())) {
          one.time();
        }
      }
      passes++;
    } while (passes < MOST_PASSES && System.nanoTime() < end);
  }

  private static List<PreparedQuestion> of(List<PreparedQuestion> questions, Question question) {
    return questions.stream().filter(one -> one.question() == question).toList();
  }
}

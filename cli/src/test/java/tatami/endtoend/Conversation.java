package tatami.endtoend;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import tatami.oracle.OracleRequest;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sends searches and follows their cursors: two pages of each, and of every fourth all pages as
 * long as they are not too many. All first pages are asked for at once, then all second pages …
 */
final class Conversation {

  private static final int MOST_PAGES = 12;
  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  private final SearchSeam seam;

  Conversation(SearchSeam seam) {
    this.seam = seam;
  }

  /** Runs the searches of {@code count} seeds, from {@code firstSeed} on. */
  List<Exchange> hold(RandomSearches searches, long firstSeed, int count) {
    List<Thread> threads =
        LongStream.range(firstSeed, firstSeed + count)
            .parallel()
            .mapToObj(seed -> new Thread(seed, searches.make(seed)))
            .toList();
    List<Thread> open = threads;
    while (!open.isEmpty()) {
      List<String> answers = seam.answer(open.stream().map(Thread::nextCall).toList());
      if (answers.size() != open.size()) {
        throw new AssertionError(
            "one answer per line: lines=" + open.size() + " answers=" + answers.size());
      }
      for (int at = 0; at < answers.size(); at++) {
        open.get(at).pages.add(MAPPER.readTree(answers.get(at)));
      }
      open = open.stream().filter(Thread::goesOn).toList();
    }
    return threads.stream()
        .map(thread -> new Exchange(thread.seed, thread.request, thread.pages))
        .toList();
  }

  /** One search, with the pages read so far. */
  private static final class Thread {
    private final long seed;
    private final OracleRequest request;
    private final List<JsonNode> pages = new ArrayList<>();

    Thread(long seed, OracleRequest request) {
      this.seed = seed;
      this.request = request;
    }

    SearchCall nextCall() {
      return new SearchCall(request, pages.isEmpty() ? null : last().path("next").stringValue());
    }

    boolean goesOn() {
      boolean hasNext = last().path("next").isString();
      int pagesInAll = last().path("total").asInt(0) / request.pageSize() + 1;
      boolean walksAll = seed % 4 == 0 && pagesInAll <= MOST_PAGES;
      return hasNext && pages.size() <= MOST_PAGES && (walksAll || pages.size() < 2);
    }

    private JsonNode last() {
      return pages.get(pages.size() - 1);
    }
  }
}

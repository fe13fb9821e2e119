package tatami.endtoend;

import java.util.List;
import tatami.oracle.OracleRequest;
import tools.jackson.databind.JsonNode;

/**
 * A search and the pages that were read of its answer, so that it can be compared more than once.
 *
 * @param seed of the search
 * @param pages in order; at least the first
 */
record Exchange(long seed, OracleRequest request, List<JsonNode> pages) {

  /** Copies the list. */
  Exchange {
    pages = List.copyOf(pages);
  }

  /** Returns whether the last page that was read is the answer's last. */
  boolean isComplete() {
    return pages.get(pages.size() - 1).path("next").isNull();
  }
}

package tatami.query.search;

import java.util.Objects;

/**
 * What a caller gets: an answer or a problem.
 *
 * @param status HTTP status
 * @param json compact JSON: the answer, or a problem document
 * @param release the release that answered; for a problem the live one, null where none is known
 */
public record SearchReply(int status, String json, Integer release) {

  /** Refuses a reply without a body. */
  public SearchReply {
    Objects.requireNonNull(json, "json");
  }
}

package tatami.query.search;

import java.util.Objects;

/**
 * What a search answers, ready to be sent.
 *
 * @param status the HTTP status: 200, or that of the problem document
 * @param json the answer or, with any other status, a problem document; compact
 * @param release the release that was read; null where none was
 */
public record SearchReply(int status, String json, Integer release) {

  /** Refuses a reply without a document. */
  public SearchReply {
    Objects.requireNonNull(json, "json");
  }
}

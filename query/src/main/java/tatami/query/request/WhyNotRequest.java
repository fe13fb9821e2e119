package tatami.query.request;

import java.util.List;
import java.util.Objects;

/**
 * A question why something cannot be booked.
 *
 * @param search what was looked for, with a check-in
 * @param key business key of the one property that it is about; null for the whole result
 */
public record WhyNotRequest(SearchRequest search, List<String> key) {

  /** Copies the key. */
  public WhyNotRequest {
    Objects.requireNonNull(search, "search");
    key = key == null ? null : List.copyOf(key);
  }
}

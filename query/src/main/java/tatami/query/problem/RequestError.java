package tatami.query.problem;

import java.util.Objects;
import tools.jackson.databind.JsonNode;

/**
 * One mistake in a request.
 *
 * @param pointer JSON pointer (RFC 6901) to the field; empty for the whole request
 * @param value what stands there; null where nothing does
 * @param detail what is wrong and what is allowed
 */
public record RequestError(String pointer, JsonNode value, String detail) {

  /** Refuses an error that says nothing. */
  public RequestError {
    Objects.requireNonNull(pointer, "pointer");
    Objects.requireNonNull(detail, "detail");
  }
}

package tatami.query.http;

import io.javalin.http.HttpStatus;
import java.util.List;
import java.util.Objects;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A problem document (RFC 9457) for what goes wrong before a search is reached.
 *
 * @param status the HTTP status, 400 to 599
 * @param detail what, value, bound, way out
 * @param errors what is wrong in which query parameter; mostly empty
 */
record HttpProblem(int status, String detail, List<ParameterError> errors) {

  static final String MEDIA_TYPE = "application/problem+json";

  HttpProblem {
    Objects.requireNonNull(detail, "detail");
    errors = List.copyOf(errors);
    if (status < 400 || status > 599) {
      throw new IllegalArgumentException("a problem has a status from 400 to 599: " + status);
    }
  }

  HttpProblem(int status, String detail) {
    this(status, detail, List.of());
  }

  /** What is wrong in a query parameter. */
  record ParameterError(String parameter, String value, String detail) {}

  /** Returns the document, compact; it has every member that a search's problem has. */
  String toJson() {
    ObjectNode document = JsonMapper.shared().createObjectNode();
    document.put("type", "about:blank");
    document.put("title", HttpStatus.forStatus(status).getMessage());
    document.put("status", status);
    document.put("detail", detail);
    ArrayNode list = document.putArray("errors");
    for (ParameterError error : errors) {
      list.addObject()
          .put("parameter", error.parameter())
          .put("value", error.value())
          .put("detail", error.detail());
    }
    document.putNull("release");
    return document.toString();
  }
}

package tatami.query.request;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import tatami.query.problem.ProblemException;
import tatami.query.problem.RequestError;
import tools.jackson.databind.JsonNode;

/** Collects the mistakes and warnings of one request, in the order in which they are found. */
final class Findings {

  /** More mistakes than anyone reads; a hostile body has no more said about it. */
  private static final int MOST_ERRORS = 50;

  private final List<RequestError> errors = new ArrayList<>();
  private final Set<String> warnings = new LinkedHashSet<>();

  void refuse(String pointer, JsonNode value, String detail) {
    if (errors.size() < MOST_ERRORS) {
      errors.add(new RequestError(pointer, value, detail));
    }
  }

  void warn(String text) {
    warnings.add(text);
  }

  List<String> warnings() {
    return List.copyOf(warnings);
  }

  void throwIfAny() {
    if (!errors.isEmpty()) {
      throw ProblemException.badRequest(errors);
    }
  }
}

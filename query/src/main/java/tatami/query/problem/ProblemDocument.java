package tatami.query.problem;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes a problem as compact problem+json. */
public final class ProblemDocument {

  private static final int LONGEST_ECHO = 200;
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private ProblemDocument() {}

  /** Returns the document; echoed values are shortened. */
  public static String write(ProblemException problem) {
    ObjectNode document = MAPPER.createObjectNode();
    document.put("type", problem.kind().type());
    document.put("title", problem.kind().title());
    document.put("status", problem.kind().status());
    document.put("detail", problem.getMessage());
    ArrayNode errors = document.putArray("errors");
    for (RequestError error : problem.errors()) {
      ObjectNode entry = errors.addObject();
      entry.put("pointer", error.pointer());
      entry.set("value", echo(error.value()));
      entry.put("detail", error.detail());
    }
    document.put("release", problem.release());
    return MAPPER.writeValueAsString(document);
  }

  private static JsonNode echo(JsonNode value) {
    if (value == null) {
      return MAPPER.getNodeFactory().nullNode();
    }
    String text = value.isString() ? value.stringValue() : value.toString();
    if (text.length() <= LONGEST_ECHO) {
      return value;
    }
    return MAPPER.getNodeFactory().stringNode(text.substring(0, LONGEST_ECHO) + "…");
  }
}

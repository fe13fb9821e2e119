package tatami.query.request;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import tatami.searchtable.naming.NearestWord;
import tools.jackson.databind.JsonNode;

/**
 * A JSON object of a request, with the names that it may have. What is wrong with a field is told
 * to the findings, and the field then counts as absent.
 */
final class RequestObject {

  private static final int LONGEST_NAME = 60;

  private final JsonNode object;
  private final String pointer;
  private final Findings findings;

  private RequestObject(JsonNode object, String pointer, Findings findings) {
    this.object = object;
    this.pointer = pointer;
    this.findings = findings;
  }

  /**
   * Opens an object and refuses every field that is not known.
   *
   * @param noun what a field is called here, such as {@code field}
   */
  static Optional<RequestObject> open(
      JsonNode node, String pointer, Findings findings, Names names) {
    if (!node.isObject()) {
      findings.refuse(pointer, node, "must be an object, got " + kindOf(node));
      return Optional.empty();
    }
    RequestObject opened = new RequestObject(node, pointer, findings);
    for (String name : node.propertyNames()) {
      if (!names.known().contains(name)) {
        findings.refuse(opened.pointerTo(name), node.get(name), names.unknown(name));
      }
    }
    return Optional.of(opened);
  }

  boolean has(String name) {
    return object.has(name);
  }

  Optional<JsonNode> find(String name) {
    return Optional.ofNullable(object.get(name));
  }

  /** Finds a field that may be null, which is the same as absent. */
  Optional<JsonNode> findNullable(String name) {
    return find(name).filter(node -> !node.isNull());
  }

  String pointerTo(String name) {
    return child(pointer, name);
  }

  void refuse(String name, String detail) {
    findings.refuse(pointerTo(name), object.get(name), detail);
  }

  OptionalInt findInteger(String name, int lowest, int highest) {
    Optional<JsonNode> node = find(name);
    if (node.isEmpty()) {
      return OptionalInt.empty();
    }
    return integer(node.get(), pointerTo(name), lowest, highest, findings);
  }

  static OptionalInt integer(
      JsonNode node, String pointer, int lowest, int highest, Findings findings) {
    boolean fits =
        node.isIntegralNumber()
            && node.canConvertToLong()
            && node.longValue() >= lowest
            && node.longValue() <= highest;
    if (!fits) {
      String range = "must be an integer from " + lowest + " to " + highest;
      findings.refuse(pointer, node, range + (node.isNumber() ? "" : ", got " + kindOf(node)));
      return OptionalInt.empty();
    }
    return OptionalInt.of(node.intValue());
  }

  static String child(String pointer, String name) {
    return pointer + "/" + name.replace("~", "~0").replace("/", "~1");
  }

  static String kindOf(JsonNode node) {
    return switch (node.getNodeType()) {
      case ARRAY -> "an array";
      case OBJECT -> "an object";
      case STRING -> "a string";
      case NUMBER -> "a number";
      case BOOLEAN -> "a boolean";
      default -> "null";
    };
  }

  static String shortened(String name) {
    return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME) + "…";
  }

  /**
   * Names that are known in one place.
   *
   * @param noun what one is called, such as {@code field}
   * @param known all of them, in the order in which they are told
   */
  record Names(String noun, List<String> known) {

    static Names fields(String... known) {
      return new Names("field", List.of(known));
    }

    String unknown(String name) {
      String text = "unknown " + noun + " \"" + shortened(name) + "\"";
      Optional<String> nearest = NearestWord.find(name, known);
      String hint = nearest.map(word -> ", did you mean \"" + word + "\"?").orElse(";");
      return text + hint + " known: " + (known.isEmpty() ? "none" : String.join(", ", known));
    }
  }
}

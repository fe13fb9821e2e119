package tatami.query.request;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import tatami.searchtable.description.GrainTable;
import tatami.searchtable.description.GrainTable.KeyComponent;
import tools.jackson.databind.JsonNode;

/** Reads the business key of one property, in the form that answers have. */
final class KeyReader {

  private final List<KeyComponent> components;
  private final Findings findings;

  KeyReader(GrainTable property, Findings findings) {
    this.components = property.key();
    this.findings = findings;
  }

  /** Returns the components as texts; null where no key is given, or it is refused. */
  List<String> read(RequestObject request) {
    Optional<JsonNode> node = request.findNullable("key");
    if (node.isEmpty()) {
      return null;
    }
    boolean isText = node.get().isString() && components.size() == 1;
    if (!isText && !isListOfTexts(node.get())) {
      findings.refuse(request.pointerTo("key"), node.get(), allowed());
      return null;
    }
    List<String> key =
        isText
            ? List.of(node.get().stringValue())
            : node.get().valueStream().map(JsonNode::stringValue).toList();
    if (key.stream().anyMatch(WordsReader::hasSignOfNoText)) {
      String sign = "has a sign that no key has: NUL or one half of a surrogate pair";
      findings.refuse(request.pointerTo("key"), node.get(), sign);
    }
    return key;
  }

  private boolean isListOfTexts(JsonNode node) {
    return node.isArray()
        && node.size() == components.size()
        && node.valueStream().allMatch(JsonNode::isString);
  }

  private String allowed() {
    if (components.size() == 1) {
      return "must be a string: the property's \"" + components.get(0).name() + "\"";
    }
    String names =
        components.stream()
            .map(component -> '"' + component.name() + '"')
            .collect(Collectors.joining(", "));
    return "must be an array of " + components.size() + " strings: the property's " + names;
  }
}

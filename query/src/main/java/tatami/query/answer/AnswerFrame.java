package tatami.query.answer;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tatami.query.release.OpenRelease;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What every answer has around what it tells.
 *
 * @param release what was searched
 * @param position number of the last change that is in the answer
 * @param warnings what the caller should know
 * @param now the request's instant
 */
public record AnswerFrame(OpenRelease release, long position, List<String> warnings, Instant now) {

  /** Copies the list. */
  public AnswerFrame {
    warnings = List.copyOf(warnings);
  }

  /** Returns a document that says what was searched. */
  public ObjectNode open() {
    ObjectNode document = JsonMapper.shared().createObjectNode();
    return document.put("release", release.number()).put("position", position);
  }

  /** Writes the warnings. */
  public void writeWarnings(ObjectNode document) {
    ArrayNode list = document.putArray("warnings");
    warnings.forEach(list::add);
  }

  /** Writes how old the data are, those of stock first. */
  public void writeDataAge(ObjectNode document) {
    ObjectNode ages = document.putObject("data_age");
    Map<String, Instant> stockFirst = new TreeMap<>((left, right) -> right.compareTo(left));
    stockFirst.putAll(release.description().dataAsOf());
    stockFirst.forEach(
        (role, asOf) -> {
          long seconds = Math.max(0, Duration.between(asOf, now).getSeconds());
          ages.put(role, Duration.ofSeconds(seconds).toString());
        });
  }
}

package tatami.searchbuild.catalog;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.Event.ID;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ParserException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Reads the part of YAML that a catalog may use: one document of maps, lists and texts. What YAML
 * has beyond that (anchors, aliases, tags, merges, scalars that readers understand differently) is
 * refused at its place.
 */
final class YamlReader {

  private static final int DEEPEST = 30;

  private final String text;
  private final Problems problems;
  private final Iterator<Event> events;
  private Optional<Mark> reached = Optional.empty();

  private YamlReader(String text, Problems problems) {
    this.text = text;
    this.problems = problems;
    LoadSettings settings = LoadSettings.builder().setLabel("catalog").build();
    this.events = new Parse(settings).parseString(text).iterator();
  }

  /** Returns the document; empty, with a problem, where there is none to go on with. */
  static Optional<YamlNode> read(String text, Problems problems) {
    try {
      return new YamlReader(text, problems).readDocument();
    } catch (MarkedYamlEngineException e) {
      Place place = e.getProblemMark().or(e::getContextMark).map(YamlReader::at).orElse(top());
      String problem = Optional.ofNullable(e.getProblem()).orElse(e.getMessage());
      problems.add(place, "this is not YAML: " + lineOf(problem) + bracketHint(text, place));
    } catch (ReaderException e) {
      problems.add(
          placeOfCodePoint(text, e.getPosition()),
          String.format("a character that YAML does not allow: U+%04X", e.getCodePoint()));
    } catch (YamlEngineException e) {
      problems.add(top(), "this is not YAML: " + lineOf(e.getMessage()));
    }
    return Optional.empty();
  }

  private Optional<YamlNode> readDocument() {
    nextEvent();
    if (nextEvent().getEventId() == ID.StreamEnd) {
      problems.add(top(), "the catalog is empty: it begins with \"catalog: NAME\"");
      return Optional.empty();
    }
    YamlNode root = readNode(nextEvent(), 0);
    nextEvent();
    Event after = nextEvent();
    if (after.getEventId() == ID.DocumentStart) {
      problems.add(
          placeOf(after),
          "a second document begins here: a catalog is one document, without \"---\"");
    }
    return Optional.of(root);
  }

  /** Steps on. The parser fails on an escape that is no character without saying where. */
  private Event nextEvent() {
    try {
      Event event = events.next();
      reached = event.getEndMark();
      return event;
    } catch (IllegalArgumentException e) {
      throw new ParserException("behind this place stands an escape that is no character", reached);
    }
  }

  private YamlNode readNode(Event event, int depth) {
    Place place = placeOf(event);
    if (event.getEventId() == ID.Alias) {
      problems.add(place, "aliases (*name) are not allowed: write the value out");
      return new YamlNode.Refused(place);
    }
    refuseAnchor((NodeEvent) event);
    if (event instanceof ScalarEvent) {
      return readScalar((ScalarEvent) event);
    }
    refuseTag(place, ((CollectionStartEvent) event).getTag());
    if (depth == DEEPEST) {
      problems.add(place, "maps and lists stand at most " + DEEPEST + " deep in each other");
      skipCollection();
      return new YamlNode.Refused(place);
    }
    return event.getEventId() == ID.SequenceStart
        ? readSequence(place, depth)
        : readMapping(place, depth);
  }

  private void skipCollection() {
    int open = 1;
    while (open > 0) {
      Event event = nextEvent();
      if (event instanceof CollectionStartEvent) {
        open++;
      } else if (event.getEventId() == ID.SequenceEnd || event.getEventId() == ID.MappingEnd) {
        open--;
      }
    }
  }

  private YamlNode readScalar(ScalarEvent event) {
    Place place = placeOf(event);
    refuseTag(place, event.getTag());
    if (event.isPlain()) {
      Optional<String> unclear = UnclearScalar.find(event.getValue());
      if (unclear.isPresent()) {
        problems.add(place, unclear.get());
        return new YamlNode.Refused(place);
      }
    }
    return new YamlNode.Scalar(event.getValue(), event.isPlain(), place, textPlace(event, place));
  }

  private YamlNode readSequence(Place place, int depth) {
    List<YamlNode> items = new ArrayList<>();
    Event event = nextEvent();
    while (event.getEventId() != ID.SequenceEnd) {
      items.add(readNode(event, depth + 1));
      event = nextEvent();
    }
    return new YamlNode.Sequence(items, place);
  }

  private YamlNode readMapping(Place place, int depth) {
    List<YamlNode.Entry> entries = new ArrayList<>();
    Map<String, Place> seen = new HashMap<>();
    Event event = nextEvent();
    while (event.getEventId() != ID.MappingEnd) {
      YamlNode key = readNode(event, depth + 1);
      YamlNode value = readNode(nextEvent(), depth + 1);
      if (isNewWord(key, seen)) {
        entries.add(new YamlNode.Entry((YamlNode.Scalar) key, value));
      }
      event = nextEvent();
    }
    return new YamlNode.Mapping(entries, place);
  }

  private boolean isNewWord(YamlNode key, Map<String, Place> seen) {
    if (key instanceof YamlNode.Refused) {
      return false;
    }
    if (!(key instanceof YamlNode.Scalar)) {
      problems.add(key.place(), "a word was expected before the colon, got " + key.describe());
      return false;
    }
    String word = ((YamlNode.Scalar) key).text();
    Place first = seen.putIfAbsent(word, key.place());
    if (first != null) {
      problems.add(
          key.place(),
          "\"" + word + "\" stands twice, first in line " + first.line() + ": keep one");
    }
    return first == null;
  }

  private void refuseAnchor(NodeEvent event) {
    if (event.getAnchor().isPresent()) {
      problems.add(
          placeOf(event),
          "anchors (&" + event.getAnchor().get().getValue() + ") are not allowed: leave it out");
    }
  }

  private void refuseTag(Place place, Optional<String> tag) {
    if (tag.isPresent()) {
      problems.add(place, "tags (" + tag.get() + ") are not allowed: leave it out");
    }
  }

  /** Finds the first character: behind the quote, or in the first written line of a block. */
  private Place textPlace(ScalarEvent event, Place place) {
    if (event.isPlain()) {
      return place;
    }
    if (!event.isLiteral() && !event.isFolded()) {
      return new Place(place.line(), place.column() + 1);
    }
    List<String> lines = text.lines().toList();
    for (int line = place.line(); line < lines.size(); line++) {
      String written = lines.get(line);
      if (!written.isBlank()) {
        return new Place(line + 1, written.length() - written.stripLeading().length() + 1);
      }
    }
    return place;
  }

  /** Tells whoever wrote a list type inside braces what YAML makes of its brackets. */
  private static String bracketHint(String text, Place place) {
    String line = text.lines().skip(place.line() - 1L).findFirst().orElse("");
    boolean brackets = line.startsWith("[]", Math.min(place.column() - 1, line.length()));
    return brackets ? "; inside { } a word with brackets stands in quotes" : "";
  }

  private static Place placeOf(Event event) {
    return event.getStartMark().map(YamlReader::at).orElse(top());
  }

  private static Place at(Mark mark) {
    return new Place(mark.getLine() + 1, mark.getColumn() + 1);
  }

  private static Place top() {
    return new Place(1, 1);
  }

  /** Turns a number of characters before the place into the place. */
  static Place placeOfCodePoint(String text, int before) {
    int[] codePoints = text.codePoints().limit(before).toArray();
    int line = 1;
    int column = 1;
    for (int codePoint : codePoints) {
      boolean newLine = codePoint == '\n';
      line += newLine ? 1 : 0;
      column = newLine ? 1 : column + 1;
    }
    return new Place(line, column);
  }

  private static String lineOf(String message) {
    return message.replaceAll("\\s+", " ").strip();
  }
}

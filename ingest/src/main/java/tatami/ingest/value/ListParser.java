package tatami.ingest.value;

import java.util.ArrayList;
import java.util.List;
import tatami.ingest.feed.ColumnDefinition;
import tatami.ingest.feed.ColumnDefinition.ListFormat;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** Reads a list of texts in one of the formats that a column declares. Empty texts are left out. */
final class ListParser {

  private static final JsonFactory JSON = new JsonFactory();

  private final ColumnDefinition column;

  ListParser(ColumnDefinition column) {
    this.column = column;
  }

  List<String> parse(String text) throws BadValueException {
    for (ListFormat format : column.listFormats()) {
      if (format instanceof ListFormat.Json && text.startsWith("[")) {
        return json(text);
      }
      if (format instanceof ListFormat.Braces && text.startsWith("{")) {
        return braces(text);
      }
      if (format instanceof ListFormat.Split split) {
        return split(text, split.separator());
      }
    }
    throw new BadValueException(column.name(), text, "needs a list in one of its formats");
  }

  private static List<String> split(String text, String separator) {
    List<String> values = new ArrayList<>();
    int start = 0;
    for (int end = text.indexOf(separator); end >= 0; end = text.indexOf(separator, start)) {
      addUnlessEmpty(values, text.substring(start, end));
      start = end + separator.length();
    }
    addUnlessEmpty(values, text.substring(start));
    return values;
  }

  private List<String> json(String text) throws BadValueException {
    List<String> values = new ArrayList<>();
    try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), text)) {
      parser.nextToken();
      while (parser.nextToken() == JsonToken.VALUE_STRING) {
        String value = parser.getString();
        if (!isStorable(value)) {
          throw new BadValueException(
              column.name(), text, "text cannot hold a NUL character or half a surrogate pair");
        }
        addUnlessEmpty(values, value);
      }
      if (parser.currentToken() == JsonToken.END_ARRAY && parser.nextToken() == null) {
        return values;
      }
    } catch (JacksonException e) {
      throw new BadValueException(column.name(), text, "is not JSON");
    }
    throw new BadValueException(column.name(), text, "needs a JSON array of strings");
  }

  /** Escapes can spell what no UTF-8 text holds. */
  private static boolean isStorable(String value) {
    return value
        .codePoints()
        .noneMatch(
            point ->
                point == 0
                    || (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE));
  }

  private List<String> braces(String text) throws BadValueException {
    if (text.equals("{}")) {
      return List.of();
    }
    List<String> values = new ArrayList<>();
    int position = 1;
    while (position < text.length()) {
      StringBuilder value = new StringBuilder();
      position =
          text.charAt(position) == '"'
              ? quoted(text, position, value)
              : plain(text, position, value);
      addUnlessEmpty(values, value.toString());
      if (position >= text.length()) {
        break;
      }
      char delimiter = text.charAt(position);
      position++;
      if (delimiter == '}' && position == text.length()) {
        return values;
      }
      if (delimiter != ',') {
        break;
      }
    }
    throw new BadValueException(column.name(), text, "needs a list such as {TV,\"Cable TV\"}");
  }

  /** Returns the position behind the closing quote, or the text's length where there is none. */
  private static int quoted(String text, int start, StringBuilder value) {
    for (int position = start + 1; position < text.length(); position++) {
      char character = text.charAt(position);
      if (character == '"') {
        return position + 1;
      }
      if (character == '\\' && position + 1 < text.length()) {
        position++;
        character = text.charAt(position);
      }
      value.append(character);
    }
    return text.length();
  }

  private static int plain(String text, int start, StringBuilder value) {
    int position = start;
    while (position < text.length()
        && text.charAt(position) != ','
        && text.charAt(position) != '}') {
      value.append(text.charAt(position));
      position++;
    }
    return position;
  }

  private static void addUnlessEmpty(List<String> values, String value) {
    if (!value.isEmpty()) {
      values.add(value);
    }
  }
}

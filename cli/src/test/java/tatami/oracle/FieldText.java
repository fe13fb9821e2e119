package tatami.oracle;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Reads the texts of an Inside Airbnb file. Empty is absent; what is wrong is thrown. */
final class FieldText {

  private FieldText() {}

  /** Reads {@code $1,234.00} as minor units. */
  static Long money(String text, int digits) {
    if (text.isEmpty()) {
      return null;
    }
    String number = text.replace("$", "").replace(",", "");
    return new BigDecimal(number).movePointRight(digits).longValueExact();
  }

  static Integer wholeNumber(String text) {
    return text == null || text.isEmpty() ? null : Integer.valueOf(text);
  }

  static BigDecimal decimal(String text) {
    return text == null || text.isEmpty() ? null : new BigDecimal(text);
  }

  /** Reads {@code t} and {@code f}; empty is no stock. */
  static boolean flag(String text) {
    return switch (text) {
      case "t" -> true;
      case "f", "" -> false;
      default -> throw new IllegalArgumentException("not t or f: " + text);
    };
  }

  /** Reads {@code {TV,"Cable TV"}} or {@code ["TV", "Cable TV"]}; each text once, no empty one. */
  static Set<String> tags(String text) {
    List<String> found = new ArrayList<>();
    if (text != null && text.startsWith("{")) {
      readBraces(text, found);
    } else if (text != null && text.startsWith("[")) {
      readJson(text, found);
    } else if (text != null && !text.isEmpty()) {
      throw new IllegalArgumentException("not a list: " + text);
    }
    Set<String> tags = new LinkedHashSet<>(found);
    tags.remove("");
    return tags;
  }

  private static void readBraces(String text, List<String> found) {
    StringBuilder tag = new StringBuilder();
    boolean quoted = false;
    for (int at = 1; at < text.length(); at++) {
      char letter = text.charAt(at);
      if (letter == '"') {
        quoted = !quoted;
      } else if (quoted && letter == '\\') {
        at++;
        tag.append(text.charAt(at));
      } else if (!quoted && (letter == ',' || letter == '}')) {
        found.add(tag.toString());
        tag.setLength(0);
      } else {
        tag.append(letter);
      }
    }
  }

  private static void readJson(String text, List<String> found) {
    StringBuilder tag = new StringBuilder();
    boolean quoted = false;
    for (int at = 1; at < text.length(); at++) {
      char letter = text.charAt(at);
      if (letter == '"' && quoted) {
        found.add(tag.toString());
        tag.setLength(0);
        quoted = false;
      } else if (letter == '"') {
        quoted = true;
      } else if (quoted && letter == '\\') {
        at++;
        if (text.charAt(at) == 'u') {
          tag.append((char) Integer.parseInt(text.substring(at + 1, at + 5), 16));
          at += 4;
        } else {
          tag.append(unescaped(text.charAt(at)));
        }
      } else if (quoted) {
        tag.append(letter);
      }
    }
  }

  private static char unescaped(char letter) {
    return switch (letter) {
      case 'n' -> '\n';
      case 't' -> '\t';
      case 'r' -> '\r';
      case 'b' -> '\b';
      case 'f' -> '\f';
      default -> letter;
    };
  }

  /** Returns every level of a path as requests write it; absent levels are left out. */
  static List<String> pathNodes(String... levels) {
    List<String> nodes = new ArrayList<>();
    for (String level : levels) {
      if (level != null && !level.isEmpty()) {
        String name = level.replace("~", "~0").replace("/", "~1");
        nodes.add(nodes.isEmpty() ? name : nodes.get(nodes.size() - 1) + "/" + name);
      }
    }
    return nodes;
  }
}

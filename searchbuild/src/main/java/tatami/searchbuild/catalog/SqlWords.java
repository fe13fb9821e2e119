package tatami.searchbuild.catalog;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The words of a piece of SQL, texts left aside. This is no parser: it finds names that are worth
 * checking before PostgreSQL sees the text, and refuses what cannot be one expression.
 */
final class SqlWords {

  private static final Pattern TOKEN =
      Pattern.compile(
          "'(?:[^']|'')*'|\"(?:[^\"]|\"\")*\"|[\\p{L}_][\\p{L}\\p{N}_$]*|--|/\\*|[^\\s]");
  private static final Set<String> NO_TABLES = Set.of("(", "lateral", "only", "select", "values");

  private final List<String> tokens = new ArrayList<>();

  SqlWords(String sql) {
    Matcher token = TOKEN.matcher(sql);
    while (token.find()) {
      tokens.add(normalise(token.group()));
    }
  }

  /** Lists the names that the text has, unquoted and as PostgreSQL folds them. */
  Set<String> names() {
    Set<String> names = new LinkedHashSet<>();
    tokens.stream().filter(SqlWords::isName).forEach(names::add);
    return names;
  }

  /**
   * Lists the names that stand where a {@code FROM} has its tables: first, after a join, after a
   * comma; not those inside brackets.
   */
  Set<String> tables() {
    Set<String> tables = new LinkedHashSet<>();
    int depth = 0;
    boolean tableExpected = true;
    for (int i = 0; i < tokens.size(); i++) {
      String token = tokens.get(i);
      if (depth == 0
          && tableExpected
          && isName(token)
          && !isCall(i)
          && !NO_TABLES.contains(token)) {
        tables.add(token);
      }
      tableExpected = token.equals("join") || token.equals(",");
      depth += token.equals("(") ? 1 : token.equals(")") ? -1 : 0;
    }
    return tables;
  }

  /** Says why the text cannot be one expression; empty where it may be one. */
  Optional<String> complaint() {
    int depth = 0;
    for (String token : tokens) {
      if (token.equals(";")) {
        return Optional.of("is one expression, without \";\"");
      }
      if (token.equals("--") || token.equals("/*")) {
        return Optional.of("has a comment of SQL: write it as a comment of YAML, with \"#\"");
      }
      if (token.equals("'") || token.equals("\"")) {
        return Optional.of("has a quote that is not closed");
      }
      depth += token.equals("(") ? 1 : token.equals(")") ? -1 : 0;
      if (depth < 0) {
        return Optional.of("has a \")\" without its \"(\"");
      }
    }
    return depth > 0 ? Optional.of("has a \"(\" without its \")\"") : Optional.empty();
  }

  private boolean isCall(int index) {
    return index + 1 < tokens.size() && tokens.get(index + 1).equals("(");
  }

  private static boolean isName(String token) {
    return Character.isLetter(token.charAt(0)) || token.charAt(0) == '_';
  }

  private static String normalise(String token) {
    boolean quoted = token.length() > 2 && token.startsWith("\"");
    return quoted
        ? token.substring(1, token.length() - 1).replace("\"\"", "\"")
        : token.toLowerCase(Locale.ROOT);
  }
}

package tatami.query.sql;

import java.util.List;
import java.util.stream.Collectors;
import tatami.query.sql.SearchStatement.Purpose;

/** SQL as tests write it down: the text, and the values behind a bar. */
final class Told {

  private Told() {}

  /** Returns the text on one line, and the values. */
  static String of(Fragment fragment) {
    List<Object> values = new SearchStatement(Purpose.PROPERTIES, fragment).values();
    String told = values.stream().map(String::valueOf).collect(Collectors.joining(" "));
    return (fragment.text().strip().replaceAll("\\s+", " ") + " | " + told).strip();
  }
}

package tatami.benchmarks.stay;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Checks that all forms give the same answers. */
final class StayCheck {

  private StayCheck() {}

  /**
   * Asks every form the same searches.
   *
   * @return how many properties the answers hold together
   * @throws IllegalStateException at the first difference, or if no search finds anything, which
   *     would prove nothing
   */
  static int compareForms(Connection connection, List<StaySearch> searches) throws SQLException {
    int found = 0;
    for (StaySearch search : searches) {
      List<PropertyTotal> expected = ask(connection, StayForm.NIGHT_ROWS, search);
      found += expected.size();
      for (StayForm form : StayForm.values()) {
        List<PropertyTotal> answer = ask(connection, form, search);
        if (!answer.equals(expected)) {
          throw new IllegalStateException(
              "answers differ: search="
                  + search
                  + ", "
                  + StayForm.NIGHT_ROWS
                  + "="
                  + expected
                  + ", "
                  + form
                  + "="
                  + answer);
        }
      }
    }
    if (found == 0) {
      throw new IllegalStateException(
          "no search finds anything, so nothing was compared: searches=" + searches.size());
    }
    return found;
  }

  private static List<PropertyTotal> ask(Connection connection, StayForm form, StaySearch search)
      throws SQLException {
    try (StayQuestions questions = new StayQuestions(connection, form, search.nights())) {
      return questions.ask(search);
    }
  }
}

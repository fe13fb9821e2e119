package tatami.query.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import tatami.query.problem.ProblemException;
import tatami.query.release.OpenRelease;
import tatami.query.release.TestReleases;
import tatami.searchtable.description.StayLayout.PriceModel;

/** Requests to boats: 100 nights from 20 August 2026, at most 30 a stay; today is 25 August. */
final class Requests {

  static final LocalDate TODAY = LocalDate.parse("2026-08-25");

  private static final OpenRelease BOATS = TestReleases.boats(PriceModel.PER_PERSON);

  private Requests() {}

  static SearchRequest search(String json) {
    return search(json, BOATS);
  }

  static SearchRequest search(String json, OpenRelease release) {
    return RequestReader.read(RequestReader.parse(json), release, TODAY, false);
  }

  static SearchRequest search(String json, boolean cursorDamaged) {
    return RequestReader.read(RequestReader.parse(json), BOATS, TODAY, cursorDamaged);
  }

  static CalendarRequest calendar(String json) {
    return calendar(json, BOATS);
  }

  static CalendarRequest calendar(String json, OpenRelease release) {
    return RequestReader.readCalendar(RequestReader.parse(json), release, TODAY);
  }

  static WhyNotRequest whyNot(String json) {
    return whyNot(json, BOATS);
  }

  static WhyNotRequest whyNot(String json, OpenRelease release) {
    return RequestReader.readWhyNot(RequestReader.parse(json), release, TODAY);
  }

  /** Returns what is wrong: pointer, value as JSON, and what is allowed. */
  static List<String> mistakes(ThrowingCallable reading) {
    ProblemException problem = catchThrowableOfType(ProblemException.class, reading);
    assertThat(problem).isNotNull();
    assertThat(problem.kind().status()).isEqualTo(400);
    return problem.errors().stream()
        .map(error -> error.pointer() + "|" + error.value() + "|" + error.detail())
        .toList();
  }
}

package tatami.searchbuild.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tatami.searchbuild.catalog.StayDefinition.CalendarValue;
import tatami.searchbuild.catalog.StayDefinition.NightDefinition;
import tatami.searchbuild.catalog.YamlNode.Scalar;

/** Reads which calendar values close a night, and which one holds patterns of stays. */
final class NightReader {

  private final Section stay;
  private final CalendarValueReader calendarValues;
  private final Problems problems;

  NightReader(Section stay, CalendarValueReader calendarValues, Problems problems) {
    this.stay = stay;
    this.calendarValues = calendarValues;
    this.problems = problems;
  }

  NightDefinition read() {
    return new NightDefinition(
        readFlags("closed"),
        readFlags("stop_sell"),
        readFlags("arrival_closed"),
        readFlags("departure_closed"),
        readPattern().orElse(null));
  }

  private List<CalendarValue> readFlags(String word) {
    List<CalendarValue> flags = new ArrayList<>();
    String path = stay.pathOf(word);
    for (Scalar item : stay.texts(word)) {
      Optional<CalendarValue> flag = calendarValues.readQualified(item, path, ColumnUse.FLAG);
      if (flag.isPresent() && flags.contains(flag.get())) {
        problems.add(item.place(), "\"" + item.text() + "\" stands twice in " + path);
      }
      flag.ifPresent(flags::add);
    }
    return flags;
  }

  private Optional<CalendarValue> readPattern() {
    String word = "stay_pattern";
    return stay.text(word)
        .flatMap(item -> calendarValues.readQualified(item, stay.pathOf(word), ColumnUse.PATTERN));
  }
}

package tatami.searchbuild.catalog;

import java.util.List;
import tatami.searchbuild.catalog.StayDefinition.LeadTimeDefinition;

/** Reads when sales close, and how far ahead they are open. */
final class LeadTimeReader {

  private static final List<String> WORDS = List.of("days", "time", "min", "max");

  private final GrainColumns columns;
  private final Problems problems;

  LeadTimeReader(GrainColumns columns, Problems problems) {
    this.columns = columns;
    this.problems = problems;
  }

  LeadTimeDefinition read(Section leadTime) {
    int before = problems.count();
    leadTime.allow(WORDS);
    if (problems.count() == before && leadTime.entries().isEmpty()) {
      problems.add(leadTime.place(), leadTime.path() + " needs days, min or max");
    }
    if (leadTime.has("time")) {
      leadTime.require("days");
    }
    return new LeadTimeDefinition(
        columns.readOne(leadTime, "days", ColumnUse.WHOLE).orElse(null),
        columns.readOne(leadTime, "time", ColumnUse.TIME).orElse(null),
        columns.readOne(leadTime, "min", ColumnUse.WHOLE).orElse(null),
        columns.readOne(leadTime, "max", ColumnUse.WHOLE).orElse(null));
  }
}

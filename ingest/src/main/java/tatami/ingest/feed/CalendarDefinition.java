package tatami.ingest.feed;

import java.util.List;
import java.util.Objects;

/**
 * A feed with one row per key and day, which lands as one row per key.
 *
 * @param day the date column; its type is {@link ColumnType#DATE}
 * @param values what is packed over the days; at least one, all packable
 */
public record CalendarDefinition(ColumnDefinition day, List<ColumnDefinition> values) {

  /** Refuses a calendar that cannot be packed. */
  public CalendarDefinition {
    Objects.requireNonNull(day, "day");
    values = List.copyOf(values);
    if (values.isEmpty()) {
      throw new IllegalArgumentException("a calendar has at least one value: day=" + day.name());
    }
    for (ColumnDefinition value : values) {
      if (!value.type().isPackable()) {
        throw new IllegalArgumentException(
            "calendar values are integer, bigint, boolean, money or pattern: value="
                + value.name()
                + " type="
                + value.type().catalogName());
      }
    }
  }
}

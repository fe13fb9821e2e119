package tatami.searchbuild.catalog;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import tatami.ingest.feed.ColumnType;

/** What a column or calendar value is used for, with the types that fit. */
enum ColumnUse {
  ANY(EnumSet.allOf(ColumnType.class)),
  SINGLE(EnumSet.complementOf(EnumSet.of(ColumnType.TEXT_LIST))),
  KEY(EnumSet.of(ColumnType.TEXT, ColumnType.INTEGER, ColumnType.BIGINT)),
  TEXT(EnumSet.of(ColumnType.TEXT)),
  TEXT_LIST(EnumSet.of(ColumnType.TEXT_LIST)),
  NUMBER(EnumSet.of(ColumnType.INTEGER, ColumnType.BIGINT, ColumnType.NUMERIC, ColumnType.MONEY)),
  DEGREES(EnumSet.of(ColumnType.NUMERIC)),
  DAY(EnumSet.of(ColumnType.DATE)),
  TIME(EnumSet.of(ColumnType.TIME)),
  TIME_ZONE(EnumSet.of(ColumnType.TIME_ZONE)),
  WHOLE(EnumSet.of(ColumnType.INTEGER)),
  PERCENT(EnumSet.of(ColumnType.NUMERIC)),
  FLAG(EnumSet.of(ColumnType.BOOLEAN)),
  PATTERN(EnumSet.of(ColumnType.PATTERN)),
  HEADS(EnumSet.of(ColumnType.INTEGER)),
  NIGHTS(EnumSet.of(ColumnType.INTEGER, ColumnType.BIGINT)),
  STOCK(EnumSet.of(ColumnType.INTEGER, ColumnType.BIGINT, ColumnType.BOOLEAN)),
  AMOUNT(EnumSet.of(ColumnType.MONEY));

  private final Set<ColumnType> fitting;

  ColumnUse(Set<ColumnType> fitting) {
    this.fitting = fitting;
  }

  boolean fits(ColumnType type) {
    return fitting.contains(type);
  }

  /** Returns the types for a message: {@code integer or bigint}. */
  String types() {
    return this == SINGLE
        ? "a single value"
        : fitting.stream().map(ColumnType::catalogName).collect(Collectors.joining(" or "));
  }
}

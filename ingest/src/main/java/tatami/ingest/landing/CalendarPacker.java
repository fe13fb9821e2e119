package tatami.ingest.landing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tatami.ingest.feed.FeedDefinition;
import tatami.ingest.feed.FeedDefinition.DuplicatePolicy;
import tatami.ingest.source.RowVisitor;
import tatami.ingest.source.SourceRow;
import tatami.ingest.value.BadValueException;
import tatami.searchtable.packing.PackedCells;

/**
 * Packs the rows of a calendar feed by key and day.
 *
 * <p>Days are counted from the year 2000 on, so no row decides about another. Rows that follow each
 * other mostly have the same key, so the last key's texts are remembered and compared before
 * anything is parsed. A night on which rows contradict each other is cleared and remembered; a
 * second reading ({@link #contradictionVisitor}) quarantines all of its rows, the first ones
 * included.
 */
final class CalendarPacker implements RowVisitor {

  private static final LocalDate ORIGIN = LocalDate.of(2000, 1, 1);
  private static final int FARTHEST_DAY = 32_000;

  private final FeedDefinition feed;
  private final TypedRows types;
  private final LandingCounts counts;
  private final int[] keyPositions;
  private final int[] checkedPositions;
  private final int valueCount;
  private final Map<List<Object>, PackedRow> rows = new HashMap<>();
  private final List<PackedRow> order = new ArrayList<>();
  private final Set<Night> emptyNights = new HashSet<>();
  private final Map<Night, Integer> contradicted = new HashMap<>();
  private final Map<Night, Integer> repeats = new HashMap<>();
  private String[] lastKeyTexts = new String[0];
  private PackedRow lastRow;

  CalendarPacker(FeedDefinition feed, TypedRows types, LandingCounts counts) {
    this.feed = feed;
    this.types = types;
    this.counts = counts;
    this.keyPositions = types.keyPositions();
    this.checkedPositions = types.otherPositions();
    this.valueCount = feed.calendar().values().size();
  }

  /** One key on one day. */
  private record Night(List<Object> key, int day) {}

  /** What a row says: where, and one cell per value. */
  private record Entry(PackedRow row, int day, long[] cells) {}

  /** Returns the packed rows in the order in which their keys were first read. */
  List<PackedRow> rows() {
    return order.stream().filter(row -> row.firstDay() <= row.lastDay()).toList();
  }

  LocalDate day(int relative) {
    return ORIGIN.plusDays(relative);
  }

  boolean hasContradictions() {
    return !contradicted.isEmpty();
  }

  @Override
  public void row(SourceRow row) {
    counts.row();
    try {
      take(entry(row));
    } catch (BadValueException e) {
      counts.reject(row, e.getMessage());
    } catch (BadKeyException e) {
      counts.reject(row, e.getMessage());
    }
  }

  @Override
  public void brokenRow(SourceRow row, String reason) {
    counts.row();
    counts.reject(row, reason);
  }

  /** Returns a visitor that quarantines every row of a night with contradictions. */
  RowVisitor contradictionVisitor() {
    contradicted.forEach((night, duplicates) -> counts.takeBackDuplicates(duplicates));
    return new RowVisitor() {
      @Override
      public void row(SourceRow row) {
        try {
          Entry entry = entry(row);
          if (contradicted.containsKey(new Night(entry.row().key(), entry.day()))) {
            counts.reject(
                row,
                "contradicts another row with the key "
                    + entry.row().key()
                    + " on "
                    + day(entry.day()));
          }
        } catch (BadValueException | BadKeyException e) {
          brokenRow(row, e.getMessage());
        }
      }

      @Override
      public void brokenRow(SourceRow row, String reason) {
        // It went to quarantine when it was read for the first time.
      }
    };
  }

  private void take(Entry entry) {
    PackedRow row = entry.row();
    int day = entry.day();
    boolean isEmpty = isEmpty(entry.cells());
    boolean isNew = !row.hasCell(day);
    if (isNew && emptyNights.isEmpty() && contradicted.isEmpty() && !isEmpty) {
      row.set(day, entry.cells());
      return;
    }
    Night night = new Night(row.key(), day);
    if (contradicted.containsKey(night)) {
      return;
    }
    if (isNew && !emptyNights.contains(night)) {
      row.set(day, entry.cells());
      if (isEmpty) {
        emptyNights.add(night);
      }
      return;
    }
    takeAgain(entry, night);
  }

  private void takeAgain(Entry entry, Night night) {
    if (entry.row().isSame(entry.day(), entry.cells())
        || feed.duplicates() == DuplicatePolicy.FIRST) {
      counts.duplicate();
      repeats.merge(night, 1, Integer::sum);
    } else if (feed.duplicates() == DuplicatePolicy.LAST) {
      counts.duplicate();
      entry.row().set(entry.day(), entry.cells());
      if (isEmpty(entry.cells())) {
        emptyNights.add(night);
      }
    } else {
      contradicted.put(night, repeats.getOrDefault(night, 0));
      entry.row().clear(entry.day());
    }
  }

  private static boolean isEmpty(long[] cells) {
    for (long cell : cells) {
      if (cell != PackedCells.MISSING) {
        return false;
      }
    }
    return true;
  }

  private Entry entry(SourceRow row) throws BadValueException, BadKeyException {
    int dayPosition = types.dayPosition();
    LocalDate date = (LocalDate) types.parse(row, dayPosition);
    if (date == null) {
      throw new BadKeyException("column \"" + feed.calendar().day().name() + "\" is empty");
    }
    long[] cells = new long[valueCount];
    for (int value = 0; value < valueCount; value++) {
      cells[value] = cell(value, types.parse(row, dayPosition + 1 + value));
    }
    for (int position : checkedPositions) {
      types.parse(row, position);
    }
    PackedRow packed = packedRow(row);
    return new Entry(packed, relativeDay(date), cells);
  }

  private long cell(int value, Object parsed) throws BadKeyException {
    if (parsed == null) {
      return PackedCells.MISSING;
    }
    if (parsed instanceof Boolean truth) {
      return truth ? 1 : 0;
    }
    long cell = ((Number) parsed).longValue();
    if (cell < 0) {
      throw new BadKeyException(
          "column \""
              + feed.calendar().values().get(value).name()
              + "\": a calendar value is never negative, got "
              + cell);
    }
    return cell;
  }

  private int relativeDay(LocalDate date) throws BadKeyException {
    long relative = date.toEpochDay() - ORIGIN.toEpochDay();
    if (Math.abs(relative) > FARTHEST_DAY) {
      throw new BadKeyException(
          "day " + date + " is more than " + FARTHEST_DAY + " days from " + ORIGIN);
    }
    return (int) relative;
  }

  private PackedRow packedRow(SourceRow row) throws BadValueException, BadKeyException {
    if (isLastKey(row)) {
      return lastRow;
    }
    List<Object> key = new ArrayList<>(keyPositions.length);
    String[] texts = new String[keyPositions.length];
    for (int component = 0; component < texts.length; component++) {
      texts[component] = row.text(keyPositions[component]);
      key.add(types.parse(row, keyPositions[component]));
    }
    String missing = types.missingKeyReason(key);
    if (missing != null) {
      throw new BadKeyException(missing);
    }
    lastRow = rows.get(key);
    if (lastRow == null) {
      lastRow = new PackedRow(key, valueCount);
      rows.put(key, lastRow);
      order.add(lastRow);
    }
    lastKeyTexts = texts;
    return lastRow;
  }

  private boolean isLastKey(SourceRow row) {
    if (lastRow == null) {
      return false;
    }
    for (int component = 0; component < lastKeyTexts.length; component++) {
      if (!lastKeyTexts[component].equals(row.text(keyPositions[component]))) {
        return false;
      }
    }
    return true;
  }

  /** A row that names no night; costs the row. */
  private static final class BadKeyException extends Exception {
    private static final long serialVersionUID = 1L;

    BadKeyException(String reason) {
      super(reason, null, false, false);
    }
  }
}

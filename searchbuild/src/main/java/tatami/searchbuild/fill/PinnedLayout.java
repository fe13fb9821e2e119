package tatami.searchbuild.fill;

import java.util.ArrayList;
import java.util.List;
import tatami.searchbuild.catalog.LayoutDefinition;
import tatami.searchbuild.encoding.ColumnValues;
import tatami.searchbuild.encoding.PlannedColumn;
import tatami.searchbuild.encoding.RowPlan.Planned;
import tatami.searchtable.codec.CodecColumn;
import tatami.searchtable.codec.ColumnCodec;

/** Applies to measured columns what the catalog pins. */
final class PinnedLayout {

  private final LayoutDefinition pins;

  PinnedLayout(LayoutDefinition pins) {
    this.pins = pins;
  }

  /** Returns the values with the pinned codecs. */
  List<ColumnValues> apply(List<ColumnValues> values) {
    List<ColumnValues> pinned = new ArrayList<>();
    for (ColumnValues column : values) {
      String word = pins.codecs().get(column.name());
      if (word == null) {
        pinned.add(column);
      } else if (column instanceof ColumnValues.Numbers numbers) {
        pinned.add(numbers.pinned(word));
      } else {
        pinned.add(((ColumnValues.Sets) column).pinned(word));
      }
    }
    return pinned;
  }

  /** Returns the physical columns that stand first: of each pinned column all that hold it. */
  List<String> first(Planned row) {
    List<String> first = new ArrayList<>();
    for (String name : pins.order()) {
      ColumnCodec<?> codec = row.codecs().get(name);
      List<String> physical =
          codec == null
              ? row.columns().stream().map(PlannedColumn::name).filter(name::equals).toList()
              : codec.columns().stream().map(CodecColumn::name).toList();
      physical.stream().filter(column -> !first.contains(column)).forEach(first::add);
    }
    return first;
  }
}

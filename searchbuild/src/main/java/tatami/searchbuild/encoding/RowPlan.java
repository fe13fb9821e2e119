package tatami.searchbuild.encoding;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import tatami.searchbuild.encoding.PlannedColumn.Choice;
import tatami.searchtable.codec.BitField;
import tatami.searchtable.codec.CodecChoice;
import tatami.searchtable.codec.CodecColumn;
import tatami.searchtable.codec.CodecEstimate;
import tatami.searchtable.codec.CodecException;
import tatami.searchtable.codec.ColumnCodec;
import tatami.searchtable.codec.IntegerWidth;
import tatami.searchtable.codec.NumberCodec;
import tatami.searchtable.codec.NumberCodecs;
import tatami.searchtable.codec.NumberStatistics;
import tatami.searchtable.codec.TagCodec;
import tatami.searchtable.codec.TagCodecs;
import tatami.searchtable.layout.TableLayout.Alternative;

/**
 * Chooses the codecs of a search table's columns.
 *
 * <p>Each column takes the smallest codec that holds its values, or the pinned one. Then narrow
 * numbers are tried together in words of bits: they are gathered where that makes the rows smaller
 * on their pages, which end at multiples of 8 bytes.
 */
public final class RowPlan {

  /** Wider fields would fill a column of their own. */
  private static final int MOST_GATHERED_BITS = 12;

  private static final int WORD_BITS = Long.SIZE - 1;

  private final List<ColumnValues> values;
  private final Map<String, CodecChoice<? extends ColumnCodec<?>>> choices = new LinkedHashMap<>();

  private RowPlan(List<ColumnValues> values) {
    this.values = values;
  }

  /**
   * The codecs of a table's columns.
   *
   * @param codecs by name of the values
   * @param columns physical columns, in the order of the values, words of bits last
   */
  public record Planned(Map<String, ColumnCodec<?>> codecs, List<PlannedColumn> columns) {

    /** Copies the collections. */
    public Planned {
      codecs = Map.copyOf(codecs);
      columns = List.copyOf(columns);
    }

    /** Returns the codec of a column of numbers. */
    public NumberCodec number(String name) {
      return (NumberCodec) codecs.get(name);
    }

    /** Returns the codec of a column of sets. */
    public TagCodec tags(String name) {
      return (TagCodec) codecs.get(name);
    }
  }

  /**
   * Plans the columns of some values.
   *
   * @param fixed columns that the table has besides
   * @param rows how many rows the table has
   * @param width computes the average bytes of a row on its page
   */
  public static Planned plan(
      List<ColumnValues> values, List<PlannedColumn> fixed, int rows, WidthEstimate width) {
    RowPlan plan = new RowPlan(values);
    values.forEach(plan::choose);
    Planned apart = plan.assemble(fixed, plan.pinnedToBits());
    Planned gathered = plan.assemble(fixed, plan.gatherable());
    boolean isSmaller = width.rowBytes(gathered.columns()) < width.rowBytes(apart.columns());
    return rows > 0 && isSmaller ? gathered : apart;
  }

  /** Computes the average bytes of a row on its page. */
  @FunctionalInterface
  public interface WidthEstimate {
    /** Returns the average bytes of a row with these columns in their best order. */
    double rowBytes(List<PlannedColumn> columns);
  }

  private void choose(ColumnValues column) {
    if (column instanceof ColumnValues.Numbers numbers) {
      String pin = "bits".equals(numbers.pin()) ? null : numbers.pin();
      choices.put(column.name(), NumberCodecs.choose(column.name(), numbers.statistics(), pin));
    } else if (column instanceof ColumnValues.Sets sets) {
      choices.put(column.name(), TagCodecs.choose(column.name(), sets.statistics(), sets.pin()));
    }
  }

  private List<ColumnValues.Numbers> numbers() {
    return values.stream()
        .filter(ColumnValues.Numbers.class::isInstance)
        .map(ColumnValues.Numbers.class::cast)
        .toList();
  }

  private List<ColumnValues.Numbers> pinnedToBits() {
    return numbers().stream().filter(column -> "bits".equals(column.pin())).toList();
  }

  private List<ColumnValues.Numbers> gatherable() {
    return numbers().stream()
        .filter(column -> "bits".equals(column.pin()) || (column.gathers() && isNarrow(column)))
        .toList();
  }

  private static boolean isNarrow(ColumnValues.Numbers column) {
    return column.pin() == null
        && NumberCodecs.findField(column.name(), column.statistics())
            .filter(field -> field.bits() <= MOST_GATHERED_BITS)
            .isPresent();
  }

  private Planned assemble(List<PlannedColumn> fixed, List<ColumnValues.Numbers> gathered) {
    Map<String, ColumnCodec<?>> codecs = new LinkedHashMap<>();
    List<PlannedColumn> columns = new ArrayList<>(fixed);
    for (ColumnValues column : values) {
      if (!gathered.contains(column)) {
        codecs.put(column.name(), choices.get(column.name()).codec());
        columns.addAll(plain(column));
      }
    }
    for (BitWord word : BitWord.fill(gathered)) {
      codecs.putAll(word.codecs());
      columns.add(word.column(apart(word)));
    }
    return new Planned(codecs, columns);
  }

  private List<PlannedColumn> plain(ColumnValues column) {
    CodecChoice<? extends ColumnCodec<?>> choice = choices.get(column.name());
    Choice report =
        new Choice(
            choice.codec().word(),
            choice.why() + ": " + choice.chosen().why(),
            choice.alternatives().stream().map(RowPlan::alternative).toList(),
            column.figures());
    List<CodecColumn> physical = choice.codec().columns();
    return IntStream.range(0, physical.size())
        .mapToObj(
            place ->
                new PlannedColumn(
                    physical.get(place).name(),
                    physical.get(place).type(),
                    physical.get(place).nullable(),
                    writer(column, choice.codec(), place),
                    report))
        .toList();
  }

  private static PlannedColumn.CellWriter writer(
      ColumnValues column, ColumnCodec<?> codec, int place) {
    if (column instanceof ColumnValues.Numbers numbers) {
      NumberCodec number = (NumberCodec) codec;
      return (writer, row) -> number.write(numbers.value().apply(row), place, writer);
    }
    ColumnValues.Sets sets = (ColumnValues.Sets) column;
    TagCodec tags = (TagCodec) codec;
    return (writer, row) -> tags.write(sets.value().apply(row), place, writer);
  }

  /** What the fields of a word would take in columns of their own. */
  private Alternative apart(BitWord word) {
    List<CodecEstimate<?>> chosen = new ArrayList<>();
    word.values().forEach(column -> chosen.add(choices.get(column.name()).chosen()));
    List<String> forms = new ArrayList<>();
    for (int place = 0; place < chosen.size(); place++) {
      forms.add(word.values().get(place).name() + " " + chosen.get(place).codec().word());
    }
    double bytes = chosen.stream().mapToDouble(CodecEstimate::bytes).sum();
    return new Alternative("apart", bytes, String.join(", ", forms));
  }

  private static Alternative alternative(CodecEstimate<?> estimate) {
    return new Alternative(estimate.codec().word(), estimate.bytes(), estimate.why());
  }

  /** A word of bits with the fields that share it. */
  private record BitWord(
      String name, IntegerWidth width, List<ColumnValues.Numbers> values, List<BitField> fields) {

    /** Fills words with fields, in their order; the last word is as narrow as its fields allow. */
    static List<BitWord> fill(List<ColumnValues.Numbers> gathered) {
      List<BitWord> words = new ArrayList<>();
      List<ColumnValues.Numbers> values = new ArrayList<>();
      int used = 0;
      for (ColumnValues.Numbers column : gathered) {
        int bits = field(column).bits();
        if (used + bits > WORD_BITS) {
          words.add(of(words.size(), values));
          values = new ArrayList<>();
          used = 0;
        }
        values.add(column);
        used += bits;
      }
      if (!values.isEmpty()) {
        words.add(of(words.size(), values));
      }
      return words;
    }

    private static BitField field(ColumnValues.Numbers column) {
      NumberStatistics statistics = column.statistics();
      return NumberCodecs.findField(column.name(), statistics)
          .orElseThrow(
              () ->
                  new CodecException(
                      column.name(),
                      "codec \"bits\" of column "
                          + column.name()
                          + " has at most "
                          + BitField.MOST_BITS
                          + " bits, counted from "
                          + statistics.lowest()
                          + " in steps of "
                          + statistics.step()
                          + ": it cannot hold value="
                          + statistics.highest(),
                      statistics.highestRow(),
                      "pin a wider one, or none"));
    }

    private static BitWord of(int index, List<ColumnValues.Numbers> values) {
      String name = "bits_" + (index + 1);
      int bits = values.stream().mapToInt(column -> field(column).bits()).sum();
      IntegerWidth width = IntegerWidth.narrowestFor(0, (1L << bits) - 1);
      List<BitField> fields = new ArrayList<>();
      int shift = 0;
      for (ColumnValues.Numbers column : values) {
        BitField alone = field(column);
        fields.add(
            new BitField(
                name, width, shift, alone.bits(), alone.base(), alone.unit(), alone.absent()));
        shift += alone.bits();
      }
      return new BitWord(name, width, List.copyOf(values), fields);
    }

    Map<String, ColumnCodec<?>> codecs() {
      Map<String, ColumnCodec<?>> codecs = new LinkedHashMap<>();
      for (int place = 0; place < fields.size(); place++) {
        codecs.put(values.get(place).name(), fields.get(place));
      }
      return codecs;
    }

    PlannedColumn column(Alternative apart) {
      List<String> places = new ArrayList<>();
      for (int place = 0; place < fields.size(); place++) {
        BitField field = fields.get(place);
        places.add(
            values.get(place).name()
                + " in bits "
                + field.shift()
                + " to "
                + (field.shift() + field.bits() - 1)
                + (values.get(place).pin() == null ? "" : " (pinned in the catalog)"));
      }
      return new PlannedColumn(
          name,
          width.type(),
          false,
          (writer, row) -> writer.writeInteger(width, gather(row)),
          new Choice("bits", String.join(", ", places), List.of(apart), figures()));
    }

    private Map<String, Number> figures() {
      Map<String, Number> figures = new LinkedHashMap<>();
      for (ColumnValues.Numbers column : values) {
        column.figures().forEach((name, figure) -> figures.put(column.name() + '.' + name, figure));
      }
      return figures;
    }

    private long gather(int row) {
      long word = 0;
      for (int place = 0; place < fields.size(); place++) {
        word |= fields.get(place).place(values.get(place).value().apply(row));
      }
      return word;
    }
  }
}

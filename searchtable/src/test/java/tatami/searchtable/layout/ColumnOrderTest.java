package tatami.searchtable.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ColumnOrderTest {

  private static final long SEED = Long.getLong("tatami.seed", System.nanoTime());
  private static final int RUNS = 400;
  private static final int MOST_COLUMNS = 6;

  @Test
  void noOtherOrderOfTheFixedWidthColumnsHasLessPadding() {
    printSeed();
    Random random = new Random(SEED);
    for (int run = 0; run < RUNS; run++) {
      List<TableColumn> declared = fixedWidthColumns(random);
      List<TableColumn> planned = ColumnOrder.plan(declared);
      int[] least = {Integer.MAX_VALUE};
      permute(
          new ArrayList<>(declared),
          0,
          order -> least[0] = Math.min(least[0], naivePadding(order, List.of())));
      assertThat(naivePadding(planned, List.of())).as("%s", declared).isEqualTo(least[0]);
    }
  }

  @Test
  void aRowThatLacksSomeValuesHasNoPaddingEither() {
    printSeed();
    Random random = new Random(SEED);
    for (int run = 0; run < RUNS; run++) {
      List<TableColumn> planned = ColumnOrder.plan(fixedWidthColumns(random));
      List<TableColumn> absent =
          planned.stream().filter(column -> column.nullable() && random.nextBoolean()).toList();
      assertThat(naivePadding(planned, absent)).as("%s without %s", planned, absent).isZero();
    }
  }

  /** Their lengths are no multiples of their alignments, so no fixed order of types is the best. */
  @Test
  void noOtherOrderOfUnevenColumnsHasLessPadding() {
    printSeed();
    Random random = new Random(SEED);
    for (int run = 0; run < RUNS; run++) {
      List<TableColumn> declared = fixedWidthColumns(random);
      for (int index = 1 + random.nextInt(3); index > 0; index--) {
        String name = "u" + index;
        declared.add(
            random.nextInt(declared.size() + 1),
            switch (random.nextInt(3)) {
              case 0 -> new TableColumn(name, "timetz", 12, 8, false);
              case 1 -> new TableColumn(name, "macaddr", 6, 4, false);
              default -> new TableColumn(name, "tid", 6, 2, false);
            });
      }
      int[] least = {Integer.MAX_VALUE};
      permute(
          new ArrayList<>(declared.subList(0, Math.min(declared.size(), MOST_COLUMNS))),
          0,
          order -> least[0] = Math.min(least[0], naivePadding(order, List.of())));
      List<TableColumn> planned =
          ColumnOrder.plan(declared.subList(0, Math.min(declared.size(), MOST_COLUMNS)));
      assertThat(naivePadding(planned, List.of())).as("%s", declared).isEqualTo(least[0]);
    }
  }

  @Test
  void pinnedColumnsStandFirstAndTheOthersInTheirBestOrder() {
    TableColumn flag = new TableColumn("flag", "bool", 1, 1, false);
    TableColumn amount = new TableColumn("amount", "int8", 8, 8, false);
    TableColumn small = new TableColumn("small", "int2", 2, 2, false);
    assertThat(ColumnOrder.plan(List.of(small, amount, flag), List.of("flag", "nobody")))
        .containsExactly(flag, amount, small);
  }

  @Test
  void keepsEveryColumnExactlyOnce() {
    printSeed();
    Random random = new Random(SEED);
    for (int run = 0; run < RUNS; run++) {
      List<TableColumn> declared = new ArrayList<>(fixedWidthColumns(random));
      declared.add(random.nextInt(declared.size()), new TableColumn("t", "text", -1, 4, true));
      assertThat(ColumnOrder.plan(declared)).containsExactlyInAnyOrderElementsOf(declared);
    }
  }

  @Test
  void putsVariableLengthColumnsLast() {
    TableColumn text = new TableColumn("text", "text", -1, 4, false);
    TableColumn numbers = new TableColumn("numbers", "int8[]", -1, 8, false);
    TableColumn flag = new TableColumn("flag", "bool", 1, 1, true);
    List<TableColumn> planned = ColumnOrder.plan(List.of(text, numbers, flag));
    assertThat(planned.get(0)).isEqualTo(flag);
  }

  @Test
  void putsColumnsThatAreNeverNullBeforeEquallyAlignedOnesThatMayBe() {
    TableColumn nullable = new TableColumn("nullable", "int4", 4, 4, true);
    TableColumn required = new TableColumn("required", "int4", 4, 4, false);
    assertThat(ColumnOrder.plan(List.of(nullable, required))).containsExactly(required, nullable);
  }

  @Test
  void keepsTheDeclaredOrderOfEqualColumns() {
    List<TableColumn> declared = new ArrayList<>();
    for (String name : List.of("b", "c", "a")) {
      declared.add(new TableColumn(name, "int4", 4, 4, false));
    }
    assertThat(ColumnOrder.plan(declared)).isEqualTo(declared);
  }

  @Test
  void countsThePaddingOfARow() {
    TableColumn flag = new TableColumn("flag", "bool", 1, 1, false);
    TableColumn amount = new TableColumn("amount", "int8", 8, 8, false);
    TableColumn small = new TableColumn("small", "int2", 2, 2, false);
    TableColumn text = new TableColumn("text", "text", -1, 4, false);
    assertThat(ColumnOrder.paddingBytes(List.of(flag, amount, small))).isEqualTo(7);
    assertThat(ColumnOrder.paddingBytes(List.of(flag, small, amount))).isEqualTo(1 + 4);
    assertThat(ColumnOrder.paddingBytes(List.of(amount, small, flag))).isZero();
    assertThat(ColumnOrder.paddingBytes(List.of(text, flag, amount))).isZero();
    assertThat(ColumnOrder.paddingBytes(List.of())).isZero();
  }

  @Test
  void rejectsAnAlignmentThatIsNotAPowerOfTwo() {
    for (int alignment : new int[] {-8, -1, 0, 3, 5, 6, 7, 16}) {
      assertThatThrownBy(() -> new TableColumn("price", "int8", 8, alignment, false))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContainingAll("price", "alignment=" + alignment);
    }
  }

  @Test
  void rejectsALengthThatPostgresDoesNotHave() {
    for (int length : new int[] {0, -2}) {
      assertThatThrownBy(() -> new TableColumn("price", "int8", length, 8, false))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContainingAll("price", "length=" + length);
    }
  }

  /** Walks the bytes of a row one by one; absent columns take none. */
  private static int naivePadding(List<TableColumn> order, List<TableColumn> absent) {
    int offset = 0;
    int padding = 0;
    for (TableColumn column : order) {
      if (absent.contains(column)) {
        continue;
      }
      while (offset % column.alignmentBytes() != 0) {
        offset++;
        padding++;
      }
      offset += column.lengthBytes();
    }
    return padding;
  }

  private interface OrderVisitor {
    void visit(List<TableColumn> order);
  }

  private static void permute(List<TableColumn> columns, int start, OrderVisitor visitor) {
    if (start == columns.size()) {
      visitor.visit(columns);
      return;
    }
    for (int index = start; index < columns.size(); index++) {
      Collections.swap(columns, start, index);
      permute(columns, start + 1, visitor);
      Collections.swap(columns, start, index);
    }
  }

  private static List<TableColumn> fixedWidthColumns(Random random) {
    List<TableColumn> columns = new ArrayList<>();
    int count = 1 + random.nextInt(MOST_COLUMNS);
    for (int index = 0; index < count; index++) {
      String name = "c" + index;
      boolean nullable = random.nextBoolean();
      columns.add(
          switch (random.nextInt(6)) {
            case 0 -> new TableColumn(name, "bool", 1, 1, nullable);
            case 1 -> new TableColumn(name, "int2", 2, 2, nullable);
            case 2 -> new TableColumn(name, "int4", 4, 4, nullable);
            case 3 -> new TableColumn(name, "date", 4, 4, nullable);
            case 4 -> new TableColumn(name, "uuid", 16, 1, nullable);
            default -> new TableColumn(name, "int8", 8, 8, nullable);
          });
    }
    return columns;
  }

  private static void printSeed() {
    System.out.println(
        "repeat with: mvn -pl searchtable test -Dtest=ColumnOrderTest -Dtatami.testArguments=-Dtatami.seed="
            + SEED);
  }
}

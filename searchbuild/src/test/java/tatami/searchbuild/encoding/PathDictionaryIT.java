package tatami.searchbuild.encoding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PathDictionaryIT {

  private static final long SEED = Long.getLong("tatami.seed", System.nanoTime());

  @Test
  void numbersNodesInPreorderWithTheSubtreeAsOneIntervalAndRoomForMore() throws Exception {
    PathDictionary dictionary =
        dictionary(
            List.of("Hokkaido", "Sapporo"),
            List.of("Hokkaido", "Otaru"),
            List.of("Aomori"),
            List.of("Hokkaido", "Sapporo", "Chuo"),
            List.of("Okinawa", "Naha"));
    assertThat(WrittenColumns.rows(dictionary.columns(), dictionary.size()))
        .containsExactly(
            "0|0|Aomori",
            "1|6|Hokkaido",
            "2|2|Hokkaido/Otaru",
            "3|5|Hokkaido/Sapporo",
            "4|4|Hokkaido/Sapporo/Chuo",
            "7|9|Okinawa",
            "8|8|Okinawa/Naha");
  }

  @Test
  void escapesSlashesAndTildesInsideNames() throws Exception {
    PathDictionary dictionary =
        dictionary(List.of("a/b", "c"), List.of("a", "b/c"), List.of("a~1b"), List.of("~", "/"));
    assertThat(WrittenColumns.rows(dictionary.columns(), dictionary.size()))
        .containsExactly(
            "0|2|a", "1|1|a/b~1c", "3|5|a~1b", "4|4|a~1b/c", "6|6|a~01b", "7|9|~0", "8|8|~0/~1");
  }

  @Test
  void putsSiblingsInCodePointOrder() throws Exception {
    String smile = "😀";
    PathDictionary dictionary = dictionary(List.of(smile), List.of("Ａ"), List.of("b"));
    assertThat(dictionary.find(List.of("b"))).isZero();
    assertThat(dictionary.find(List.of("Ａ"))).isEqualTo(1);
    assertThat(dictionary.find(List.of(smile))).isEqualTo(2);
  }

  @Test
  void hasNoCodeForTheEmptyPathAndForUnknownOnes() {
    PathDictionary dictionary = dictionary(List.of("a", "b"), List.of());
    assertThat(dictionary.size()).isEqualTo(2);
    assertThat(dictionary.find(List.of())).isNull();
    assertThat(dictionary.find(List.of("b"))).isNull();
    assertThat(dictionary.find(List.of("a"))).isZero();
  }

  @Test
  void anIntervalHoldsExactlyTheSubtree() throws Exception {
    System.out.println(
        "repeat with: mvn -pl searchbuild -am verify -Dit.test=PathDictionaryIT"
            + " -Dfailsafe.failIfNoSpecifiedTests=false -Dtatami.testArguments=-Dtatami.seed="
            + SEED);
    Random random = new Random(SEED);
    List<List<String>> paths = new ArrayList<>();
    PathDictionary dictionary = new PathDictionary();
    for (int index = 0; index < 300; index++) {
      List<String> path = new ArrayList<>();
      for (int level = random.nextInt(4); level >= 0; level--) {
        path.add(String.valueOf("ab/~é".charAt(random.nextInt(5))));
      }
      paths.add(path);
      dictionary.add(path);
    }
    dictionary.number();
    List<String> rows = WrittenColumns.rows(dictionary.columns(), dictionary.size());
    for (List<String> node : paths) {
      String[] row = rowOf(rows, dictionary.find(node));
      for (List<String> other : paths) {
        long code = dictionary.find(other);
        boolean isInside = code >= Long.parseLong(row[0]) && code <= Long.parseLong(row[1]);
        boolean isBelow = other.size() >= node.size() && other.subList(0, node.size()).equals(node);
        assertThat(isInside).as("%s below %s", other, node).isEqualTo(isBelow);
      }
    }
  }

  @Test
  void leavesNoRoomWhereThatWouldMakeTheCodesWider() {
    PathDictionary dictionary = new PathDictionary();
    for (int node = 0; node < 16_000; node++) {
      dictionary.add(List.of("n" + node, "child"));
    }
    dictionary.number();
    assertThat(dictionary.find(List.of("n9999", "child"))).isEqualTo(31_999);
  }

  private static String[] rowOf(List<String> rows, long code) {
    return rows.stream()
        .map(row -> row.split("\\|"))
        .filter(row -> row[0].equals(Long.toString(code)))
        .findFirst()
        .orElseThrow();
  }

  @SafeVarargs
  private static PathDictionary dictionary(List<String>... paths) {
    PathDictionary dictionary = new PathDictionary();
    for (List<String> path : paths) {
      dictionary.add(path);
    }
    dictionary.number();
    return dictionary;
  }
}

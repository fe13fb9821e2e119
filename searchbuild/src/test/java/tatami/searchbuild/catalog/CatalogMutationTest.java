package tatami.searchbuild.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever is done to a catalog, it is read or refused with places: nothing else comes out. */
class CatalogMutationTest {

  private static final int ROUNDS = Integer.getInteger("tatami.rounds", 4_000);
  private static final List<String> WORDS =
      List.of(
          "~",
          "{}",
          "[]",
          "yes",
          "\"\"",
          "null",
          "0x1F",
          "camp",
          "camp_code",
          "text",
          "money",
          "-1",
          "[camp_code]",
          "{ feed: night }",
          "&a x",
          "*a",
          "!!int 3",
          "\"\\U0010FFFF\"",
          "'",
          "\"",
          "\"\\UFFFFFFFF\"",
          "%",
          "---",
          "...",
          "\t",
          "\u0000",
          "\uFFFF",
          "|",
          "? ",
          ": ",
          "- ",
          "#");

  @Test
  void isReadOrRefusedWithAPlace() {
    long seed = Long.getLong("tatami.seed", System.nanoTime());
    System.out.println(
        "repeat with: mvn -pl searchbuild -am test -Dtest=CatalogMutationTest"
            + " -Dsurefire.failIfNoSpecifiedTests=false -Dtatami.seed="
            + seed);
    Random random = new Random(seed);
    int refused = 0;
    for (int round = 0; round < ROUNDS; round++) {
      refused += isRefused(mutate(random), seed, round) ? 1 : 0;
    }
    assertThat(refused).isBetween(ROUNDS / 2, ROUNDS - 1);
  }

  private static boolean isRefused(String text, long seed, int round) {
    try {
      CatalogFile.parse(Path.of("catalog.yaml"), text, CatalogOverrides.none());
      return false;
    } catch (CatalogProblemsException e) {
      int lines = (int) text.lines().count() + 1;
      assertThat(e.problems())
          .allSatisfy(problem -> assertThat(problem.line()).isBetween(1, lines))
          .allSatisfy(problem -> assertThat(problem.column()).isPositive());
      return true;
    } catch (RuntimeException e) {
      return fail("seed " + seed + " round " + round + " of\n" + text, e);
    }
  }

  private static String mutate(Random random) {
    String catalog = random.nextBoolean() ? CampCatalog.TEXT : InnCatalog.TEXT;
    List<String> lines = new ArrayList<>(catalog.lines().toList());
    int changes = 1 + random.nextInt(3);
    for (int change = 0; change < changes; change++) {
      int line = random.nextInt(lines.size());
      String written = lines.get(line);
      String word = WORDS.get(random.nextInt(WORDS.size()));
      int at = random.nextInt(written.length() + 1);
      switch (random.nextInt(7)) {
        case 0 -> lines.remove(line);
        case 1 -> lines.add(random.nextInt(lines.size()), written);
        case 2 -> Collections.swap(lines, line, random.nextInt(lines.size()));
        case 3 -> lines.set(line, written.substring(0, at) + word + written.substring(at));
        case 4 -> lines.set(line, written.replaceFirst(": .*", ": " + word.replace("\\", "\\\\")));
        case 5 -> lines.set(line, written.substring(0, at));
        default -> lines.set(line, replaceItem(written, word, random));
      }
    }
    return String.join("\n", lines) + "\n";
  }

  private static String replaceItem(String written, String word, Random random) {
    String[] parts = written.split("(?<=[\\[{:, ])|(?=[\\]}:, ])", -1);
    parts[random.nextInt(parts.length)] = word;
    return String.join("", parts);
  }
}

package tatami.searchbuild.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import tatami.searchbuild.catalog.YamlNode.Scalar;
import tatami.searchtable.description.CubeShapes;

/** Reads which stays have totals that a memory engine keeps. */
final class CubeReader {

  /** A request may ask for so many people. */
  private static final int MOST_ADULTS = 32;

  /** Each night more takes as much as the first, and stays as long as this are rare. */
  private static final int MOST_NIGHTS = 31;

  private final Problems problems;

  CubeReader(Problems problems) {
    this.problems = problems;
  }

  Optional<CubeShapes> read(Section cube) {
    int before = problems.count();
    cube.allow(List.of("adults", "nights"));
    cube.require("adults", "nights");
    List<Integer> adults = new ArrayList<>();
    for (Scalar count : cube.texts("adults")) {
      readAdults(cube, count, adults);
    }
    OptionalInt nights = cube.wholeNumber("nights", 1, MOST_NIGHTS);
    return problems.count() > before || adults.isEmpty() || nights.isEmpty()
        ? Optional.empty()
        : Optional.of(new CubeShapes(adults, nights.getAsInt()));
  }

  private void readAdults(Section cube, Scalar count, List<Integer> adults) {
    String text = count.text();
    boolean isNumber = text.matches("[1-9][0-9]?") && Integer.parseInt(text) <= MOST_ADULTS;
    if (!isNumber || adults.contains(Integer.parseInt(text))) {
      problems.add(
          count.place(),
          cube.pathOf("adults")
              + " are whole numbers from 1 to "
              + MOST_ADULTS
              + ", each once, got \""
              + text
              + "\"");
    } else {
      adults.add(Integer.parseInt(text));
    }
  }
}

package tatami.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A catalog with mistakes is refused with exit 2, each mistake with its line and a way out. */
class BadCatalogIT {

  @TempDir private Path folder;

  @Test
  void namesTheLineAndTheNearestWordOfATypo() throws IOException {
    String catalog = Files.readString(ProjectFolder.find().resolve("catalogs/airbnb/catalog.yaml"));
    String typos =
        catalog.replace("    filter:\n", "    filtr:\n").replace("per: unit", "pre: unit");
    Path file = folder.resolve("catalog.yaml");
    Files.writeString(file, typos);
    Commands.Outcome outcome =
        Commands.onAnEmptyDatabase()
            .run(
                "rebuild",
                "--catalog",
                file.toString(),
                "--feeds",
                SmallCities.folder(SmallVintage.LAKESIDE).toString(),
                "--now",
                "2016-05-06");
    outcome.assertExit(2);
    assertThat(outcome.err())
        .contains("catalog.yaml:" + lineOf(catalog, "    filter:\n"))
        .contains("catalog.yaml:" + lineOf(catalog, "per: unit"))
        .contains("filtr", "filter")
        .doesNotContain("\tat ");
  }

  private static int lineOf(String text, String part) {
    return text.substring(0, text.indexOf(part)).split("\n", -1).length;
  }
}

package tatami.cli.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import tatami.ingest.synthetic.RyokanFeeds;
import tatami.ingest.synthetic.RyokanOptions;
import tatami.ingest.synthetic.RyokanSize;
import tools.jackson.core.JacksonException;

/** The demo's feeds: made once, and again when another size, seed or first night is asked for. */
final class DemoFeeds {

  private final Path folder;
  private final Path note;

  DemoFeeds(Path demoFolder) {
    this.folder = demoFolder.resolve("feeds");
    this.note = demoFolder.resolve("feeds.json");
  }

  /**
   * What decides the feeds' content.
   *
   * @param size how much
   * @param seed of the random numbers
   * @param firstNight as text, {@code yyyy-mm-dd}
   * @param version of the generator
   */
  record Recipe(RyokanSize size, long seed, String firstNight, int version) {

    /** A recipe of this generator. */
    Recipe(RyokanSize size, long seed, LocalDate firstNight) {
      this(size, seed, firstNight.toString(), RyokanFeeds.VERSION);
    }
  }

  Path folder() {
    return folder;
  }

  /** Makes them unless they are there. */
  void make(Recipe recipe, Console console) throws IOException {
    if (findMade().filter(recipe::equals).isPresent()) {
      console.progress("using the feeds in " + folder);
      return;
    }
    console.progress("generating feeds of " + recipe.size().hotels() + " hotels into " + folder);
    Files.deleteIfExists(note);
    RyokanFeeds.generate(
        recipe.size(),
        RyokanOptions.ofSeed(recipe.seed()),
        LocalDate.parse(recipe.firstNight()),
        folder);
    Files.writeString(note, Console.JSON.writeValueAsString(recipe));
  }

  private Optional<Recipe> findMade() {
    try {
      return Optional.of(Console.JSON.readValue(Files.readString(note), Recipe.class));
    } catch (IOException | JacksonException absentOrDamaged) {
      return Optional.empty();
    }
  }
}

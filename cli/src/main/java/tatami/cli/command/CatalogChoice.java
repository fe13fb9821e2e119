package tatami.cli.command;

import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import tatami.searchbuild.catalog.CatalogFile;

/**
 * Which catalog of the database is meant: {@code --name}, else the name in {@code --catalog}, else
 * the only one that there is.
 */
final class CatalogChoice {

  private final CommonFlags flags;
  private final Supplier<List<String>> inDatabase;

  /**
   * Chooses.
   *
   * @param inDatabase asked only where no flag tells
   */
  CatalogChoice(CommonFlags flags, Supplier<List<String>> inDatabase) {
    this.flags = flags;
    this.inDatabase = inDatabase;
  }

  /** Finds the name; empty where no flag tells and nothing was built. */
  Optional<String> find() {
    Optional<String> flagged = findFlagged();
    if (flagged.isPresent()) {
      return flagged;
    }
    List<String> names = inDatabase.get();
    if (names.size() > 1) {
      throw new UsageException(
          "the database has several catalogs: say which with --name, one of "
              + String.join(", ", names));
    }
    return names.stream().findFirst();
  }

  /** Finds the name that flags give. */
  Optional<String> findFlagged() {
    if (flags.catalog != null && (flags.name == null || !Files.exists(flags.catalog))) {
      return Optional.of(CatalogFile.read(flags.catalog, flags.overrides()).name());
    }
    return Optional.ofNullable(flags.name);
  }
}

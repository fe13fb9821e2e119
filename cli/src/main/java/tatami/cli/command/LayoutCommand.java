package tatami.cli.command;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import tatami.query.mirror.shelf.MirrorLeases;
import tatami.query.search.SearchReply;
import tatami.query.search.SearchService;
import tatami.searchbuild.catalog.CatalogFile;
import tatami.searchtable.naming.NearestWord;
import tools.jackson.databind.node.ObjectNode;

/** Tells why the tables of a release look as they do. */
@Command(
    name = "layout",
    description = {
      "Tells of the live release's tables: each column's type and codec, its bytes and why,",
      "the alternatives with theirs, and what the rows would take in declared order."
    },
    footer = {
      "",
      "Examples:",
      "  tatami layout ryokan",
      "  tatami layout ryokan offer",
      "  tatami layout catalogs/ryokan offer --output json"
    })
final class LayoutCommand extends TatamiCommand {

  private static final int OK = 200;

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "CATALOG",
      description =
          "name, file or folder of the catalog; else --name, --catalog or the only one there is")
  String first;

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "TABLE",
      description = "one of its tables; else all")
  String second;

  LayoutCommand(Invocation invocation) {
    super(invocation);
  }

  /**
   * What was asked for.
   *
   * @param catalog empty where neither a flag nor a word names one
   * @param table null for all
   */
  private record Asked(Optional<String> catalog, String table) {}

  @Override
  int run() {
    Asked asked = asked(new CatalogChoice(flags, List::of).findFlagged());
    try (DatabaseAccess database = DatabaseAccess.open(this)) {
      SearchAccess access = new SearchAccess(database.dataSource(), this);
      String catalog =
          asked
              .catalog()
              .or(() -> new CatalogChoice(flags, access::listCatalogs).find())
              .orElseThrow(
                  () ->
                      new NothingToSearchException(
                          "nothing was built yet in "
                              + database.address()
                              + "; tatami rebuild builds, tatami demo shows how"));
      ObjectNode layout = read(access.open(List.of(), MirrorLeases.NONE), catalog);
      if (asked.table() != null) {
        keepOnly(layout, asked.table());
      }
      print(layout);
    }
    return ExitCodes.OK;
  }

  /** A single word is the table where a flag names another catalog, else the catalog. */
  private Asked asked(Optional<String> flagged) {
    if (flagged.isEmpty() || first == null) {
      return new Asked(flagged.or(() -> Optional.ofNullable(first).map(this::name)), second);
    }
    if (first.equals(flagged.get()) || isFile(first)) {
      return new Asked(flagged, second);
    }
    if (second != null) {
      throw new UsageException(
          "two catalogs are named, \""
              + flagged.get()
              + "\" by a flag and \""
              + first
              + "\": leave one out");
    }
    return new Asked(flagged, first);
  }

  /** A file or a folder is read for its name; any other word is the name. */
  private String name(String word) {
    return isFile(word) ? CatalogFile.read(Path.of(word), flags.overrides()).name() : word;
  }

  /** No catalog's name has a slash or a dot. */
  private static boolean isFile(String word) {
    return word.contains("/") || word.contains(File.separator) || word.contains(".");
  }

  private ObjectNode read(SearchService service, String catalog) {
    SearchReply reply = service.layout(catalog);
    ObjectNode document = (ObjectNode) Console.JSON.readTree(reply.json());
    if (reply.status() != OK) {
      throw new NothingToSearchException(document.path("detail").asString());
    }
    return document;
  }

  private static void keepOnly(ObjectNode layout, String table) {
    ObjectNode tables = (ObjectNode) layout.get("tables");
    if (!tables.has(table)) {
      List<String> known = List.copyOf(tables.propertyNames());
      throw new UsageException(
          "no table \""
              + table
              + "\" in this release"
              + NearestWord.find(table, known)
                  .map(nearest -> ": did you mean \"" + nearest + "\"?")
                  .orElse("; there are: " + String.join(", ", known)));
    }
    tables.retain(table);
    layout.remove("totals");
  }

  private void print(ObjectNode layout) {
    if (flags.isJson()) {
      console().printDocument(layout);
    } else {
      LayoutTable.lines(layout).forEach(console()::printLine);
    }
  }
}

package tatami.cli.command;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
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
      "  tatami layout --name ryokan --output json"
    })
final class LayoutCommand extends TatamiCommand {

  private static final int OK = 200;

  @Parameters(
      arity = "0..2",
      paramLabel = "CATALOG TABLE",
      description =
          "name or file of the catalog (else --name, --catalog or the only one there is),"
              + " and one of its tables (else all)")
  List<String> words = new ArrayList<>();

  LayoutCommand(Invocation invocation) {
    super(invocation);
  }

  @Override
  int run() {
    try (DatabaseAccess database = DatabaseAccess.open(this)) {
      SearchAccess access = new SearchAccess(database.dataSource(), flags);
      Optional<String> flagged = new CatalogChoice(flags, List::of).findFlagged();
      boolean firstIsTable = flagged.isPresent() && words.size() == 1 && !isNamed(flagged.get());
      Optional<String> catalog =
          words.isEmpty() || firstIsTable
              ? new CatalogChoice(flags, access::listCatalogs).find()
              : Optional.of(flagged.orElseGet(() -> name(words.get(0))));
      if (catalog.isEmpty()) {
        throw new NothingToSearchException(
            "nothing was built yet in "
                + database.address()
                + "; tatami rebuild builds, tatami demo shows how");
      }
      ObjectNode layout = read(access.open(List.of()), catalog.get());
      int tablePlace = firstIsTable ? 0 : 1;
      if (words.size() > tablePlace) {
        keepOnly(layout, words.get(tablePlace));
      }
      print(layout);
    }
    return ExitCodes.OK;
  }

  private boolean isNamed(String catalog) {
    return words.get(0).equals(catalog) || isFile(words.get(0));
  }

  /** A file or a folder is read for its name; any other word is the name. */
  private String name(String word) {
    return isFile(word) ? CatalogFile.read(Path.of(word), flags.overrides()).name() : word;
  }

  private static boolean isFile(String word) {
    try {
      return Files.exists(Path.of(word)) && (word.contains("/") || word.contains("."));
    } catch (InvalidPathException noPath) {
      return false;
    }
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

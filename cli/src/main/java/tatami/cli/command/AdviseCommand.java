package tatami.cli.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import tatami.searchbuild.advice.DatabaseAdvice;
import tatami.searchbuild.advice.DatabaseAdvice.Proposal;
import tatami.searchbuild.advice.DatabaseAdvisor;

/** Says what to add to, or drop from, a database that was searched for a while. */
@Command(
    name = "advise",
    description = {
      "Reads PostgreSQL's statistics of a database that is being searched, and proposes which",
      "indexes to add or drop and which tables to analyse. Changes nothing; without a catalog it",
      "looks at all of them."
    },
    footer = {"", "Examples:", "  tatami advise", "  tatami advise ryokan --output json"})
final class AdviseCommand extends TatamiCommand {

  @Parameters(
      paramLabel = "CATALOG",
      arity = "0..1",
      description = "a catalog's name, its file or its folder; the same as --name or --catalog")
  String chosen;

  AdviseCommand(Invocation invocation) {
    super(invocation);
  }

  @Override
  int run() {
    Optional<String> catalog = findCatalog();
    try (DatabaseAccess database = DatabaseAccess.open(this)) {
      DatabaseAdvisor advisor = new DatabaseAdvisor(database.dataSource());
      DatabaseAdvice advice = catalog.map(advisor::adviseOn).orElseGet(advisor::adviseOnAll);
      if (flags.isJson()) {
        console().printDocument(advice);
      } else {
        print(database.address().toString(), advice);
      }
    }
    return ExitCodes.OK;
  }

  private Optional<String> findCatalog() {
    if (chosen != null && flags.catalog != null) {
      throw new UsageException("say once which catalog is meant: CATALOG or --catalog");
    }
    if (chosen != null && Files.exists(Path.of(chosen))) {
      flags.catalog = Path.of(chosen);
    } else if (chosen != null && flags.name != null) {
      throw new UsageException("say once which catalog is meant: CATALOG or --name");
    } else if (chosen != null) {
      flags.name = chosen;
    }
    return new CatalogChoice(flags, java.util.List::of).findFlagged();
  }

  private void print(String place, DatabaseAdvice advice) {
    console().printLine("database  " + place);
    console()
        .printLine(
            String.format(
                "counted   since %s, %,d reads of search tables",
                advice.since(), advice.searches()));
    console()
        .printLine(
            advice.proposals().isEmpty()
                ? "proposals none"
                : "proposals " + advice.proposals().size());
    advice.proposals().forEach(this::print);
    advice.notes().forEach(note -> console().printLine("note      " + note));
  }

  private void print(Proposal proposal) {
    String kind = proposal.kind().name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
    console().printLine("");
    console().printLine(kind + "  " + proposal.object());
    console().printLine("  evidence  " + proposal.evidence());
    console().printLine("  gain      " + proposal.gain());
    console().printLine("  type      " + proposal.statement());
  }
}

package tatami.cli.command;

import picocli.CommandLine.Command;
import tatami.query.search.SearchReply;
import tatami.query.search.SearchService;

/** Answers searches. */
@Command(
    name = "search",
    description = "Answers one search, or with - one for each line of standard input. Prints JSON.",
    footer = {
      "",
      "Examples:",
      "  tatami search --name ryokan '{\"stay\": {\"check_in\": \"2026-12-05\", \"nights\": 2}}'",
      "  tatami search --name ryokan - < searches.jsonl"
    })
final class SearchCommand extends RequestCommand {

  SearchCommand(Invocation invocation) {
    super(invocation);
  }

  @Override
  SearchReply ask(SearchService service, String catalog, String json) {
    return service.search(catalog, json);
  }
}

package tatami.cli.command;

import picocli.CommandLine.Command;
import tatami.query.search.SearchReply;
import tatami.query.search.SearchService;

/** Tells why stays cannot be booked. */
@Command(
    name = "why-not",
    description =
        "Tells why properties cannot be booked, and the nearest changes that give results."
            + " Takes one request, or with - one for each line of standard input. Prints JSON.",
    footer = {
      "",
      "Examples:",
      "  tatami why-not --name ryokan '{\"stay\": {\"check_in\": \"2026-12-05\", \"nights\": 2}}'",
      "  tatami why-not --name ryokan - < searches.jsonl"
    })
final class WhyNotCommand extends RequestCommand {

  WhyNotCommand(Invocation invocation) {
    super(invocation);
  }

  @Override
  SearchReply ask(SearchService service, String catalog, String json) {
    return service.whyNot(catalog, json);
  }
}

package tatami.cli.command;

import picocli.CommandLine.Command;
import tatami.query.search.SearchReply;
import tatami.query.search.SearchService;

/** Tells what a stay costs on each day of a range. */
@Command(
    name = "calendar",
    description =
        "Tells the lowest and the highest total of each check-in of a range, or what hinders."
            + " Takes one request, or with - one for each line of standard input. Prints JSON.",
    footer = {
      "",
      "Examples:",
      "  tatami calendar --name ryokan '{\"from\": \"2026-12-01\", \"to\": \"2026-12-31\"}'",
      "  tatami calendar --name ryokan - < months.jsonl"
    })
final class CalendarCommand extends RequestCommand {

  CalendarCommand(Invocation invocation) {
    super(invocation);
  }

  @Override
  SearchReply ask(SearchService service, String catalog, String json) {
    return service.calendar(catalog, json);
  }
}

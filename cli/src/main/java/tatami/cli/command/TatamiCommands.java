package tatami.cli.command;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;
import tatami.searchtable.naming.NearestWord;

/**
 * All commands: parses the command line, runs what it names, and turns failures into exit codes.
 */
public final class TatamiCommands {

  private TatamiCommands() {}

  /** Runs one command and returns its exit code. */
  public static int run(List<String> arguments, Invocation invocation) {
    CommandLine root = new CommandLine(new Root());
    for (TatamiCommand command : commands(invocation)) {
      root.addSubcommand(command);
    }
    root.setOut(new PrintWriter(invocation.out(), true, StandardCharsets.UTF_8));
    root.setErr(new PrintWriter(invocation.err(), true, StandardCharsets.UTF_8));
    root.setCaseInsensitiveEnumValuesAllowed(true);
    root.setUsageHelpWidth(100);
    FailureReport failures = new FailureReport(invocation, arguments);
    root.setParameterExceptionHandler(
        (problem, given) -> failures.report(new UsageException(describe(problem))));
    root.setExecutionExceptionHandler((failure, command, given) -> failures.report(failure));
    try {
      return root.execute(arguments.toArray(String[]::new));
    } catch (Error error) {
      return failures.report(error);
    }
  }

  private static List<TatamiCommand> commands(Invocation invocation) {
    return List.of(
        new DemoCommand(invocation),
        new CheckCommand(invocation),
        new GenerateCommand(invocation),
        new RebuildCommand(invocation),
        new IngestCommand(invocation),
        new BuildCommand(invocation),
        new PublishCommand(invocation),
        new StatusCommand(invocation),
        new LayoutCommand(invocation),
        new AdviseCommand(invocation),
        new SearchCommand(invocation),
        new CalendarCommand(invocation),
        new WhyNotCommand(invocation),
        new ExplainCommand(invocation),
        new ServeCommand(invocation),
        new StopCommand(invocation),
        new BenchCommand(invocation));
  }

  /** What is typed when no command is. */
  @Command(
      name = "tatami",
      mixinStandardHelpOptions = true,
      versionProvider = TatamiVersion.class,
      description = "A search engine that rebuilds itself every night, on ordinary PostgreSQL.",
      synopsisSubcommandLabel = "COMMAND",
      footer = {
        "",
        "Examples:",
        "  tatami demo",
        "  tatami rebuild --catalog catalogs/ryokan --feeds feeds",
        "  tatami search --name ryokan '{\"sort\": \"rating\", \"size\": 5}'",
        "",
        "tatami COMMAND --help tells more about a command."
      })
  static final class Root implements Runnable {
    @CommandLine.Spec CommandSpec spec;

    @Override
    public void run() {
      throw new ParameterException(spec.commandLine(), "a command is missing");
    }
  }

  private static String describe(ParameterException problem) {
    CommandLine command = problem.getCommandLine();
    String help = "; see `" + command.getCommandSpec().qualifiedName() + " --help`";
    if (problem instanceof UnmatchedArgumentException unmatched
        && !unmatched.getUnmatched().isEmpty()) {
      String word = unmatched.getUnmatched().get(0);
      boolean flag = word.startsWith("-");
      boolean noCommand = !flag && !command.getSubcommands().isEmpty();
      String kind =
          flag ? "unknown flag " : noCommand ? "unknown command " : "unexpected argument ";
      return kind + word + nearest(word, command, flag) + help;
    }
    String message = problem.getMessage();
    return message.substring(0, 1).toLowerCase(java.util.Locale.ROOT) + message.substring(1) + help;
  }

  private static String nearest(String word, CommandLine command, boolean flag) {
    List<String> known = new ArrayList<>();
    if (flag) {
      command.getCommandSpec().options().forEach(option -> known.addAll(List.of(option.names())));
    } else {
      known.addAll(command.getSubcommands().keySet());
    }
    String bare = word.contains("=") ? word.substring(0, word.indexOf('=')) : word;
    Optional<String> nearest = NearestWord.find(bare, known);
    return nearest.map(near -> ", did you mean " + near + "?").orElse("");
  }
}

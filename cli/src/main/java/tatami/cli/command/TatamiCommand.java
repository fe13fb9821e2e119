package tatami.cli.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** What every command has: the common flags, a console and an exit code. */
@Command(mixinStandardHelpOptions = true, versionProvider = TatamiVersion.class)
abstract class TatamiCommand implements Callable<Integer> {

  @Mixin CommonFlags flags = new CommonFlags();

  private final Invocation invocation;

  TatamiCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public final Integer call() throws Exception {
    if (flags.engine == CommonFlags.SearchEngine.MEMORY) {
      throw new UsageException("--engine memory is not available yet; leave it away for sql");
    }
    return run();
  }

  /** Does the work and returns the exit code. */
  abstract int run() throws Exception;

  Invocation invocation() {
    return invocation;
  }

  Console console() {
    return new Console(invocation, flags.quiet);
  }
}

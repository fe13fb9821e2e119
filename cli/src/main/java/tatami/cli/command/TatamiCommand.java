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
    if (flags.isInMemory() && !searches()) {
      throw new UsageException(
          "--engine memory is for commands that search, and this one does not; leave it away");
    }
    if (flags.memoryLimit != null && !flags.isInMemory()) {
      throw new UsageException(
          "--memory-limit goes with --engine memory; give both, or neither of them");
    }
    return run();
  }

  /** Tells whether the command searches, so that an engine can be chosen. */
  boolean searches() {
    return false;
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

/**
 * What can be typed after {@code tatami}, and what comes back: one class for each command.
 *
 * <p>The entry type is {@link tatami.cli.command.TatamiCommands}. Commands read flags, call the
 * modules that do the work, and print: one document or table to stdout, everything else to stderr.
 * Exit codes are in {@link tatami.cli.command.ExitCodes}. No command holds logic of its own beyond
 * that.
 */
package tatami.cli.command;

/**
 * The door: how {@code ./tatami COMMAND} comes in.
 *
 * <p>The entry type is {@link tatami.cli.Tatami}. What the commands do is in {@code
 * tatami.cli.command}, which database they work on in {@code tatami.cli.database}.
 */
package tatami.cli;

/**
 * Is the process with this number still the one we mean, and how is it ended?
 *
 * <p>The entry type is {@link tatami.cli.process.RunningProcess}. A process number alone says
 * little: numbers are used again, and a dead process stays visible until its parent has noticed. It
 * starts no process.
 */
package tatami.cli.process;

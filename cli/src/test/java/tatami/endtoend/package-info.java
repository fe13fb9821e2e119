/**
 * Does Tatami answer what the rules say, from feed to answer?
 *
 * <p>{@link tatami.endtoend.DifferentialRun} sends random searches through a {@link
 * tatami.endtoend.SearchSeam} and compares every answer with the oracle's; a failure prints the
 * request, the difference and the command that repeats it. The other classes here build small
 * feeds, run the command line in process on a home of their own, and feed it bad input. Nothing
 * here looks into Tatami: only its commands, its files and its answers.
 */
package tatami.endtoend;

/**
 * Says what a comparison is doing, and how long each part took. {@link
 * tatami.benchmarks.phase.PhaseTimes} is the type.
 */
package tatami.benchmarks.phase;

/**
 * A database that a comparison makes for itself, and drops.
 *
 * <p>The entry type is {@link tatami.benchmarks.scratch.ScratchDatabase}. It knows no schema.
 */
package tatami.benchmarks.scratch;

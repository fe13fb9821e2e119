/**
 * A database and a folder that a comparison makes for itself, and drops.
 *
 * <p>The entry types are {@link tatami.benchmarks.scratch.ScratchDatabase}, which knows no schema,
 * and {@link tatami.benchmarks.scratch.ScratchFolder}.
 */
package tatami.benchmarks.scratch;

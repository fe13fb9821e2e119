/**
 * The machine: on what was it measured?
 *
 * <p>The entry type is {@link tatami.benchmarks.machine.Machine}. A number without its machine is
 * no result. Names the hardware and the versions, nothing that tells whose machine it is.
 */
package tatami.benchmarks.machine;

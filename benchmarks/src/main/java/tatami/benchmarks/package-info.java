/**
 * The report: what was measured, on what, and how many times better is packed?
 *
 * <p>The entry type is {@link tatami.benchmarks.BenchmarkReport}, which {@code tatami bench} calls.
 * The benchmarks themselves are ordinary JMH benchmarks in the packages below this one and can be
 * run with JMH's own runner. Nothing here decides whether a result is good.
 */
package tatami.benchmarks;

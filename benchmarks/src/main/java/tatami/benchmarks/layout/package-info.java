/**
 * What does the compiled layout save against tables that a careful person would write by hand?
 *
 * <p>The entry type is {@link tatami.benchmarks.layout.LayoutComparison}. It rebuilds feeds into a
 * release in a database of its own, makes plain tables and tables of integers from the same master
 * rows, compares sizes, and asks plain and compiled tables the same seeded searches: equal answers
 * first, then shared-buffer pages, then times round by round. Which columns there are is read from
 * the catalog; nothing here knows one. It does not say which layout is good enough.
 */
package tatami.benchmarks.layout;

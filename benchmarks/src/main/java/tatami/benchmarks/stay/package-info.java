/**
 * The stay total in SQL: packed arrays against one row per night, in the same PostgreSQL.
 *
 * <p>The entry type is {@link tatami.benchmarks.stay.StayTotalBenchmark}. The question is always
 * the same: which properties are bookable for these nights within a budget, the cheapest 20 by
 * total. {@link tatami.benchmarks.stay.StayForm} says in which forms the data are held and asked.
 *
 * <p>Rows are given every advantage: one offer a property, so that they need no join; covering
 * indexes, vacuumed, so that the heap is never read; and a second copy that is sorted by night, the
 * best there is for a search that is not narrowed by anything else. Packed arrays are asked as a
 * release is: offer joined with stock and price, grouped by property. Does not depend on module
 * {@code query}; that the shape of the statement is the same is for the reader to see.
 */
package tatami.benchmarks.stay;

/**
 * The mixed searches that every comparison asks, and what is answered in a form that can be
 * compared.
 *
 * <p>{@link tatami.benchmarks.mixed.MixedSearches} draws them from the normalised schema; each is
 * asked as every {@link tatami.benchmarks.mixed.Question}. They are made for {@code
 * catalogs/ryokan} and for parties of adults in one room.
 */
package tatami.benchmarks.mixed;

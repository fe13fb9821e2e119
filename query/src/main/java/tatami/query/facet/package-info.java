/**
 * How many properties has each value of a filter?
 *
 * <p>The entry type is {@link tatami.query.facet.FacetResult}: counts by code, as an engine finds
 * them, become counts by value in the order of an answer, with the levels of paths and the buckets
 * of numbers. {@link tatami.query.facet.BucketPlan} fixes the buckets of a number for a whole
 * release. It counts nothing itself.
 */
package tatami.query.facet;

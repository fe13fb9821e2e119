/**
 * How many properties has each value of a filter?
 *
 * <p>The entry type is {@link tatami.query.facet.FacetCounter}: an engine tells it, property by
 * property, which values there are, and it counts each once, with the levels of paths and the
 * buckets of numbers. {@link tatami.query.facet.BucketPlan} fixes the buckets of a filter for a
 * whole release; those of {@link tatami.query.facet.PriceHistogram} depend on the prices. Which
 * properties count is the engine's business.
 */
package tatami.query.facet;

/**
 * What does a hit look like?
 *
 * <p>The entry type is {@link tatami.query.master.MasterSource}: it reads the business keys and the
 * shown columns of the few rows of a page, from the release's page views, in the transaction of the
 * search ({@link tatami.query.master.ConnectedMasters}) or by a cache ({@link
 * tatami.query.master.CachedMasters}). It filters and orders nothing.
 */
package tatami.query.master;

/**
 * What does a hit look like?
 *
 * <p>The entry type is {@link tatami.query.master.MasterRows}: it reads the business keys and the
 * shown columns of the few rows of a page, from the release's page views. It filters and orders
 * nothing.
 */
package tatami.query.master;

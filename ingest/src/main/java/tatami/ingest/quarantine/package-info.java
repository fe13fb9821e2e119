/**
 * Where do bad rows go? Not into the feed, and not away.
 *
 * <p>The entry type is {@link tatami.ingest.quarantine.Quarantine}: whoever lands a feed hands over
 * rejected rows with file, line and reason; who keeps them decides where.
 */
package tatami.ingest.quarantine;

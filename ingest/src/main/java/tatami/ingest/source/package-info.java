/**
 * Which bytes are the feed, and what rows are in them?
 *
 * <p>The entry type is {@link tatami.ingest.source.FeedSource}: it finds a feed's files under a
 * folder, refuses what cannot be one (missing, empty, not gzip, cut, wrong header, changed while it
 * is read) and streams rows with file and line. It does not know types: a row is still text.
 */
package tatami.ingest.source;

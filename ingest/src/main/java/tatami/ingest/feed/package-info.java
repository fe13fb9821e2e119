/**
 * What a feed is: files, columns, key, calendar.
 *
 * <p>The entry type is {@link tatami.ingest.feed.FeedDefinition}. Definitions are plain values that
 * a catalog hands over; nothing here opens a file or knows YAML.
 */
package tatami.ingest.feed;

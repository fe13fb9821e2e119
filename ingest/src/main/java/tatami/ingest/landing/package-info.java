/**
 * How does a feed become a master table?
 *
 * <p>The entry type is {@link tatami.ingest.landing.FeedLanding}: it streams a feed into a new
 * table, one row per key; a calendar feed is packed on the way, so a row per night never reaches
 * the database. Identical duplicates count once, contradicting ones and bad rows go to quarantine.
 * It creates and fills the table it is told to, and decides nothing about versions.
 *
 * <p>Master table of a calendar: the key columns, then per value an array over the days from the
 * feed's first to its last, as narrow as its values allow, −1 where there is none.
 */
package tatami.ingest.landing;

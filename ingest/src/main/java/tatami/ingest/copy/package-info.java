/**
 * How do many rows get into and out of PostgreSQL at the speed of COPY?
 *
 * <p>The entry types are {@link tatami.ingest.copy.BinaryCopyWriter}, {@link
 * tatami.ingest.copy.BinaryCopyReader} (COPY BINARY, for numbers and packed cells) and {@link
 * tatami.ingest.copy.TextCopyWriter} (COPY text, for wide rows). They know the wire forms and no
 * tables.
 */
package tatami.ingest.copy;

/**
 * How are the bytes of a file packed?
 *
 * <p>The entry type is {@link tatami.ingest.compression.Compression}: a file's name says how it is
 * packed, and what is read or written passes through it as a stream. It knows nothing of rows.
 */
package tatami.ingest.compression;

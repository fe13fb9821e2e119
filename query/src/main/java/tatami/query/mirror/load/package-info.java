/**
 * How does a release come into memory?
 *
 * <p>The entry type is {@link tatami.query.mirror.load.MirrorLoader}: it copies the search tables,
 * their words and their calendars with {@code COPY … (FORMAT BINARY)}, and checks what it read.
 */
package tatami.query.mirror.load;

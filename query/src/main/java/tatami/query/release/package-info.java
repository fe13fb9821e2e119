/**
 * Which release is searched, and what does it say about itself?
 *
 * <p>The entry type is {@link tatami.query.release.ReleaseShelf}: it lists the releases that may be
 * read and opens one, with its description, its dictionaries and, when first asked for, its points.
 * An opened release never changes and is shared by all searches. It does not execute searches, and
 * no search reads a release that the served view does not list: an unpublished one is opened for a
 * rehearsal alone.
 */
package tatami.query.release;

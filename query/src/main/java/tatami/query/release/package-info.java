/**
 * Which release is searched, and what does it say about itself?
 *
 * <p>The entry type is {@link tatami.query.release.ReleaseShelf}: it lists the releases that may be
 * read and opens one, with its description, its dictionaries and, when first asked for, its points.
 * An opened release never changes and is shared by all searches. It does not execute searches, and
 * it never reads a release that the served view does not list.
 */
package tatami.query.release;

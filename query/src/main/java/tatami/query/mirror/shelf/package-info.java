/**
 * Which releases are in memory, and until when?
 *
 * <p>The entry type is {@link tatami.query.mirror.shelf.Mirrors}: for each catalog it holds a
 * mirror of the live release, loads that of a new one beside it, warms it and switches in one step.
 * A request takes a {@link tatami.query.mirror.shelf.MirrorLease} and sees its release until it
 * gives it back. It answers no search, and what a mirror is made of is none of its business.
 */
package tatami.query.mirror.shelf;

/**
 * What has changed since the release was built?
 *
 * <p>{@link tatami.query.mirror.patch.Change} is one value of a release in memory; {@link
 * tatami.query.mirror.Mirror#apply} makes searches see it.
 */
package tatami.query.mirror.patch;

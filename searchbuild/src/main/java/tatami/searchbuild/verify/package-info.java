/**
 * Is a filled release what it should be?
 *
 * <p>The entry type is {@link tatami.searchbuild.verify.ReleaseVerification}: it checks the tables
 * against the release's own description and against the numbers that were counted while filling. It
 * changes nothing.
 */
package tatami.searchbuild.verify;

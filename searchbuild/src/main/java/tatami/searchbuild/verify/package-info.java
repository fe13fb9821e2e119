/**
 * Is a filled release what it should be?
 *
 * <p>The entry type is {@link tatami.searchbuild.verify.ReleaseVerification}: it checks the tables
 * against the release's own description and against the numbers that were counted while filling. A
 * {@link tatami.searchbuild.verify.ReleaseRehearsal} then searches it; it comes from outside,
 * because a builder knows nothing of searching. Nothing here changes a release.
 */
package tatami.searchbuild.verify;

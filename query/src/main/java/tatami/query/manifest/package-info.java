/**
 * Is what was copied out of a release what its build has checked?
 *
 * <p>The entry type is {@link tatami.query.manifest.Manifest}. It compares counts and checksums; it
 * repairs nothing.
 */
package tatami.query.manifest;

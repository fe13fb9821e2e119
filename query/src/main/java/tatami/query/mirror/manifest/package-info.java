/**
 * Is what was copied out of a release what its build has checked?
 *
 * <p>The entry type is {@link tatami.query.mirror.manifest.Manifest}. It compares counts and
 * checksums; it repairs nothing.
 */
package tatami.query.mirror.manifest;

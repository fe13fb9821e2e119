/**
 * Is a table still what the build has checked?
 *
 * <p>The entry types are {@link tatami.searchtable.manifest.ManifestEntry}, what a release's
 * manifest says of one table, and {@link tatami.searchtable.manifest.BlockSum}, by which whoever
 * reads a calendar table computes the same. It reads nothing itself.
 */
package tatami.searchtable.manifest;

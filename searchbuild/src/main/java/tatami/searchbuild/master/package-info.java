/**
 * Which master versions are there, and how are they read?
 *
 * <p>The entry types are {@link tatami.searchbuild.master.MasterVersions}, the register of
 * landings, and {@link tatami.searchbuild.master.MasterRelation}, a catalog's {@code from} and
 * {@code where} over chosen versions. A version is immutable; nothing here changes one after it has
 * landed.
 */
package tatami.searchbuild.master;

/**
 * Which releases are there, in which state, and which one is live?
 *
 * <p>The entry types are {@link tatami.searchbuild.release.ReleaseRegister}, the register in the
 * control tables, and {@link tatami.searchbuild.release.BuildLock}, which lets one build per
 * catalog run. Only the register moves the live pointer. Neither knows what is inside a release.
 */
package tatami.searchbuild.release;

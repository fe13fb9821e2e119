package tatami.query.mirror.shelf;

import tatami.query.mirror.manifest.Manifest;
import tatami.query.release.OpenRelease;
import tatami.query.release.ReleasePointer;

/**
 * A release that could be loaded.
 *
 * @param manifest what its tables hold
 * @param estimatedBytes what a mirror of it will take
 */
record LoadPlan(
    ReleasePointer pointer, OpenRelease release, Manifest manifest, long estimatedBytes) {

  MemorySize estimate() {
    return new MemorySize(estimatedBytes);
  }
}

package tatami.query.mirror.shelf;

import java.util.HashSet;
import java.util.Set;

/** How much memory mirrors take, those among them that only requests still hold. Thread-safe. */
final class MemoryUse {

  private final long limit;
  private final Set<HeldMirror> held = new HashSet<>();

  MemoryUse(MemorySize limit) {
    this.limit = limit.bytes();
  }

  synchronized void add(HeldMirror mirror) {
    held.add(mirror);
  }

  synchronized void remove(HeldMirror mirror) {
    held.remove(mirror);
  }

  MemorySize limit() {
    return new MemorySize(limit);
  }

  /** Returns what all take. */
  synchronized MemorySize taken() {
    return new MemorySize(held.stream().mapToLong(HeldMirror::bytes).sum());
  }

  /** Tells whether so much more fits. */
  boolean fits(long bytes) {
    return bytes <= limit - taken().bytes();
  }
}

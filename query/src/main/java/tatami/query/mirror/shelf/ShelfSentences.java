package tatami.query.mirror.shelf;

import tatami.query.release.ReleasePointer;

/** What is said of releases and memory, with figures and the way out. */
final class ShelfSentences {

  private static final String BY_SQL = ": searches are answered by the sql engine";

  private ShelfSentences() {}

  static String subject(ReleasePointer pointer) {
    return "memory: " + pointer.catalog() + ", release " + pointer.number();
  }

  static String estimate(LoadPlan plan, MemoryUse memory) {
    return subject(plan.pointer())
        + " takes about "
        + plan.estimate()
        + "; the limit is "
        + memory.limit()
        + ", taken are "
        + memory.taken();
  }

  /**
   * It does not fit beside what stays.
   *
   * @param own what it takes
   * @param others what other catalogs take
   */
  static String tooLittle(MemorySize own, MemorySize limit, MemorySize others) {
    MemorySize needed = new MemorySize(own.bytes() + others.bytes());
    return "too little memory: it takes about "
        + own
        + (others.bytes() == 0 ? "" : ", other catalogs take " + others)
        + ", and the limit is "
        + limit
        + "; "
        + wayOut(needed)
        + ", or leave --engine memory away";
  }

  static String notBoth(LoadPlan plan, HeldMirror old, MemorySize limit) {
    MemorySize needed = new MemorySize(plan.estimatedBytes() + old.bytes());
    return subject(plan.pointer())
        + " takes about "
        + plan.estimate()
        + ", release "
        + old.pointer().number()
        + " beside it takes "
        + new MemorySize(old.bytes())
        + ", and the limit is "
        + limit
        + ": release "
        + old.pointer().number()
        + " is let go, and searches are answered by the sql engine until release "
        + plan.pointer().number()
        + " is in memory; "
        + wayOut(needed)
        + " for both";
  }

  static String turned(ReleasePointer pointer, long bytes) {
    return subject(pointer) + ": what is computed beforehand takes " + new MemorySize(bytes);
  }

  static String refused(ReleasePointer pointer, String reason) {
    return subject(pointer) + " is not held" + BY_SQL + "; " + reason;
  }

  static String retired(ReleasePointer pointer) {
    return subject(pointer) + " was retired while it was loaded; the live one is loaded instead";
  }

  static String away(String reason) {
    return "memory: the database cannot be asked for new releases: " + reason;
  }

  /** A heap needs room for requests besides. */
  private static String wayOut(MemorySize needed) {
    return "give it --memory-limit "
        + needed.toFlag()
        + " and the JVM a heap of "
        + new MemorySize(needed.bytes() / 3 * 4).toFlag()
        + " or more, TATAMI_JAVA_OPTIONS=-Xmx"
        + new MemorySize(needed.bytes() / 3 * 4).toFlag();
  }
}

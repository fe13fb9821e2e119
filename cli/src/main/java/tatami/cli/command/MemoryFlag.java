package tatami.cli.command;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;
import tatami.query.mirror.shelf.MemorySize;

/** Reads {@code --memory-limit}, and knows what it is without one. */
final class MemoryFlag implements ITypeConverter<MemorySize> {

  private static final int QUARTERS = 4;
  private static final int QUARTERS_FOR_RELEASES = 3;

  @Override
  public MemorySize convert(String text) {
    try {
      return MemorySize.parse(text);
    } catch (IllegalArgumentException noSize) {
      throw new TypeConversionException("\"" + text + "\": " + noSize.getMessage());
    }
  }

  /**
   * Returns the limit that flags give, else that of the heap.
   *
   * @throws UsageException if the heap is smaller than the limit
   */
  static MemorySize limit(CommonFlags flags) {
    MemorySize heap = new MemorySize(Runtime.getRuntime().maxMemory());
    if (flags.memoryLimit == null) {
      return new MemorySize(heap.bytes() / QUARTERS * QUARTERS_FOR_RELEASES);
    }
    if (flags.memoryLimit.bytes() > heap.bytes()) {
      throw new UsageException(
          "--memory-limit "
              + flags.memoryLimit.toFlag()
              + " is more than the heap of the JVM, "
              + heap.toFlag()
              + "; give it more, such as TATAMI_JAVA_OPTIONS=-Xmx"
              + new MemorySize(flags.memoryLimit.bytes() / QUARTERS_FOR_RELEASES * QUARTERS)
                  .toFlag());
    }
    return flags.memoryLimit;
  }
}

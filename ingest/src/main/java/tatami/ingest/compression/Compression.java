package tatami.ingest.compression;

import com.github.luben.zstd.ZstdIOException;
import com.github.luben.zstd.ZstdInputStream;
import com.github.luben.zstd.ZstdOutputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PushbackInputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.zip.Deflater;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipException;

/**
 * How a file is packed, by the end of its name.
 *
 * <p>Zstandard is zstd-jni: the reference library itself, with the native code of all common
 * machines in its archive. The bytes that it writes depend on its version alone; those of gzip
 * depend on the zlib that a JDK brings or finds. Rejected: aircompressor, pure Java, whose last
 * line for Java 17 is kept for repairs alone and reads memory through {@code sun.misc.Unsafe}.
 */
public enum Compression {
  /** As it is. */
  NONE("", "nothing"),
  /** The format of gzip, several members included. */
  GZ(".gz", "gzip"),
  /** The format of zstd, several frames included. */
  ZST(".zst", "zstd");

  private static final int BUFFER_BYTES = 1 << 16;

  private final String suffix;
  private final String format;

  Compression(String suffix, String format) {
    this.suffix = suffix;
    this.format = format;
  }

  /** Returns how a file of a name is packed. */
  public static Compression of(String fileName) {
    return Arrays.stream(values())
        .filter(each -> each != NONE && fileName.endsWith(each.suffix))
        .findFirst()
        .orElse(NONE);
  }

  /** Returns the end of a file's name, with its point; empty for {@link #NONE}. */
  public String suffix() {
    return suffix;
  }

  /** Returns the name of the format, as messages use it. */
  public String format() {
    return format;
  }

  /**
   * Unpacks a stream; closing the result closes it.
   *
   * <p>While it is read, a stream that ends too early throws {@link EOFException}, and a damaged
   * one {@link ZipException}.
   *
   * @throws ZipException if the first bytes are not of the format
   * @throws EOFException if it ends before its first block
   */
  public InputStream unpack(InputStream packed) throws IOException {
    return switch (this) {
      case NONE -> packed;
      case GZ -> new GZIPInputStream(packed, BUFFER_BYTES);
      case ZST -> new Frames(packed);
    };
  }

  /**
   * Packs what is written at the format's fastest useful level; closing the result closes the
   * target. The file holds no time of writing, and zstd a checksum, as gzip does.
   */
  public OutputStream pack(OutputStream target) throws IOException {
    return switch (this) {
      case NONE -> target;
      case GZ -> new FastGzip(target);
      case ZST -> new ZstdOutputStream(target, 1).setChecksum(true);
    };
  }

  private static final class FastGzip extends GZIPOutputStream {

    FastGzip(OutputStream target) throws IOException {
      super(target, BUFFER_BYTES);
      def.setLevel(Deflater.BEST_SPEED);
    }
  }

  /** Frames of zstd, with the exceptions of gzip. */
  private static final class Frames extends FilterInputStream {

    /** A frame of data, and the first of the sixteen kinds of frames that hold none. */
    private static final int DATA_FRAME = 0xFD2FB528;

    private static final int SKIPPED_FRAME = 0x184D2A50;

    Frames(InputStream packed) throws IOException {
      super(new ZstdInputStream(withFrame(packed)));
    }

    private static InputStream withFrame(InputStream packed) throws IOException {
      PushbackInputStream start = new PushbackInputStream(packed, Integer.BYTES);
      byte[] bytes = start.readNBytes(Integer.BYTES);
      if (bytes.length < Integer.BYTES) {
        throw new EOFException("ends in the first bytes of a frame");
      }
      int kind = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getInt();
      if (kind != DATA_FRAME && (kind & ~0xF) != SKIPPED_FRAME) {
        throw new ZipException("does not start with a frame");
      }
      start.unread(bytes);
      return start;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      try {
        return in.read(target, offset, length);
      } catch (ZstdIOException damage) {
        boolean isCut = String.valueOf(damage.getMessage()).startsWith("Truncated");
        IOException failure =
            isCut ? new EOFException(damage.getMessage()) : new ZipException(damage.getMessage());
        failure.initCause(damage);
        throw failure;
      }
    }
  }
}

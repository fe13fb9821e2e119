package tatami.ingest.synthetic;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import tatami.ingest.synthetic.GeneratedFeeds.GeneratedFile;

/**
 * Writes one feed as {@code FEED-000.csv.gz}, under a temporary name until it is complete.
 *
 * <p>Bytes go to a buffer and from there to gzip at its fastest level; the file holds no time of
 * writing, so equal rows give equal bytes. Not thread-safe. Closing it before it was put in place
 * deletes the temporary file.
 */
final class FeedFile implements Closeable {

  private static final int BUFFER_BYTES = 1 << 16;

  private final String feed;
  private final Path target;
  private final Path temporary;
  private final OutputStream output;
  private final byte[] buffer = new byte[BUFFER_BYTES];
  private int used;
  private long rows = -1;

  FeedFile(Path folder, String feed, String... header) throws IOException {
    this.feed = feed;
    target = folder.resolve(feed + "-000.csv.gz");
    temporary = folder.resolve(feed + "-000.csv.gz.partial");
    output = new FastGzip(Files.newOutputStream(temporary));
    row(header);
  }

  /** Writes a row; an empty field is an absent value. */
  void row(String... fields) throws IOException {
    for (int position = 0; position < fields.length; position++) {
      char end = position + 1 < fields.length ? ',' : '\n';
      byte[] bytes = (quoted(fields[position]) + end).getBytes(StandardCharsets.UTF_8);
      append(bytes);
    }
    rows++;
  }

  /**
   * Writes a row for each night.
   *
   * @param key first fields of all of them, with the comma after the last
   * @param choices for each night, which of the values it has
   * @param values last fields, each with the line feed
   */
  void nights(byte[] key, Nights nights, byte[] choices, byte[][] values) throws IOException {
    for (int night = 0; night < choices.length; night++) {
      byte[] value = values[choices[night]];
      if (used + key.length + Nights.TEXT_BYTES + value.length > BUFFER_BYTES) {
        flush();
      }
      System.arraycopy(key, 0, buffer, used, key.length);
      used += key.length;
      nights.copyText(night, buffer, used);
      used += Nights.TEXT_BYTES;
      System.arraycopy(value, 0, buffer, used, value.length);
      used += value.length;
    }
    rows += choices.length;
  }

  /** Ends the file; it still has its temporary name. */
  void complete() throws IOException {
    flush();
    output.close();
  }

  /** Gives the completed file its name; a file of that name is replaced. */
  GeneratedFile putInPlace() throws IOException {
    Files.move(temporary, target, StandardCopyOption.REPLACE_EXISTING);
    return new GeneratedFile(feed, target.getFileName().toString(), rows, Files.size(target));
  }

  @Override
  public void close() throws IOException {
    try {
      output.close();
    } finally {
      Files.deleteIfExists(temporary);
    }
  }

  private void append(byte[] bytes) throws IOException {
    if (used + bytes.length > BUFFER_BYTES) {
      flush();
    }
    System.arraycopy(bytes, 0, buffer, used, bytes.length);
    used += bytes.length;
  }

  private void flush() throws IOException {
    output.write(buffer, 0, used);
    used = 0;
  }

  private static String quoted(String field) {
    boolean plain = field.chars().noneMatch(sign -> sign == ',' || sign == '"' || sign == '\n');
    return plain ? field : '"' + field.replace("\"", "\"\"") + '"';
  }

  private static final class FastGzip extends GZIPOutputStream {

    FastGzip(OutputStream output) throws IOException {
      super(output, BUFFER_BYTES);
      def.setLevel(Deflater.BEST_SPEED);
    }
  }
}

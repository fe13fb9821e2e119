package tatami.ingest.synthetic;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import tatami.ingest.compression.Compression;
import tatami.ingest.synthetic.GeneratedFeeds.GeneratedFile;

/**
 * Writes one file, under a temporary name until it is complete.
 *
 * <p>Bytes go to a buffer and from there to the compression; the file holds no time of writing, so
 * equal rows give equal bytes. Not thread-safe. Closing it before it was put in place deletes the
 * temporary file.
 */
final class FeedFile implements Closeable {

  private static final int BUFFER_BYTES = 1 << 16;

  private final Name name;
  private final Path folder;
  private final Path temporary;
  private final OutputStream output;
  private final FeedMess mess;
  private final byte[] buffer = new byte[BUFFER_BYTES];
  private int used;
  private long rows;

  /**
   * Starts a file with its header.
   *
   * @param mess which rows are broken, and how
   */
  FeedFile(Path folder, Name name, FeedMess mess, String... header) throws IOException {
    this.folder = folder;
    this.name = name;
    this.mess = mess;
    temporary = folder.resolve(name.text() + ".partial");
    output = name.compression().pack(Files.newOutputStream(temporary));
    append(line(header));
  }

  /**
   * A file's name.
   *
   * @param feed what it delivers
   * @param stem how its name begins, up to {@code .csv}
   * @param compression how it is packed
   */
  record Name(String feed, String stem, Compression compression) {

    /** Returns the name of the only file of a feed. */
    static Name of(String feed, Compression compression) {
      return new Name(feed, feed + "-000", compression);
    }

    String text() {
      return stem + ".csv" + compression.suffix();
    }
  }

  /** Returns a row with its line feed; an empty field is an absent value. */
  static byte[] line(String... fields) {
    StringBuilder line = new StringBuilder();
    for (int position = 0; position < fields.length; position++) {
      line.append(quoted(fields[position])).append(position + 1 < fields.length ? ',' : '\n');
    }
    return line.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** Writes a row; an empty field is an absent value. */
  void row(String... fields) throws IOException {
    if (mess.isNext(rows)) {
      brokenRow(fields);
    } else {
      append(line(fields));
      rows++;
    }
  }

  /**
   * Writes a row for each night.
   *
   * @param key first fields of all of them, with the comma after the last
   * @param choices for each night, which of the values it has; nights beyond them have no row
   * @param values last fields, each with the line feed
   */
  void nights(byte[] key, Nights nights, byte[] choices, byte[][] values) throws IOException {
    for (int night = 0; night < choices.length; night++) {
      night(key, nights, night, values[choices[night]]);
    }
  }

  /**
   * Writes the row of one night.
   *
   * @param key first fields, with the comma after the last
   * @param value last fields, with the line feed
   */
  void night(byte[] key, Nights nights, int night, byte[] value) throws IOException {
    if (mess.isNext(rows)) {
      String fields = text(key) + nights.day(night) + "," + text(value).stripTrailing();
      brokenRow(fields.split(",", -1));
      return;
    }
    if (used + key.length + Nights.TEXT_BYTES + value.length > BUFFER_BYTES) {
      flush();
    }
    System.arraycopy(key, 0, buffer, used, key.length);
    used += key.length;
    nights.copyText(night, buffer, used);
    used += Nights.TEXT_BYTES;
    System.arraycopy(value, 0, buffer, used, value.length);
    used += value.length;
    rows++;
  }

  /** Ends the file; it still has its temporary name. */
  void complete() throws IOException {
    flush();
    output.close();
  }

  /** Gives the completed file its name; what was there, packed in whatever way, is replaced. */
  GeneratedFile putInPlace() throws IOException {
    for (Compression former : Compression.values()) {
      Files.deleteIfExists(folder.resolve(new Name(name.feed(), name.stem(), former).text()));
    }
    Path target = folder.resolve(name.text());
    Files.move(temporary, target, StandardCopyOption.REPLACE_EXISTING);
    return new GeneratedFile(name.feed(), name.text(), rows, Files.size(target));
  }

  @Override
  public void close() throws IOException {
    try {
      output.close();
    } finally {
      Files.deleteIfExists(temporary);
    }
  }

  /** Writes what becomes of a row; line 1 is the header. */
  private void brokenRow(String[] fields) throws IOException {
    long line = rows + 2;
    for (byte[] text : mess.breakRow(name.text(), line, fields)) {
      append(text);
      rows++;
    }
    mess.goOn(rows);
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

  private static String text(byte[] ascii) {
    return new String(ascii, StandardCharsets.US_ASCII);
  }

  private static String quoted(String field) {
    boolean plain = field.chars().noneMatch(sign -> sign == ',' || sign == '"' || sign == '\n');
    return plain ? field : '"' + field.replace("\"", "\"\"") + '"';
  }
}

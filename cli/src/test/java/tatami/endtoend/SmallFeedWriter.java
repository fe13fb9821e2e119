package tatami.endtoend;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/**
 * Writes the small committed feeds of both vintages, always the same.
 *
 * <p>From the project's folder, after {@code mvn test-compile}, run this class with the test class
 * path of {@code cli} and one argument: {@code cli/src/test/resources/feeds}.
 */
final class SmallFeedWriter {

  private SmallFeedWriter() {}

  /** Writes both feeds below a folder. */
  public static void main(String[] arguments) throws IOException {
    Path root = Path.of(arguments[0]);
    for (SmallVintage vintage : SmallVintage.values()) {
      Path folder = Files.createDirectories(root.resolve(vintage.folder()));
      SmallListings listings = new SmallListings(vintage);
      write(folder.resolve("listings.csv.gz"), listingsText(vintage));
      write(folder.resolve("calendar.csv.gz"), calendarText(vintage, listings));
    }
  }

  /** Returns the text of the listing file. */
  static String listingsText(SmallVintage vintage) throws IOException {
    return text(vintage, new SmallListings(vintage).fileRows());
  }

  /** Returns the text of the calendar file. */
  static String calendarText(SmallVintage vintage, SmallListings listings) throws IOException {
    return text(vintage, new SmallCalendar(vintage, listings).fileRows());
  }

  private static String text(SmallVintage vintage, List<List<String>> rows) throws IOException {
    StringWriter text = new StringWriter();
    text.write(vintage.beginsWithMark() ? "\uFEFF" : "");
    LineDelimiter end = vintage.beginsWithMark() ? LineDelimiter.CRLF : LineDelimiter.LF;
    try (CsvWriter csv = CsvWriter.builder().lineDelimiter(end).build(text)) {
      rows.forEach(csv::writeRecord);
    }
    return text.toString();
  }

  /** Compresses a text into a file. */
  static void write(Path file, String text) throws IOException {
    writeBytes(file, text.getBytes(StandardCharsets.UTF_8));
  }

  /** Compresses bytes into a file. */
  static void writeBytes(Path file, byte[] content) throws IOException {
    try (OutputStream bytes = new GZIPOutputStream(Files.newOutputStream(file))) {
      bytes.write(content);
    }
  }
}

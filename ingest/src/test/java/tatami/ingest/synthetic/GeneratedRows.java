package tatami.ingest.synthetic;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tatami.ingest.compression.Compression;
import tatami.ingest.synthetic.GeneratedFeeds.GeneratedFile;

/** Reads generated files back with the reader that real feeds are read with, at its strictest. */
final class GeneratedRows {

  private GeneratedRows() {}

  /** Returns the file of a feed. */
  static GeneratedFile file(GeneratedFeeds feeds, String feed) {
    return feeds.files().stream()
        .filter(file -> file.feed().equals(feed))
        .findFirst()
        .orElseThrow();
  }

  static List<NamedCsvRecord> read(GeneratedFeeds feeds, String feed) throws IOException {
    Path file = feeds.folder().resolve(file(feeds, feed).name());
    try (CsvReader<NamedCsvRecord> reader =
        CsvReader.builder()
            .allowUnclosedQuote(false)
            .extraFieldStrategy(FieldMismatchStrategy.STRICT)
            .missingFieldStrategy(FieldMismatchStrategy.STRICT)
            .skipEmptyLines(false)
            .ofNamedCsvRecord(open(file))) {
      return reader.stream().toList();
    }
  }

  static byte[] readText(Path file) throws IOException {
    try (InputStream text = open(file)) {
      return text.readAllBytes();
    }
  }

  private static InputStream open(Path file) throws IOException {
    return Compression.of(file.getFileName().toString()).unpack(Files.newInputStream(file));
  }

  /** Joins fields of a record by commas. */
  static String fields(NamedCsvRecord record, String... columns) {
    StringBuilder joined = new StringBuilder();
    for (String column : columns) {
      joined.append(joined.isEmpty() ? "" : ",").append(record.getField(column));
    }
    return joined.toString();
  }
}

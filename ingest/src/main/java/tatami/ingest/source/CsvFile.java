package tatami.ingest.source;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.zip.ZipException;
import tatami.ingest.feed.FeedDefinition;

/** Reads one CSV file, plain, gzip or zstd, as a stream. */
final class CsvFile {

  private static final int BUFFER_BYTES = 1 << 16;

  private final FeedDefinition feed;
  private final FeedFile file;

  CsvFile(FeedDefinition feed, FeedFile file) {
    this.feed = feed;
    this.file = file;
  }

  void checkHeader() {
    guarded(
        () -> {
          try (Utf8Reader text = open();
              CsvReader<CsvRecord> reader = csv(text, new StrayQuotes());
              CloseableIterator<CsvRecord> records = reader.iterator()) {
            return header(records).fieldCount();
          }
        });
  }

  /** Returns how many rows there were. */
  long read(RowVisitor visitor) {
    return guarded(
        () -> {
          StrayQuotes quotes = new StrayQuotes();
          try (Utf8Reader text = open();
              CsvReader<CsvRecord> reader = csv(text, quotes);
              CloseableIterator<CsvRecord> records = reader.iterator()) {
            HeaderBinding binding = header(records);
            long rows = visitAll(records, binding, text, quotes, visitor);
            if (!file.isUnchanged()) {
              throw refused("changed while it was read; deliver it under another name and move it");
            }
            return rows;
          }
        });
  }

  private long visitAll(
      CloseableIterator<CsvRecord> records,
      HeaderBinding binding,
      Utf8Reader text,
      StrayQuotes quotes,
      RowVisitor visitor) {
    long rows = 0;
    String name = file.name();
    while (records.hasNext()) {
      CsvRecord record = records.next();
      rows++;
      SourceRow row = new SourceRow(name, record, binding);
      if (record.getFieldCount() != binding.fieldCount()) {
        refuseIfCut(records, record, binding, text);
        visitor.brokenRow(
            row, record.getFieldCount() + " fields where the header has " + binding.fieldCount());
      } else if (text.sawMalformedBytes() && hasMalformedBytes(record)) {
        visitor.brokenRow(row, "bytes that are not UTF-8");
      } else if (quotes.isIn(record)) {
        visitor.brokenRow(row, "a quote inside a field that is not quoted");
      } else {
        visitor.row(row);
      }
    }
    return rows;
  }

  private void refuseIfCut(
      CloseableIterator<CsvRecord> records,
      CsvRecord record,
      HeaderBinding binding,
      Utf8Reader text) {
    boolean isShort = record.getFieldCount() < binding.fieldCount();
    if (isShort && !records.hasNext() && !text.endsWithNewline()) {
      throw refused(
          "ends in the middle of a row (line "
              + record.getStartingLineNumber()
              + "): it was cut; deliver it again");
    }
  }

  private static boolean hasMalformedBytes(CsvRecord record) {
    for (String field : record.getFields()) {
      if (Utf8Reader.containsMalformedByte(field)) {
        return true;
      }
    }
    return false;
  }

  private HeaderBinding header(CloseableIterator<CsvRecord> records) {
    if (!records.hasNext()) {
      throw refused("is empty; deliver it again");
    }
    List<String> header = records.next().getFields();
    return HeaderBinding.bind(feed, file.name(), header);
  }

  private CsvReader<CsvRecord> csv(Utf8Reader text, StrayQuotes quotes) {
    return CsvReader.builder()
        .fieldSeparator(feed.separator())
        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
        .allowUnclosedQuote(false)
        .build(CsvRecordHandler.of(handler -> handler.fieldModifier(quotes)), text);
  }

  private Utf8Reader open() throws IOException {
    if (file.bytes() == 0) {
      throw refused("is empty (0 bytes); deliver it again");
    }
    InputStream bytes = new BufferedInputStream(Files.newInputStream(file.path()), BUFFER_BYTES);
    try {
      return new Utf8Reader(file.compression().unpack(bytes));
    } catch (ZipException | EOFException e) {
      bytes.close();
      throw refused(
          "is not "
              + file.compression().format()
              + ", although its name ends in "
              + file.compression().suffix());
    }
  }

  private FeedRefusedException refused(String reason) {
    return new FeedRefusedException(feed.name(), file.name() + " " + reason);
  }

  private <T> T guarded(Reading<T> reading) {
    try {
      return reading.run();
    } catch (CsvParseException e) {
      throw translated(e, e.getCause() instanceof IOException cause ? cause : null);
    } catch (UncheckedIOException e) {
      throw translated(e, e.getCause());
    } catch (IOException e) {
      throw translated(e, e);
    }
  }

  private FeedRefusedException translated(Exception thrown, IOException cause) {
    if (cause instanceof EOFException) {
      return refused(
          "is cut: its "
              + file.compression().format()
              + " stream ends too early; deliver it again");
    }
    if (cause instanceof ZipException) {
      return refused("is damaged: " + cause.getMessage() + "; deliver it again");
    }
    return refused("cannot be read as CSV: " + thrown.getMessage());
  }

  private interface Reading<T> {
    T run() throws IOException;
  }
}

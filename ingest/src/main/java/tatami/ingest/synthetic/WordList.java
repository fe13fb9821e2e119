package tatami.ingest.synthetic;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/** A word list: a CSV resource beside this class, UTF-8, with a header. */
final class WordList {

  private final List<NamedCsvRecord> records;

  private WordList(List<NamedCsvRecord> records) {
    this.records = records;
  }

  static WordList read(String name) {
    try (InputStream resource = WordList.class.getResourceAsStream(name)) {
      if (resource == null) {
        throw new IllegalStateException("word list is missing in the program: resource=" + name);
      }
      try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(resource)) {
        return new WordList(reader.stream().toList());
      }
    } catch (IOException cause) {
      throw new UncheckedIOException("word list cannot be read: resource=" + name, cause);
    }
  }

  /** Makes a value of each record, in the list's order. */
  <T> List<T> list(Function<NamedCsvRecord, T> value) {
    return records.stream().map(value).toList();
  }

  /** Makes a choice among the values of all records, weighted by a column. */
  <T> Choice<T> choose(String weightColumn, Function<NamedCsvRecord, T> value) {
    return new Choice<>(list(value), list(record -> number(record, weightColumn)));
  }

  WordList where(Predicate<NamedCsvRecord> condition) {
    return new WordList(records.stream().filter(condition).toList());
  }

  static int number(NamedCsvRecord record, String column) {
    return Integer.parseInt(record.getField(column));
  }

  /** Splits a field of texts joined by {@code |}; an empty field has none. */
  static List<String> texts(NamedCsvRecord record, String column) {
    String field = record.getField(column);
    return field.isEmpty() ? List.of() : List.of(field.split("\\|"));
  }
}

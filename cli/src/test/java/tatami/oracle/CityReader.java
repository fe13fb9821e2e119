package tatami.oracle;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;

/**
 * Reads {@code listings.csv.gz} and {@code calendar.csv.gz} of one city, of either vintage.
 *
 * <p>Identical rows of one key count once; rows that contradict each other are all dropped, for a
 * listing as for a night. A row with a value of a wrong type is dropped alone.
 */
public final class CityReader {

  private static final Night CONTRADICTION = new Night(false, null, Integer.MIN_VALUE, null);

  private final Path folder;
  private final int currencyDigits;
  private final Map<String, LocalDate> days = new HashMap<>();
  private final Map<Night, Night> sameNights = new HashMap<>();
  private final Map<Long, Map<LocalDate, Night>> calendar = new HashMap<>();
  private int calendarRows;
  private int listingRows;
  private int rejectedRows;

  private CityReader(Path folder, int currencyDigits) {
    this.folder = folder;
    this.currencyDigits = currencyDigits;
  }

  /** Reads a folder; amounts get two digits after the point. */
  public static City read(Path folder) throws IOException {
    return new CityReader(folder, 2).read();
  }

  private City read() throws IOException {
    readCalendar();
    LocalDate first = new TreeSet<>(days.values()).first();
    LocalDate last = new TreeSet<>(days.values()).last();
    int nights = (int) (last.toEpochDay() - first.toEpochDay()) + 1;
    List<Listing> listings = new ArrayList<>();
    for (Map<String, String> row : readListingRows()) {
      try {
        listings.add(listing(row, first, nights));
      } catch (IllegalArgumentException e) {
        rejectedRows++;
      }
    }
    return new City(first, nights, List.copyOf(listings), calendarRows, listingRows, rejectedRows);
  }

  private void readCalendar() throws IOException {
    try (CsvReader<NamedCsvRecord> csv = open("calendar.csv.gz")) {
      for (NamedCsvRecord row : csv) {
        calendarRows++;
        try {
          add(Long.parseLong(row.getField("listing_id")), day(row.getField("date")), night(row));
        } catch (IllegalArgumentException | ArithmeticException | DateTimeParseException e) {
          rejectedRows++;
        }
      }
    }
  }

  private void add(long id, LocalDate day, Night night) {
    Map<LocalDate, Night> nights = calendar.computeIfAbsent(id, absent -> new HashMap<>());
    Night earlier = nights.get(day);
    boolean same = earlier == null || earlier.equals(night);
    nights.put(day, same ? night : CONTRADICTION);
  }

  private LocalDate day(String text) {
    return days.computeIfAbsent(text, LocalDate::parse);
  }

  private Night night(NamedCsvRecord row) {
    Night night =
        new Night(
            FieldText.flag(row.getField("available")),
            FieldText.money(row.findField("price").orElse(""), currencyDigits),
            FieldText.wholeNumber(row.findField("minimum_nights").orElse("")),
            FieldText.wholeNumber(row.findField("maximum_nights").orElse("")));
    return sameNights.computeIfAbsent(night, first -> first);
  }

  private List<Map<String, String>> readListingRows() throws IOException {
    Map<String, Map<String, String>> byId = new LinkedHashMap<>();
    TreeSet<String> contradicted = new TreeSet<>();
    try (CsvReader<NamedCsvRecord> csv = open("listings.csv.gz")) {
      for (NamedCsvRecord record : csv) {
        listingRows++;
        Map<String, String> row = record.getFieldsAsMap();
        Map<String, String> earlier = byId.putIfAbsent(row.get("id"), row);
        if (earlier != null && !earlier.equals(row)) {
          contradicted.add(row.get("id"));
        }
      }
    }
    contradicted.forEach(byId::remove);
    return new ArrayList<>(byId.values());
  }

  private Listing listing(Map<String, String> row, LocalDate first, int nights) {
    long id = Long.parseLong(row.get("id"));
    return new Listing(
        id,
        row,
        FieldText.pathNodes(
            row.get("neighbourhood_group_cleansed"), row.get("neighbourhood_cleansed")),
        FieldText.tags(row.get("amenities")),
        FieldText.decimal(row.get("review_scores_rating")),
        FieldText.wholeNumber(row.get("number_of_reviews")),
        FieldText.wholeNumber(row.get("accommodates")),
        new Listing.Limits(
            FieldText.wholeNumber(row.get("minimum_nights")),
            FieldText.wholeNumber(row.get("maximum_nights"))),
        point(row.get("latitude"), row.get("longitude")),
        nightsInOrder(calendar.getOrDefault(id, Map.of()), first, nights));
  }

  private static GlobePoint point(String latitude, String longitude) {
    boolean absent = latitude.isEmpty() || longitude.isEmpty();
    return absent
        ? null
        : GlobePoint.ofDegrees(Double.parseDouble(latitude), Double.parseDouble(longitude));
  }

  private static List<Night> nightsInOrder(
      Map<LocalDate, Night> byDay, LocalDate first, int nights) {
    Night[] inOrder = new Night[nights];
    for (int offset = 0; offset < nights; offset++) {
      Night night = byDay.get(first.plusDays(offset));
      inOrder[offset] = CONTRADICTION.equals(night) ? null : night;
    }
    return Collections.unmodifiableList(Arrays.asList(inOrder));
  }

  private CsvReader<NamedCsvRecord> open(String file) throws IOException {
    InputStream bytes = new GZIPInputStream(Files.newInputStream(folder.resolve(file)), 1 << 16);
    return CsvReader.builder().detectBomHeader(true).ofNamedCsvRecord(bytes);
  }
}

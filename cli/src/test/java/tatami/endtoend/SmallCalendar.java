package tatami.endtoend;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** The nights of invented listings, with every oddity that a file may have. */
final class SmallCalendar {

  private static final int WITHOUT_CALENDAR = 19;
  private static final int FREE = 20;
  private static final int ALWAYS_CLOSED = 21;
  private static final int DEAR = 22;
  private static final int DEARER = 23;

  private final SmallVintage vintage;
  private final SmallListings listings;
  private final Random random;
  private final List<List<String>> rows = new ArrayList<>();

  SmallCalendar(SmallVintage vintage, SmallListings listings) {
    this.vintage = vintage;
    this.listings = listings;
    this.random = new Random(vintage.seed() + 77);
    for (int listing = 0; listing < vintage.listings(); listing++) {
      if (listing != WITHOUT_CALENDAR) {
        addNights(listing);
      }
    }
    addOddRows();
  }

  /** Returns the header and the rows, some of them out of order. */
  List<List<String>> fileRows() {
    for (int swap = 0; swap < rows.size() / 20; swap++) {
      Collections.swap(rows, random.nextInt(rows.size()), random.nextInt(rows.size()));
    }
    List<List<String>> all = new ArrayList<>();
    all.add(
        vintage.limitsPerNight()
            ? List.of(
                "listing_id",
                "date",
                "available",
                "price",
                "adjusted_price",
                "minimum_nights",
                "maximum_nights")
            : List.of("listing_id", "date", "available", "price"));
    all.addAll(rows);
    return all;
  }

  private void addNights(int listing) {
    boolean mostlyOpen = listing % 4 == 0;
    boolean open = true;
    long basePrice = basePrice(listing);
    for (int night = 0; night < vintage.nights(); night++) {
      if (random.nextInt(mostlyOpen ? 200 : 7) == 0) {
        open = !open || mostlyOpen;
      }
      boolean isMissing = night > 0 && night < vintage.nights() - 1 && random.nextInt(90) == 0;
      if (!isMissing || mostlyOpen) {
        rows.add(row(listing, night, open && listing != ALWAYS_CLOSED, price(basePrice, night)));
      }
    }
  }

  private long basePrice(int listing) {
    return switch (listing) {
      case FREE -> 0;
      case DEAR -> 999_999_900L;
      case DEARER -> 3_000_000_000L;
      default -> 2_000 + random.nextInt(60) * (listing % 9 == 0 ? 2_995L : 500L);
    };
  }

  private static long price(long basePrice, int night) {
    return night % 7 > 4 ? basePrice + basePrice / 500 * 100 : basePrice;
  }

  private List<String> row(int listing, int night, boolean open, long price) {
    boolean hasPrice =
        vintage.limitsPerNight() ? random.nextInt(80) > 0 : open && random.nextInt(80) > 0;
    List<String> row = new ArrayList<>();
    row.add(Long.toString(vintage.id(listing)));
    row.add(vintage.firstNight().plusDays(night).toString());
    row.add(open ? "t" : "f");
    row.add(hasPrice ? money(price) : "");
    if (vintage.limitsPerNight()) {
      row.add("$7.77");
      row.add(limit(listing, "minimum_nights", List.of("", "1", "2", "5", "200", "2147483647")));
      row.add(
          limit(listing, "maximum_nights", List.of("", "1", "3", "28", "2147483647", "100000")));
    }
    return row;
  }

  /** The listing's own limit in the calendar as well, but now and then another one or none. */
  private String limit(int listing, String column, List<String> others) {
    return random.nextInt(7) == 0
        ? others.get(random.nextInt(others.size()))
        : listings.field(listing, column);
  }

  private String money(long price) {
    String pattern = random.nextInt(10) == 0 ? "$%d.%02d" : "$%,d.%02d";
    return String.format(Locale.ROOT, pattern, price / 100, price % 100);
  }

  private void addOddRows() {
    int honest = rows.size();
    for (int odd = 0; odd < 40; odd++) {
      List<String> row = rows.get(random.nextInt(honest));
      rows.add(row);
    }
    for (int odd = 0; odd < 30; odd++) {
      List<String> row = rows.get(random.nextInt(honest));
      boolean price = random.nextBoolean();
      rows.add(with(row, price ? 3 : 2, price ? "$66.00" : row.get(2).equals("t") ? "f" : "t"));
      if (odd % 5 == 0) {
        rows.add(row);
      }
    }
    for (int odd = 0; odd < 40; odd++) {
      rows.add(with(rows.get(random.nextInt(honest)), 0, odd % 2 == 0 ? "999" : "1234567890123"));
    }
    rows.add(with(with(rows.get(5), 0, "998"), 2, "x"));
    rows.add(with(with(rows.get(6), 0, "998"), 3, "$12.345"));
    rows.add(with(with(rows.get(7), 0, "998"), 1, "2016-13-01"));
    rows.add(with(with(rows.get(8), 0, "998"), 3, "dear"));
    rows.add(with(rows.get(9), 0, "not a number"));
  }

  private static List<String> with(List<String> row, int column, String value) {
    List<String> changed = new ArrayList<>(row);
    changed.set(column, value);
    return changed;
  }
}

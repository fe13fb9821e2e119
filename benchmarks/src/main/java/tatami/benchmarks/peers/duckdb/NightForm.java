package tatami.benchmarks.peers.duckdb;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** How the nights of an offer are kept, and how a statement names them. */
public enum NightForm {
  /** A row for each night that can be sold, ordered by night, then offer. */
  ROWS,
  /** A list for the prices of an offer, and one for the lengths of stay. */
  LISTS,
  /** A column for each night's price, and one for each day's lengths of stay. */
  COLUMNS;

  /**
   * The price of a closed night where closed nights have one: a sum with one is at least as large,
   * and columns without nulls are read and added faster.
   */
  static final int CLOSED_PRICE = 100_000_000;

  /** Returns the name in reports. */
  public String label() {
    return switch (this) {
      case ROWS -> "a row a night";
      case LISTS -> "lists";
      case COLUMNS -> "a column a day";
    };
  }

  /** Names the table of offers that so many adults can book. */
  static String offers(int adults) {
    return "offer_" + adults;
  }

  /** Names the table of nights for so many adults; only {@link #ROWS} has it. */
  static String nights(int adults) {
    return "night_" + adults;
  }

  /** Returns the price of a night of the horizon for the night of a stay. */
  String price(int night, int ofStay) {
    return switch (this) {
      case ROWS -> "night" + ofStay + ".price";
      case LISTS -> "prices[" + (night + 1) + "]";
      case COLUMNS -> "p" + night;
    };
  }

  /** Returns the lengths of stay of a day of arrival, a bit for each. */
  String stays(int day) {
    return switch (this) {
      case ROWS -> "night0.stays";
      case LISTS -> "stays[" + (day + 1) + "]";
      case COLUMNS -> "s" + day;
    };
  }

  /** Returns the columns of an offer's nights, each with a comma before it. */
  String columns(int nights) {
    return switch (this) {
      case ROWS -> "";
      case LISTS -> ", prices INTEGER[], stays INTEGER[]";
      case COLUMNS ->
          IntStream.range(0, nights)
              .mapToObj(night -> ", p" + night + " INTEGER, s" + night + " INTEGER")
              .collect(Collectors.joining());
    };
  }

  /**
   * Returns what a stay is read from: offers, joined with each of its nights where they are rows.
   */
  String from(int adults, int checkIn, int nights) {
    StringBuilder from = new StringBuilder(offers(adults)).append(" AS offer");
    for (int night = 0; this == ROWS && night < nights; night++) {
      from.append("\n  JOIN ")
          .append(nights(adults))
          .append(" AS night")
          .append(night)
          .append(" ON night")
          .append(night)
          .append(".offer = offer.offer AND night")
          .append(night)
          .append(".night = ")
          .append(checkIn + night);
    }
    return from.toString();
  }
}

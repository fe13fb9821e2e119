package tatami.benchmarks.form;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * One way to ask: over a table alone, or over offers with stock and price.
 *
 * @param group forms of one group answer the same, and are compared with its first
 * @param name of the way
 * @param stock the table with rooms left; null where only prices are read
 * @param price the table with prices; null where only stock is read
 */
record FormQuestion(String group, String name, FormTable stock, FormTable price) {

  /** Tables whose bytes count, the shared calendars left out. */
  List<FormTable> tables() {
    List<FormTable> tables = new ArrayList<>();
    if (stock != null) {
      tables.add(stock);
    }
    if (price != null) {
      tables.add(price);
    }
    return tables;
  }

  /** Returns the statement: the number of bookable offers and the sum of their totals. */
  String sql(int nights, Share share) {
    String from =
        stock != null && price != null
            ? "tatami_benchmark.form_offer o JOIN "
                + from(stock, "s")
                + " ON s.id = o.stock JOIN "
                + from(price, "p")
                + " ON p.id = o.id"
            : stock != null ? from(stock, "s") : from(price, "p");
    String total = price == null ? "1" : sum(price.cells().cell("p"), nights);
    return "SELECT count(*), coalesce(sum("
        + total
        + "), 0) FROM "
        + from
        + (price == null ? "" : " " + price.cells().joins("p"))
        + " WHERE "
        + (stock == null ? "" : least(stock.cells().cell("s"), nights) + " >= 1 AND ")
        + (price == null ? "TRUE" : least(price.cells().cell("p"), nights) + " >= 0")
        + (share == Share.ALL ? "" : " AND " + key() + " = ANY (?)");
  }

  private String key() {
    return stock != null && price != null ? "o.id" : stock != null ? "s.id" : "p.id";
  }

  /** Returns the nights in the order of the statement's place-holders. */
  List<Integer> bind(int firstNight, int nights) {
    List<Integer> places = new ArrayList<>();
    if (price != null) {
      addPlaces(price.cells(), firstNight, nights, places);
    }
    if (stock != null) {
      addPlaces(stock.cells(), firstNight, nights, places);
    }
    if (price != null) {
      addPlaces(price.cells(), firstNight, nights, places);
    }
    return places;
  }

  private static void addPlaces(CellForm form, int first, int nights, List<Integer> places) {
    for (int night = first; night < first + nights; night++) {
      places.addAll(Collections.nCopies(form.uses(), form.place().apply(night)));
    }
  }

  private static String from(FormTable table, String alias) {
    return "tatami_benchmark." + table.name() + " " + alias;
  }

  private static String sum(String cell, int nights) {
    return String.join(" + ", Collections.nCopies(nights, cell + "::int8"));
  }

  private static String least(String cell, int nights) {
    return "LEAST(" + String.join(", ", Collections.nCopies(nights, cell)) + ")";
  }

  /** Which offers are asked. */
  enum Share {
    /** All of them. */
    ALL,
    /** One in a hundred, by id. */
    HUNDREDTH
  }
}

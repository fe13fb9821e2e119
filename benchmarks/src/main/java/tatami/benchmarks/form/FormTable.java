package tatami.benchmarks.form;

import java.util.Arrays;
import java.util.stream.Collectors;
import tatami.benchmarks.calendar.Dataset;

/**
 * A table of one form.
 *
 * @param name its name
 * @param cells how it holds cells
 * @param content what it holds
 * @param calendars how many calendars lie side by side in a row; those behind the first are of
 *     other offers
 */
record FormTable(String name, CellForm cells, Content content, int calendars) {

  /** What a table holds. */
  enum Content {
    STOCK,
    OPEN,
    PRICE
  }

  static FormTable of(String name, CellForm cells, Content content) {
    return new FormTable(name, cells, content, 1);
  }

  String ddl() {
    StringBuilder columns = new StringBuilder("id int4 NOT NULL, " + cells.columns());
    for (int further = 2; further <= calendars; further++) {
      columns.append(", further_").append(further).append(' ').append(cells.columns().substring(6));
    }
    return "CREATE TABLE tatami_benchmark." + name + " (" + columns + ")";
  }

  /** Appends the line of an offer, as COPY reads it. */
  void append(int offer, StringBuilder line) {
    line.append(offer);
    for (int calendar = 0; calendar < calendars; calendar++) {
      FormCalendar source = FormCalendar.of(offer + calendar * 1_000_000);
      line.append('\t').append(cells.isShared() ? shared(source) : field(values(source)));
    }
    line.append('\n');
  }

  private int[] values(FormCalendar source) {
    return switch (content) {
      case STOCK -> source.rooms();
      case OPEN -> Arrays.stream(source.rooms()).map(rooms -> Math.min(rooms, 1)).toArray();
      case PRICE -> source.prices();
    };
  }

  private String field(int[] values) {
    if (cells.columns().contains("[]")) {
      return array(values);
    }
    if (cells.name().startsWith("bits")) {
      return bits(values);
    }
    int width = cells.name().charAt(cells.name().length() - 1) - '0';
    byte[] bytes = new byte[values.length * width];
    for (int night = 0; night < values.length; night++) {
      for (int part = 0; part < width; part++) {
        bytes[night * width + part] = (byte) (values[night] + 1 >> 8 * part);
      }
    }
    return hex(bytes);
  }

  private static String shared(FormCalendar source) {
    int[] priced = new int[Dataset.NIGHTS];
    boolean isComplete = true;
    for (int night = 0; night < priced.length; night++) {
      priced[night] = source.priced()[night] ? 1 : 0;
      isComplete &= source.priced()[night];
    }
    return source.calendar()
        + "\t"
        + array(source.levels())
        + "\t"
        + (isComplete ? "\\N" : bits(priced));
  }

  private static String array(int[] values) {
    return Arrays.stream(values)
        .mapToObj(Integer::toString)
        .collect(Collectors.joining(",", "{", "}"));
  }

  private static String bits(int[] values) {
    byte[] bytes = new byte[(values.length + 7) / 8];
    for (int night = 0; night < values.length; night++) {
      bytes[night / 8] |= (byte) (values[night] << night % 8);
    }
    return hex(bytes);
  }

  static String hex(byte[] bytes) {
    StringBuilder text = new StringBuilder("\\\\x");
    for (byte part : bytes) {
      text.append(Character.forDigit(part >> 4 & 15, 16)).append(Character.forDigit(part & 15, 16));
    }
    return text.toString();
  }
}

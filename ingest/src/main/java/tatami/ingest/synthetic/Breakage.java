package tatami.ingest.synthetic;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** One way to break a row. */
interface Breakage {

  /** Returns its name in the list of broken rows. */
  String kind();

  /** Returns the lines that a row becomes; at least one. */
  List<Line> apply(String... fields);

  /** What a reader has to make of a line. */
  enum Outcome {
    /** It goes to quarantine. */
    REJECTED,
    /** It counts as a duplicate of the line before it. */
    DUPLICATE,
    /** It is taken, and belongs to nothing. */
    UNUSED,
    /** It is as good as ever. */
    TAKEN;

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * A line of a file, with its line feed.
   *
   * @param reason what the quarantine's reason contains; empty where nothing is rejected
   */
  record Line(byte[] text, Outcome outcome, String reason) {}

  /** Lists the ways to break rows of a feed, those of all feeds and those of its columns. */
  static List<Breakage> list(String feed, List<String> header) {
    List<Breakage> breakages = new ArrayList<>();
    breakages.addAll(
        WordList.read("breakages.csv")
            .where(line -> line.getField("feed").equals(feed))
            .list(line -> OfColumn.of(line, header)));
    breakages.addAll(List.of(OfText.values()));
    return List.copyOf(breakages);
  }

  /** Breaks the text of a row, whatever its columns are; the first is a plain code. */
  enum OfText implements Breakage {
    /** The last field is gone. */
    MISSING_FIELD,
    /** There is a field too many. */
    EXTRA_FIELD,
    /** A quote stands in a field that is not quoted. */
    STRAY_QUOTE,
    /** A sign lacks its last byte. */
    BROKEN_UTF8,
    /** The first field is empty. */
    EMPTY_KEY,
    /** The row is there twice. */
    DUPLICATE;

    @Override
    public String kind() {
      return name().toLowerCase(Locale.ROOT);
    }

    @Override
    public List<Line> apply(String... fields) {
      int count = fields.length;
      byte[] line = FeedFile.line(fields);
      String code = fields[0];
      return switch (this) {
        case MISSING_FIELD ->
            rejected(FeedFile.line(Arrays.copyOf(fields, count - 1)), wrongCount(count - 1, count));
        case EXTRA_FIELD ->
            rejected(FeedFile.line(withOneMore(fields)), wrongCount(count + 1, count));
        case STRAY_QUOTE ->
            rejected(
                start(code.charAt(0) + "\"" + code.substring(1), line, code),
                "a quote inside a field that is not quoted");
        case BROKEN_UTF8 -> rejected(brokenUtf8(line, code), "bytes that are not UTF-8");
        case EMPTY_KEY -> rejected(start("", line, code), "is empty");
        case DUPLICATE ->
            List.of(new Line(line, Outcome.TAKEN, ""), new Line(line, Outcome.DUPLICATE, ""));
      };
    }

    private static List<Line> rejected(byte[] text, String reason) {
      return List.of(new Line(text, Outcome.REJECTED, reason));
    }

    private static String wrongCount(int count, int expected) {
      return count + " fields where the header has " + expected;
    }

    private static String[] withOneMore(String... fields) {
      String[] more = Arrays.copyOf(fields, fields.length + 1);
      more[fields.length] = "more";
      return more;
    }

    /** Puts a text, as it is, in the place of a line's first field. */
    private static byte[] start(String text, byte[] line, String code) {
      ByteArrayOutputStream broken = new ByteArrayOutputStream();
      broken.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
      broken.write(line, code.length(), line.length - code.length());
      return broken.toByteArray();
    }

    /** Puts two of the three bytes of a sign behind a line's first field. */
    private static byte[] brokenUtf8(byte[] line, String code) {
      ByteArrayOutputStream broken = new ByteArrayOutputStream();
      broken.write(line, 0, code.length());
      broken.write("松".getBytes(StandardCharsets.UTF_8), 0, 2);
      broken.write(line, code.length(), line.length - code.length());
      return broken.toByteArray();
    }
  }

  /**
   * Puts another text into a column, from the word list.
   *
   * @param position of the column
   * @param texts the first that is not there already; {@code *} in it is what is there
   */
  record OfColumn(String kind, int position, List<String> texts, Outcome outcome, String reason)
      implements Breakage {

    static OfColumn of(NamedCsvRecord line, List<String> header) {
      return new OfColumn(
          line.getField("kind"),
          header.indexOf(line.getField("column")),
          WordList.texts(line, "text"),
          Outcome.valueOf(line.getField("outcome").toUpperCase(Locale.ROOT)),
          line.getField("reason"));
    }

    @Override
    public List<Line> apply(String... fields) {
      String[] broken = fields.clone();
      String present = fields[position];
      String text = texts.stream().filter(each -> !each.equals(present)).findFirst().orElseThrow();
      broken[position] = text.replace("*", present);
      Line line = new Line(FeedFile.line(broken), outcome, reason);
      boolean contradicts = kind.equals("contradiction");
      return contradicts
          ? List.of(new Line(FeedFile.line(fields), outcome, reason), line)
          : List.of(line);
    }
  }
}

package tatami.query.whynot;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import tatami.query.request.Guests.Room;
import tatami.query.stay.Candidates;
import tatami.query.stay.OfferNumber;
import tatami.query.stay.Offers;
import tatami.query.stay.StayCells;
import tatami.query.stay.StayTerms.StayJudge;
import tatami.query.stay.WhyNot;

/**
 * Offers whose totals and codes are drawn: a line for each offer, its property first, then what
 * comes out of a stay for each check-in from night 0 on. A property without an offer stands alone.
 */
public final class JudgedTable implements Offers, StayJudge {

  private final BitSet properties = new BitSet();
  private final List<Integer> propertyOf = new ArrayList<>();
  private final List<List<String>> outcomes = new ArrayList<>();

  private JudgedTable() {}

  /** Reads a table. */
  public static JudgedTable of(String text) {
    JudgedTable table = new JudgedTable();
    text.lines().map(String::strip).filter(line -> !line.isEmpty()).forEach(table::add);
    return table;
  }

  private void add(String line) {
    List<String> words = List.of(line.split("\\s+"));
    int property = Integer.parseInt(words.get(0));
    properties.set(property);
    if (words.size() > 1) {
      propertyOf.add(property);
      outcomes.add(words.subList(1, words.size()));
    }
  }

  /** Returns the table as candidates, without cells. */
  public Candidates candidates() {
    StayCells cells =
        new StayCells(
            (id, night) -> 0,
            List.of(),
            null,
            null,
            null,
            null,
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            null);
    return new Candidates(properties, this, cells);
  }

  /** Returns the lines of one property. */
  public JudgedTable only(int property) {
    JudgedTable one = new JudgedTable();
    one.properties.set(property, properties.get(property));
    for (int position = 0; position < propertyOf.size(); position++) {
      if (propertyOf.get(position) == property) {
        one.propertyOf.add(property);
        one.outcomes.add(outcomes.get(position));
      }
    }
    return one;
  }

  @Override
  public long judge(int position, int checkIn, int nights) {
    String outcome = outcomes.get(position).get(checkIn);
    if (Character.isDigit(outcome.charAt(0))) {
      return Long.parseLong(outcome);
    }
    return -1 - WhyNot.valueOf(outcome.toUpperCase(Locale.ROOT)).ordinal();
  }

  @Override
  public boolean allowsLength(int position, int checkIn, int nights) {
    throw new UnsupportedOperationException("only whole stays are drawn");
  }

  @Override
  public long price(int position, int checkIn, int nights) {
    throw new UnsupportedOperationException("only whole stays are drawn");
  }

  @Override
  public List<Room> rooms(int position, int checkIn, int nights) {
    throw new AssertionError("nobody asks for rooms");
  }

  @Override
  public long[] openNights(int position) {
    throw new AssertionError("nobody asks for open nights");
  }

  @Override
  public int count() {
    return propertyOf.size();
  }

  @Override
  public int id(int position) {
    return 100 + position;
  }

  @Override
  public int property(int position) {
    return propertyOf.get(position);
  }

  @Override
  public int stock(int position) {
    return 200 + position;
  }

  @Override
  public long number(OfferNumber number, int position) {
    return 1000L * number.ordinal() + position;
  }
}

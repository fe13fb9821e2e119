package tatami.query.stay;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.BitSet;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tatami.query.request.Guests;
import tatami.query.request.Guests.Room;
import tatami.searchtable.description.ReleaseDescription;
import tatami.searchtable.description.StayLayout.Window;

/**
 * A party and an instant in the terms of a release: what each child policy, rebate and lead time
 * makes of them, compiled once a request. Immutable.
 */
public final class StayTerms {

  private final ReleaseTerms release;
  private final ReleaseDescription description;
  private final int rooms;
  private final long firstDay;
  private final int firstOpenNight;
  private final LeadTimeTerms leadTimes;
  private final PartyTerms party;

  private StayTerms(ReleaseTerms release, Guests guests, Instant now) {
    this.release = release;
    description = release.description();
    rooms = guests.roomCount();
    firstDay = Window.dayNumber(description.horizon().firstNight());
    LocalDate today = now.atZone(ZoneId.of(description.timeZone())).toLocalDate();
    long nightsAgo = Window.dayNumber(today) - firstDay;
    firstOpenNight = (int) Math.min(Math.max(nightsAgo, 0), horizonNights());
    leadTimes = release.leadTimes(now);
    party = PartyTerms.of(description.stay(), guests);
  }

  /** Compiles a question for a release that has stays. */
  public static StayTerms of(ReleaseDescription description, Guests guests, Instant now) {
    return new StayTerms(new ReleaseTerms(description), guests, now);
  }

  /** Compiles a question. */
  public static StayTerms of(ReleaseTerms release, Guests guests, Instant now) {
    return new StayTerms(release, guests, now);
  }

  /**
   * Returns which cells are read to judge stays.
   *
   * @param firstCheckIn night of the earliest check-in
   * @param lastCheckIn night of the latest check-in, itself inside
   * @param nights length of every stay
   */
  public StayNeeds needs(int firstCheckIn, int lastCheckIn, int nights) {
    int first = insideHorizon(firstCheckIn);
    int last = insideHorizon(lastCheckIn + nights - 1);
    return new StayNeeds(first, last, prices());
  }

  /** Returns which cells are read to find open nights: all from today on. */
  public StayNeeds needsOfOpenNights() {
    int last = horizonNights() - 1;
    return new StayNeeds(insideHorizon(firstOpenNight), last, prices());
  }

  /** Judges stays of some offers. */
  public StayJudge judge(Offers offers, StayCells cells) {
    NightCells[] prices = cells.prices().toArray(new NightCells[0]);
    return new OfferJudge(this, offers, cells, party.judge(offers, prices), cells.findRuled());
  }

  /**
   * Judges stays of some offers.
   *
   * @param ruled surrogates of the offers that a calendar of rules may say something about
   */
  public StayJudge judge(Offers offers, StayCells cells, BitSet ruled) {
    NightCells[] prices = cells.prices().toArray(new NightCells[0]);
    return new OfferJudge(this, offers, cells, party.judge(offers, prices), ruled);
  }

  /**
   * Returns what groups of offers make of the party; an offer in none of them does not take it in,
   * or has no price for it.
   *
   * @param nights of the longest stay that is asked for
   * @return null where offers cannot be told apart so
   */
  public List<PartyGroup> groups(int nights) {
    return party.groups(nights);
  }

  private SortedSet<Integer> prices() {
    return IntStream.of(party.tables()).boxed().collect(Collectors.toCollection(TreeSet::new));
  }

  private int insideHorizon(int night) {
    return Math.min(Math.max(night, 0), horizonNights() - 1);
  }

  /** Returns how many nights the horizon has. */
  public int horizonNights() {
    return description.horizon().nights();
  }

  /** Returns the day number of the horizon's first night. */
  public long firstDay() {
    return firstDay;
  }

  /** Returns the first night from today in the catalog's zone on, at most the horizon's length. */
  int firstOpenNight() {
    return firstOpenNight;
  }

  /** Returns how many rooms are asked for. */
  public int rooms() {
    return rooms;
  }

  /** Returns the lead times. */
  public LeadTimeTerms leadTimes() {
    return leadTimes;
  }

  /** Compiles the rebates for stays of a length. */
  public RebateTerms rebates(int nights) {
    return release.rebates(nights, rooms);
  }

  /** Tells whether offers can be booked, and for how much. Not thread-safe. */
  public interface StayJudge {

    /** What stands for a total that has no price. */
    long NO_TOTAL = PartyJudge.NO_TOTAL;

    /**
     * Returns the total of a stay in minor units, at least 0, or why it cannot be booked as {@code
     * −1 − ordinal} of a {@link WhyNot}. Budgets are the caller's: {@link WhyNot#OVER_BUDGET} and
     * {@link WhyNot#NO_OFFER} are not among the reasons.
     *
     * @param position of the offer
     * @param checkIn night of the check-in, from 0
     * @param nights at least 1; the last night is inside the horizon
     */
    long judge(int position, int checkIn, int nights);

    /** Tells whether limits and patterns let a stay of this length in, whoever stays. */
    boolean allowsLength(int position, int checkIn, int nights);

    /**
     * Returns the total of a stay in an offer that breaks no rule and takes the party in, in minor
     * units, or {@link #NO_TOTAL} where a night has no price.
     */
    long price(int position, int checkIn, int nights);

    /** Returns the rooms of a stay that can be booked: as named, or as split. */
    List<Room> rooms(int position, int checkIn, int nights);

    /**
     * Finds the lowest and the highest total of one open night from today on.
     *
     * @return {@code null} where no night is open
     */
    long[] openNights(int position);
  }
}

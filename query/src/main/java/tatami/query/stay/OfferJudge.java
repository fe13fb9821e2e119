package tatami.query.stay;

import java.util.BitSet;
import java.util.List;
import tatami.query.request.Guests.Room;
import tatami.query.stay.StayTerms.StayJudge;
import tatami.searchtable.description.StayLayout.NightRules;

/**
 * Judges offers rule by rule, in the order of {@link WhyNot}. Not thread-safe; judging allocates
 * nothing.
 */
final class OfferJudge implements StayJudge {

  private static final long BOOKABLE = 0;

  private final StayTerms terms;
  private final Offers offers;
  private final StayCells cells;
  private final PartyJudge party;

  /** Offers that a calendar says something about; null where that is not known. */
  private final BitSet ruled;

  private RebateTerms rebates;

  /** Made when it is first asked for: it has room for all nights of the horizon. */
  private OpenNights openNights;

  OfferJudge(StayTerms terms, Offers offers, StayCells cells, PartyJudge party, BitSet ruled) {
    this.terms = terms;
    this.offers = offers;
    this.cells = cells;
    this.party = party;
    rebates = terms.rebates(1);
    this.ruled = ruled;
  }

  @Override
  public long judge(int position, int checkIn, int nights) {
    long verdict = judgeDates(position, checkIn, nights);
    if (verdict == BOOKABLE && isRuled(position)) {
      verdict = judgeNights(position, checkIn, nights);
    }
    if (verdict == BOOKABLE) {
      verdict = judgeLengths(position, checkIn, nights);
    }
    if (verdict == BOOKABLE && !hasStock(position, checkIn, nights)) {
      verdict = because(WhyNot.NO_STOCK);
    }
    if (verdict == BOOKABLE && !party.isTakenIn(position)) {
      verdict = because(WhyNot.PARTY);
    }
    return verdict == BOOKABLE ? total(position, checkIn, nights) : verdict;
  }

  @Override
  public boolean allowsLength(int position, int checkIn, int nights) {
    return judgeLengths(position, checkIn, nights) == BOOKABLE;
  }

  @Override
  public long price(int position, int checkIn, int nights) {
    try {
      return party.total(position, checkIn, rebates(nights));
    } catch (ArithmeticException beyondLong) {
      return NO_TOTAL;
    }
  }

  @Override
  public List<Room> rooms(int position, int checkIn, int nights) {
    return party.rooms(position, checkIn, rebates(nights));
  }

  @Override
  public long[] openNights(int position) {
    if (openNights == null) {
      openNights = new OpenNights(terms, offers, cells, party);
    }
    return openNights.find(position);
  }

  private long judgeDates(int position, int checkIn, int nights) {
    if (isRuled(position) && isAny(cells.closed(), position, checkIn, nights)) {
      return because(WhyNot.CLOSED_PROPERTY);
    }
    LeadTimeTerms leadTimes = terms.leadTimes();
    int leadTime = leadTimes.placeOf(offers.number(OfferNumber.LEAD_TIME, position));
    long today = leadTimes.today(leadTime);
    if (!isInside(position, OfferNumber.SALE_FROM, OfferNumber.SALE_TO, today, today)) {
      return because(WhyNot.OUTSIDE_SALE);
    }
    long first = terms.firstDay() + checkIn;
    long last = first + nights - 1;
    if (!isInside(position, OfferNumber.STAY_FROM, OfferNumber.STAY_TO, first, last)) {
      return because(WhyNot.OUTSIDE_STAY);
    }
    return leadTimes.isOpen(leadTime, first) ? BOOKABLE : because(WhyNot.LEAD_TIME);
  }

  private long judgeNights(int position, int checkIn, int nights) {
    if (isAny(cells.stopSell(), position, checkIn, nights)) {
      return because(WhyNot.STOP_SELL);
    }
    if (isAny(cells.arrivalClosed(), position, checkIn, 1)) {
      return because(WhyNot.ARRIVAL_CLOSED);
    }
    int checkOut = checkIn + nights;
    boolean isInHorizon = checkOut < terms.horizonNights();
    return isInHorizon && isAny(cells.departureClosed(), position, checkOut, 1)
        ? because(WhyNot.DEPARTURE_CLOSED)
        : BOOKABLE;
  }

  private long judgeLengths(int position, int checkIn, int nights) {
    if (nights < limit(cells.minimumStay(), OfferNumber.MINIMUM_STAY, position, checkIn)) {
      return because(WhyNot.MIN_STAY);
    }
    if (isAbove(nights, cells.maximumStay(), OfferNumber.MAXIMUM_STAY, position, checkIn)) {
      return because(WhyNot.MAX_STAY);
    }
    int end = checkIn + (isRuled(position) ? nights : 1);
    for (int night = checkIn; night < end; night++) {
      if (nights
          < limit(cells.minimumStayThrough(), OfferNumber.MINIMUM_STAY_THROUGH, position, night)) {
        return because(WhyNot.MIN_STAY_THROUGH);
      }
    }
    for (int night = checkIn; night < end; night++) {
      if (isAbove(
          nights, cells.maximumStayThrough(), OfferNumber.MAXIMUM_STAY_THROUGH, position, night)) {
        return because(WhyNot.MAX_STAY_THROUGH);
      }
    }
    return isInPattern(position, checkIn, nights) ? BOOKABLE : because(WhyNot.STAY_PATTERN);
  }

  /** Tells whether any calendar of rules says anything about an offer. */
  private boolean isRuled(int position) {
    return ruled == null || ruled.get(offers.id(position));
  }

  private boolean isInPattern(int position, int checkIn, int nights) {
    if (cells.stayPattern() == null || !isRuled(position)) {
      return true;
    }
    long pattern = cells.stayPattern().at(offers.id(position), checkIn);
    return pattern == NightCells.MISSING || NightRules.isLengthIn(pattern, nights);
  }

  private boolean isAbove(
      int nights, NightCells calendar, OfferNumber own, int position, int night) {
    long limit = limit(calendar, own, position, night);
    return limit != Offers.ABSENT && nights > limit;
  }

  /** Returns the limit of a night, {@link Offers#ABSENT}, which is below every number, for none. */
  private long limit(NightCells calendar, OfferNumber own, int position, int night) {
    long cell =
        calendar == null || !isRuled(position)
            ? NightCells.MISSING
            : calendar.at(offers.id(position), night);
    return cell == NightCells.MISSING ? offers.number(own, position) : cell;
  }

  private boolean hasStock(int position, int checkIn, int nights) {
    int stock = offers.stock(position);
    for (int night = checkIn; night < checkIn + nights; night++) {
      if (cells.stock().at(stock, night) < terms.rooms()) {
        return false;
      }
    }
    return true;
  }

  /** Tells whether a calendar says 1 on a night. */
  private boolean isAny(List<NightCells> calendars, int position, int firstNight, int nights) {
    for (int index = 0; index < calendars.size(); index++) {
      for (int night = firstNight; night < firstNight + nights; night++) {
        if (calendars.get(index).at(offers.id(position), night) == 1) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean isInside(int position, OfferNumber from, OfferNumber to, long first, long last) {
    long end = offers.number(to, position);
    return first >= offers.number(from, position) && (end == Offers.ABSENT || last <= end);
  }

  private long total(int position, int checkIn, int nights) {
    long total = price(position, checkIn, nights);
    return total == NO_TOTAL ? because(WhyNot.NO_PRICE) : total;
  }

  private RebateTerms rebates(int nights) {
    if (rebates.nights() != nights) {
      rebates = terms.rebates(nights);
    }
    return rebates;
  }

  private static long because(WhyNot reason) {
    return -1L - reason.ordinal();
  }
}

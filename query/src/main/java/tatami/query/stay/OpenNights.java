package tatami.query.stay;

import java.util.Arrays;
import java.util.stream.Stream;

/**
 * Finds what the open nights of offers cost, row by row: all nights of a calendar are read at once,
 * because a question without dates looks at every night of the horizon. Not thread-safe.
 */
final class OpenNights {

  private static final int NO_STOCK = -1;

  private final StayTerms terms;
  private final Offers offers;
  private final PartyJudge party;
  private final NightCells stock;
  private final NightCells[] closings;
  private final long[] cells;
  private final long[] totals;
  private final long[] stockCells;

  /** Row and first night of what {@link #stockCells} holds: offers of a room follow each other. */
  private int stockRead = NO_STOCK;

  private int stockFirstNight;

  private int stockNights;

  OpenNights(StayTerms terms, Offers offers, StayCells cells, PartyJudge party) {
    this.terms = terms;
    this.offers = offers;
    this.party = party;
    stock = cells.stock();
    closings =
        Stream.concat(cells.closed().stream(), cells.stopSell().stream())
            .toArray(NightCells[]::new);
    this.cells = new long[terms.horizonNights()];
    totals = new long[terms.horizonNights()];
    stockCells = new long[terms.horizonNights()];
  }

  /** Returns the lowest and the highest total of an offer's open nights, null where none is. */
  long[] find(int position) {
    int first = firstNight(position);
    int nights = lastNight(position) - first + 1;
    if (nights <= 0 || !party.isTakenIn(position)) {
      return null;
    }
    Arrays.fill(totals, 0, nights, 0);
    leaveOutClosed(offers.id(position), first, nights);
    leaveOutWithoutStock(offers.stock(position), first, nights);
    party.putNightTotals(position, first, nights, totals);
    return lowestAndHighest(nights);
  }

  private int firstNight(int position) {
    int first = terms.firstOpenNight();
    long from = offers.number(OfferNumber.STAY_FROM, position);
    return from == Offers.ABSENT ? first : (int) Math.max(first, from - terms.firstDay());
  }

  private int lastNight(int position) {
    int last = terms.horizonNights() - 1;
    long to = offers.number(OfferNumber.STAY_TO, position);
    return to == Offers.ABSENT ? last : (int) Math.min(last, to - terms.firstDay());
  }

  private void leaveOutClosed(int offer, int first, int nights) {
    for (NightCells closing : closings) {
      closing.read(offer, first, nights, cells);
      for (int night = 0; night < nights; night++) {
        if (cells[night] == 1) {
          totals[night] = PartyJudge.NO_TOTAL;
        }
      }
    }
  }

  private void leaveOutWithoutStock(int row, int first, int nights) {
    if (row != stockRead || first != stockFirstNight || nights != stockNights) {
      stock.read(row, first, nights, stockCells);
      stockRead = row;
      stockFirstNight = first;
      stockNights = nights;
    }
    long rooms = terms.rooms();
    for (int night = 0; night < nights; night++) {
      if (stockCells[night] < rooms) {
        totals[night] = PartyJudge.NO_TOTAL;
      }
    }
  }

  private long[] lowestAndHighest(int nights) {
    long lowest = Long.MAX_VALUE;
    long highest = PartyJudge.NO_TOTAL;
    for (int night = 0; night < nights; night++) {
      long total = totals[night];
      if (total != PartyJudge.NO_TOTAL) {
        lowest = Math.min(lowest, total);
        highest = Math.max(highest, total);
      }
    }
    return highest == PartyJudge.NO_TOTAL ? null : new long[] {lowest, highest};
  }
}

package tatami.query.stay;

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

  /** Of each night {@link NightCells#MISSING} where it is closed, else 0. */
  private final long[] closed;

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
    closed = new long[terms.horizonNights()];
    stockCells = new long[terms.horizonNights()];
  }

  /** Returns the lowest and the highest total of an offer's open nights, null where none is. */
  long[] find(int position) {
    int first = firstNight(position);
    int nights = lastNight(position) - first + 1;
    if (nights <= 0 || !party.isTakenIn(position)) {
      return null;
    }
    closeWithoutStock(offers.stock(position), first, nights);
    addClosings(offers.id(position), first, nights);
    return party.nightRange(position, first, nights, closed);
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

  /** Rooms left are at least −1, so the sign of what is left over tells. */
  private void closeWithoutStock(int row, int first, int nights) {
    if (row != stockRead || first != stockFirstNight || nights != stockNights) {
      stock.read(row, first, nights, stockCells);
      stockRead = row;
      stockFirstNight = first;
      stockNights = nights;
    }
    long rooms = terms.rooms();
    for (int night = 0; night < nights; night++) {
      closed[night] = (stockCells[night] - rooms) >> Long.SIZE - 1;
    }
  }

  private void addClosings(int offer, int first, int nights) {
    for (NightCells closing : closings) {
      closing.read(offer, first, nights, cells);
      for (int night = 0; night < nights; night++) {
        if (cells[night] == 1) {
          closed[night] = NightCells.MISSING;
        }
      }
    }
  }
}

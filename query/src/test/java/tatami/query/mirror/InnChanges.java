package tatami.query.mirror;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import tatami.query.inns.Inn;
import tatami.query.inns.InnCatalog;
import tatami.query.inns.InnOffer;
import tatami.query.inns.InnOffer.Rules;
import tatami.query.mirror.patch.Change;
import tatami.query.mirror.patch.Change.PriceCell;
import tatami.query.mirror.patch.Change.RuleCell;
import tatami.query.mirror.patch.Change.StockCell;

/** Draws changes of a catalog of inns, and makes them in a copy of it. */
final class InnChanges {

  private final Random random;
  private final InnCatalog catalog;
  private final List<List<Integer>> stocks = new ArrayList<>();
  private final List<Map<Integer, List<Integer>>> prices = new ArrayList<>();
  private final List<List<Integer>> minimumStays = new ArrayList<>();

  /** Starts with a copy that is equal. */
  InnChanges(InnCatalog catalog, Random random) {
    this.catalog = catalog;
    this.random = random;
    catalog.stocks().forEach(stock -> stocks.add(new ArrayList<>(stock)));
    for (Inn inn : catalog.inns()) {
      for (InnOffer offer : inn.offers()) {
        Map<Integer, List<Integer>> copy = new TreeMap<>();
        offer.prices().forEach((heads, cells) -> copy.put(heads, new ArrayList<>(cells)));
        prices.add(copy);
        List<Integer> cells = offer.rules().minimumStayCells();
        minimumStays.add(cells == null ? null : new ArrayList<>(cells));
      }
    }
  }

  /** Draws a change and makes it. */
  Change next() {
    int night = random.nextInt(catalog.nights());
    int offer = random.nextInt(prices.size());
    switch (random.nextInt(3)) {
      case 0:
        int stock = random.nextInt(stocks.size());
        int rooms = random.nextInt(4) - 1;
        stocks.get(stock).set(night, rooms);
        return new StockCell(stock, night, rooms);
      case 1:
        return nextPrice(offer, night);
      default:
        return nextMinimumStay(offer, night);
    }
  }

  private Change nextPrice(int offer, int night) {
    int table = random.nextInt(InnCatalog.OCCUPANCIES.size());
    int cell = random.nextInt(6) == 0 ? -1 : random.nextInt(200);
    List<Integer> cells =
        prices.get(offer).computeIfAbsent(InnCatalog.OCCUPANCIES.get(table), heads -> none());
    cells.set(night, cell);
    long amount = cell < 0 ? Change.MISSING : (long) cell * InnCatalog.PRICE_UNIT;
    return new PriceCell(table, offer, night, amount);
  }

  private Change nextMinimumStay(int offer, int night) {
    int cell = random.nextInt(5) - 1;
    if (minimumStays.get(offer) == null) {
      minimumStays.set(offer, none());
    }
    minimumStays.get(offer).set(night, cell);
    return new RuleCell("minimum_stay_cells", offer, night, cell);
  }

  private List<Integer> none() {
    List<Integer> cells = new ArrayList<>();
    for (int night = 0; night < catalog.nights(); night++) {
      cells.add(-1);
    }
    return cells;
  }

  /** Returns the changed catalog. */
  InnCatalog changed() {
    List<Inn> inns = new ArrayList<>();
    int id = 0;
    for (Inn inn : catalog.inns()) {
      List<InnOffer> offers = new ArrayList<>();
      for (InnOffer offer : inn.offers()) {
        offers.add(changed(offer, id++));
      }
      inns.add(
          new Inn(
              inn.code(),
              inn.area(),
              inn.kind(),
              inn.amenities(),
              inn.rating(),
              inn.spot(),
              inn.popularity(),
              offers));
    }
    return new InnCatalog(catalog.firstNight(), catalog.nights(), inns, stocks);
  }

  private InnOffer changed(InnOffer offer, int id) {
    Rules rules = offer.rules();
    return new InnOffer(
        offer.plan(),
        offer.room(),
        offer.meal(),
        offer.theme(),
        offer.tags(),
        offer.floor(),
        new Rules(
            rules.saleFrom(),
            rules.saleTo(),
            rules.stayFrom(),
            rules.stayTo(),
            rules.minimumHeads(),
            rules.maximumHeads(),
            rules.minimumStay(),
            rules.maximumStay(),
            minimumStays.get(id)),
        prices.get(id));
  }
}

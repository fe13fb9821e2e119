package tatami.query.mirror;

import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tatami.query.engine.SearchPlan;
import tatami.query.mirror.column.GrainColumns;
import tatami.query.mirror.column.MirrorColumns;
import tatami.query.mirror.column.TagColumn;
import tatami.query.mirror.cube.PriceCube;
import tatami.query.mirror.night.StoredNights;
import tatami.query.mirror.patch.Change;
import tatami.query.mirror.patch.Change.GoneOffer;
import tatami.query.mirror.patch.Change.PriceCell;
import tatami.query.mirror.patch.Change.RuleCell;
import tatami.query.mirror.patch.Change.StockCell;
import tatami.query.mirror.patch.Change.TagSet;
import tatami.query.release.Grain;
import tatami.query.release.OpenRelease;
import tatami.query.request.Guests;
import tatami.query.request.Guests.NamedRooms;
import tatami.query.request.Guests.Room;
import tatami.query.stay.StayTerms;
import tatami.searchtable.description.ReleaseDescription;
import tatami.searchtable.description.StayLayout.OfferCalendar;

/** Makes changes of a release in its mirror, one at a time, while nobody reads. */
final class MirrorPatch {

  private final OpenRelease release;
  private final MirrorColumns columns;
  private final OfferIndex index;

  /** Judges lengths of stay, which are the same for every party. */
  private final StayTerms terms;

  /** Calendars of rules by the names of their tables. */
  private final Map<String, StoredNights> rules;

  private MirrorPatch(Mirror mirror, StayTerms terms, Map<String, StoredNights> rules) {
    release = mirror.release();
    columns = mirror.columns();
    index = mirror.index();
    this.terms = terms;
    this.rules = rules;
  }

  /** Prepares to change a mirror. */
  static MirrorPatch of(Mirror mirror) throws SQLException {
    ReleaseDescription description = mirror.release().description();
    if (description.stay() == null) {
      return new MirrorPatch(mirror, null, Map.of());
    }
    Guests anybody = new NamedRooms(List.of(new Room(1, List.of())));
    Map<String, StoredNights> rules = new HashMap<>();
    List<StoredNights> stored = mirror.columns().nights().rules();
    List<OfferCalendar> declared = description.stay().rules().listCalendars();
    for (int place = 0; place < declared.size(); place++) {
      rules.put(declared.get(place).table(), stored.get(place));
    }
    StayTerms terms = StayTerms.of(SearchPlan.terms(mirror.release()), anybody, Instant.EPOCH);
    return new MirrorPatch(mirror, terms, rules);
  }

  /**
   * Refuses a change that the mirror cannot hold, before anybody has to wait for it.
   *
   * @throws IllegalArgumentException for a row, a night, a table or a filter that is not there
   */
  void check(Change change) {
    if (change instanceof StockCell cell) {
      requireStays();
      requireBelow("stock", cell.stock(), columns.nights().stock().rows());
      requireNight(cell.night(), cell.rooms());
    } else if (change instanceof PriceCell cell) {
      requireStays();
      requireBelow("table", cell.table(), columns.nights().prices().size());
      requireOffer(cell.offer());
      requireNight(cell.night(), cell.amount());
    } else if (change instanceof RuleCell cell) {
      requireStays();
      if (!rules.containsKey(cell.table())) {
        throw new IllegalArgumentException("no calendar of rules: table=" + cell.table());
      }
      requireOffer(cell.offer());
      requireNight(cell.night(), cell.value());
    } else if (change instanceof GoneOffer gone) {
      requireOffer(gone.offer());
    } else if (change instanceof TagSet tags) {
      requireTags(tags);
    }
  }

  private void requireStays() {
    if (columns.nights() == null) {
      throw new IllegalArgumentException("the catalog has no dates");
    }
  }

  private void requireOffer(int offer) {
    requireBelow("offer", offer, columns.ofOffers() == null ? 0 : columns.ofOffers().count());
  }

  private void requireNight(int night, long value) {
    requireBelow("night", night, release.description().horizon().nights());
    if (value < Change.MISSING) {
      throw new IllegalArgumentException("below 0: value=" + value);
    }
  }

  private void requireTags(TagSet tags) {
    GrainColumns grain = tags.grain() == Grain.PROPERTY ? columns.properties() : columns.offers();
    TagColumn column = grain == null ? null : grain.tags().get(tags.filter());
    if (column == null) {
      throw new IllegalArgumentException("no tags: filter=" + tags.filter());
    }
    requireBelow("row", tags.row(), grain.rows());
    for (int code : tags.codes()) {
      requireBelow("code", code, column.size());
    }
  }

  private static void requireBelow(String what, int value, int end) {
    if (value < 0 || value >= end) {
      throw new IllegalArgumentException(what + "=" + value + ", there are " + end);
    }
  }

  /**
   * Makes a change that was checked.
   *
   * @param cube null where there is none
   */
  void apply(Change change, PriceCube cube) {
    if (change instanceof StockCell cell) {
      columns.nights().stock().put(cell.stock(), cell.night(), cell.rooms());
      refreshStock(cell, cube);
    } else if (change instanceof PriceCell cell) {
      columns.nights().prices().get(cell.table()).put(cell.offer(), cell.night(), cell.amount());
      index.stays().refresh(cell.offer(), cell.night());
      refresh(cell.offer(), cell.night(), cube);
    } else if (change instanceof RuleCell cell) {
      rules.get(cell.table()).put(cell.offer(), cell.night(), cell.value());
      index.stays().refreshRules(cell.offer(), cell.night(), terms);
      refresh(cell.offer(), cell.night(), cube);
    } else if (change instanceof GoneOffer gone) {
      takeOut(gone.offer(), cube);
    } else if (change instanceof TagSet tags) {
      GrainColumns grain = tags.grain() == Grain.PROPERTY ? columns.properties() : columns.offers();
      grain.tags().get(tags.filter()).put(tags.row(), tags.codes());
    }
  }

  private void refreshStock(StockCell cell, PriceCube cube) {
    int[] last = {-1};
    columns
        .ofOffers()
        .eachOfStock(cell.stock(), offer -> index.stays().refresh(offer, cell.night()));
    columns
        .ofOffers()
        .eachOfStock(
            cell.stock(),
            offer -> {
              int property = columns.ofOffers().property(offer);
              if (property != last[0]) {
                refresh(offer, cell.night(), cube);
                last[0] = property;
              }
            });
  }

  private void refresh(int offer, int night, PriceCube cube) {
    if (cube != null) {
      cube.refresh(columns.ofOffers().property(offer), night);
    }
  }

  private void takeOut(int offer, PriceCube cube) {
    columns.ofOffers().takeOut(offer);
    if (columns.nights() == null) {
      return;
    }
    int nights = release.description().horizon().nights();
    for (int night = 0; night < nights; night++) {
      index.stays().refresh(offer, night);
    }
    if (cube != null) {
      cube.suspend(columns.ofOffers().property(offer));
    }
  }
}

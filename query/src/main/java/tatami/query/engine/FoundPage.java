package tatami.query.engine;

import java.util.List;
import java.util.Map;
import tatami.query.cursor.Cursor;
import tatami.query.facet.FacetResult;
import tatami.query.request.Guests.Room;

/**
 * What an engine found, in surrogates.
 *
 * @param total how many properties match, on all pages
 * @param hits the page, in order
 * @param facets counts by filter name, in the asked order
 * @param last the last hit's place in the order; null where no page follows
 */
public record FoundPage(long total, List<Hit> hits, Map<String, FacetResult> facets, Place last) {

  /** Copies the list. */
  public FoundPage {
    hits = List.copyOf(hits);
  }

  /** Returns the surrogates of the properties that are shown, in order. */
  public int[] propertyIds() {
    return hits.stream().mapToInt(Hit::id).toArray();
  }

  /** Returns the surrogates of the offers that are shown. */
  public int[] offerIds() {
    return hits.stream().flatMap(hit -> hit.offers().stream()).mapToInt(FoundOffer::id).toArray();
  }

  /**
   * A property.
   *
   * @param id surrogate
   * @param lowest lowest total; null where it has no price
   * @param highest highest total; null where it has no price
   * @param offersMatching how many offers match
   * @param offers the cheapest of them, in order
   * @param millimetres distance from the asked point; null without one
   */
  public record Hit(
      int id,
      Long lowest,
      Long highest,
      long offersMatching,
      List<FoundOffer> offers,
      Long millimetres) {

    /** Copies the list. */
    public Hit {
      offers = List.copyOf(offers);
    }
  }

  /**
   * An offer.
   *
   * @param id surrogate
   * @param total its total, without dates its lowest; null where it has no price
   * @param rooms how the party was split; null where rooms were named one by one, and without dates
   */
  public record FoundOffer(int id, Long total, List<Room> rooms) {

    /** Copies the list. */
    public FoundOffer {
      rooms = rooms == null ? null : List.copyOf(rooms);
    }
  }

  /**
   * A place in the order.
   *
   * @param sortKey ascending
   * @param id breaks ties
   */
  public record Place(long sortKey, int id) {

    /** Returns the cursor that starts after this place. */
    public Cursor toCursor(int release, long digest) {
      return new Cursor(release, digest, sortKey, id);
    }
  }
}

package tatami.benchmarks.peers.lucene;

import java.io.IOException;
import java.util.List;
import org.apache.lucene.index.PointValues;
import org.apache.lucene.index.PointValues.IntersectVisitor;
import org.apache.lucene.index.PointValues.Relation;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.FixedBitSet;
import org.apache.lucene.util.NumericUtils;
import tatami.benchmarks.peers.folded.NumberedSearch;

/** The offers that a search looks at: a range of documents, and bitsets that all must hold. */
final class Candidates {

  private final int to;
  private final FixedBitSet documents;
  private int next;

  private Candidates(int from, int to, FixedBitSet documents) {
    this.to = to;
    this.documents = documents;
    this.next = from;
  }

  /** Finds the offers that pass all filters. */
  static Candidates of(OfferIndex index, NumberedSearch search) throws IOException {
    FixedBitSet documents = places(index, search);
    if (!search.search().meals().isEmpty()) {
      documents = both(documents, meals(index, search.meals()));
    }
    int from = index.firstOffer(search.hotelFrom());
    return new Candidates(from, index.firstOffer(search.hotelTo()), documents);
  }

  /**
   * Finds the offers that pass all filters but area and meal, of which at most one may fail: facets
   * leave out their own.
   */
  static Candidates ofFacets(OfferIndex index, NumberedSearch search) throws IOException {
    FixedBitSet documents = places(index, search);
    boolean hasArea = !search.search().path().isEmpty();
    if (hasArea && !search.search().meals().isEmpty()) {
      FixedBitSet either = meals(index, search.meals()).clone();
      int from = index.firstOffer(search.hotelFrom());
      int to = index.firstOffer(search.hotelTo());
      if (from < to) {
        either.set(from, to);
      }
      documents = both(documents, either);
    }
    return new Candidates(0, index.documents(), documents);
  }

  /** Returns null if rectangle and amenities leave nothing out. */
  private static FixedBitSet places(OfferIndex index, NumberedSearch search) throws IOException {
    FixedBitSet documents = null;
    for (int amenity : search.amenities()) {
      documents = both(documents, index.amenity(amenity));
    }
    if (!search.search().rectangle().isEmpty()) {
      FixedBitSet inside = new FixedBitSet(index.documents());
      PointValues points = index.leaf().getPointValues(OfferFields.LOCATION);
      if (points != null) {
        points.intersect(new Rectangle(search.rectangle(), inside));
      }
      documents = both(documents, inside);
    }
    return documents;
  }

  /** The second one is not changed. */
  private static FixedBitSet both(FixedBitSet first, FixedBitSet second) {
    if (first == null) {
      return second.clone();
    }
    first.and(second);
    return first;
  }

  private static FixedBitSet meals(OfferIndex index, List<Integer> meals) {
    FixedBitSet any = index.meal(meals.get(0)).clone();
    meals.forEach(meal -> any.or(index.meal(meal)));
    return any;
  }

  /**
   * Reads the next documents.
   *
   * @return how many; 0 at the end
   */
  int read(int[] into) {
    int count = 0;
    if (documents == null) {
      while (count < into.length && next < to) {
        into[count++] = next++;
      }
      return count;
    }
    while (count < into.length && next < to) {
      int document = documents.nextSetBit(next);
      if (document == DocIdSetIterator.NO_MORE_DOCS || document >= to) {
        next = to;
      } else {
        into[count++] = document;
        next = document + 1;
      }
    }
    return count;
  }

  /** Gathers the documents inside a rectangle from the tree of points. */
  private static final class Rectangle implements IntersectVisitor {

    private final int south;
    private final int west;
    private final int north;
    private final int east;
    private final FixedBitSet inside;

    private Rectangle(List<Integer> edges, FixedBitSet inside) {
      this.south = edges.get(0);
      this.west = edges.get(1);
      this.north = edges.get(2);
      this.east = edges.get(3);
      this.inside = inside;
    }

    @Override
    public void visit(int document) {
      inside.set(document);
    }

    @Override
    public void visit(int document, byte[] point) {
      int latitude = NumericUtils.sortableBytesToInt(point, 0);
      int longitude = NumericUtils.sortableBytesToInt(point, Integer.BYTES);
      if (latitude >= south && latitude <= north && longitude >= west && longitude <= east) {
        inside.set(document);
      }
    }

    @Override
    public Relation compare(byte[] least, byte[] most) {
      int leastLatitude = NumericUtils.sortableBytesToInt(least, 0);
      int leastLongitude = NumericUtils.sortableBytesToInt(least, Integer.BYTES);
      int mostLatitude = NumericUtils.sortableBytesToInt(most, 0);
      int mostLongitude = NumericUtils.sortableBytesToInt(most, Integer.BYTES);
      if (mostLatitude < south
          || leastLatitude > north
          || mostLongitude < west
          || leastLongitude > east) {
        return Relation.CELL_OUTSIDE_QUERY;
      }
      boolean isInside =
          leastLatitude >= south
              && mostLatitude <= north
              && leastLongitude >= west
              && mostLongitude <= east;
      return isInside ? Relation.CELL_INSIDE_QUERY : Relation.CELL_CROSSES_QUERY;
    }
  }
}

package tatami.benchmarks.peers.lucene;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.store.MMapDirectory;
import org.apache.lucene.util.FixedBitSet;
import tatami.benchmarks.peers.folded.Hotels;

/**
 * The index of one number of adults. The postings of filters are read once into bitsets, as a warm
 * filter cache would hold them; so are the hotels of the documents.
 */
final class OfferIndex implements AutoCloseable {

  private final MMapDirectory directory;
  private final DirectoryReader reader;
  private final LeafReader leaf;
  private final int[] hotels;
  private final int[] firstOffers;
  private final List<FixedBitSet> amenities = new ArrayList<>();
  private final List<FixedBitSet> meals = new ArrayList<>();
  private final FixedBitSet clock;
  private final FixedBitSet rebated;

  private OfferIndex(MMapDirectory directory, DirectoryReader reader, Hotels all)
      throws IOException {
    this.directory = directory;
    this.reader = reader;
    this.leaf = reader.leaves().get(0).reader();
    this.hotels = readHotels();
    this.firstOffers = firstOffers(all.count());
    for (String amenity : all.amenities()) {
      amenities.add(documents(OfferFields.AMENITY, amenity));
    }
    for (int meal = 0; meal < all.meals().size(); meal++) {
      meals.add(documents(OfferFields.MEAL, Integer.toString(meal)));
    }
    this.clock = documents(OfferFields.CLOCK, OfferFields.YES);
    this.rebated = documents(OfferFields.REBATED, OfferFields.YES);
  }

  /** Opens an index that holds a document at least. */
  static OfferIndex open(Path folder, Hotels hotels) throws IOException {
    MMapDirectory directory = new MMapDirectory(folder);
    directory.setPreload(MMapDirectory.ALL_FILES);
    return new OfferIndex(directory, DirectoryReader.open(directory), hotels);
  }

  private int[] readHotels() throws IOException {
    int[] numbers = new int[leaf.maxDoc()];
    NumericDocValues values = leaf.getNumericDocValues(OfferFields.HOTEL);
    for (int document = 0; document < numbers.length; document++) {
      values.advanceExact(document);
      numbers[document] = (int) values.longValue();
    }
    return numbers;
  }

  private int[] firstOffers(int count) {
    int[] first = new int[count + 1];
    int document = 0;
    for (int hotel = 0; hotel <= count; hotel++) {
      while (document < hotels.length && hotels[document] < hotel) {
        document++;
      }
      first[hotel] = document;
    }
    return first;
  }

  private FixedBitSet documents(String field, String term) throws IOException {
    FixedBitSet documents = new FixedBitSet(leaf.maxDoc());
    PostingsEnum postings = leaf.postings(new Term(field, term), PostingsEnum.NONE);
    if (postings != null) {
      for (int document = postings.nextDoc();
          document != DocIdSetIterator.NO_MORE_DOCS;
          document = postings.nextDoc()) {
        documents.set(document);
      }
    }
    return documents;
  }

  LeafReader leaf() {
    return leaf;
  }

  int documents() {
    return hotels.length;
  }

  /** Returns the hotel of a document. */
  int hotel(int document) {
    return hotels[document];
  }

  /** Returns the first document of a hotel, or of one after it. */
  int firstOffer(int hotel) {
    return firstOffers[hotel];
  }

  FixedBitSet amenity(int number) {
    return amenities.get(number);
  }

  FixedBitSet meal(int number) {
    return meals.get(number);
  }

  /** Tells whether the clock decides something of an offer. */
  boolean hasClockRule(int document) {
    return clock.get(document);
  }

  /** Tells whether an offer has a rebate. */
  boolean hasRebate(int document) {
    return rebated.get(document);
  }

  /** Opens the values of a field; they are read with ascending documents. */
  NumericDocValues values(String field) throws IOException {
    return leaf.getNumericDocValues(field);
  }

  /** Returns the bytes of the files, and of what is read from them into the heap. */
  long bytes() throws IOException {
    long bytes = 0;
    for (String file : directory.listAll()) {
      bytes += directory.fileLength(file);
    }
    long filters = amenities.size() + meals.size() + 2;
    return bytes
        + filters * clock.getBits().length * Long.BYTES
        + (long) (hotels.length + firstOffers.length) * Integer.BYTES;
  }

  @Override
  public void close() throws IOException {
    reader.close();
    directory.close();
  }
}

package tatami.ingest.synthetic;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.SplittableRandom;

/**
 * Generates the feeds of the catalogs in {@code catalogs/ryokan}.
 *
 * <p>Equal arguments give equal rows in equal order on every machine and JDK, and equal bytes where
 * files are not packed, or packed by zstd; those of gzip are equal where the JDKs have the same
 * zlib. Hotels are drawn one after the other, each from a generator of its own: memory holds one
 * hotel, and what one hotel draws moves no other.
 */
public final class RyokanFeeds {

  /** Changes with the rows that equal arguments give. */
  public static final int VERSION = 2;

  private final HotelDraft draft;
  private final HotelFeed hotels;
  private final RoomFeed rooms;
  private final PlanFeed plans;
  private final LongStayFeed longStays;
  private final HotelDayFeed hotelDays;
  private final PlanDayFeed planDays;
  private final StockFeed stock;
  private final PriceFeed prices;

  private RyokanFeeds(
      FeedFolder folder, Nights nights, PricedPer model, int occupancies, SplittableRandom random)
      throws IOException {
    Vocabulary vocabulary = Vocabulary.load();
    PriceCalendars calendars = new PriceCalendars(nights, vocabulary.seasons(), random);
    ChildPolicies policies = new ChildPolicies(random.split());
    draft = new HotelDraft(vocabulary, policies);
    hotels = new HotelFeed(folder.open("hotel", HotelFeed.HEADER), vocabulary, nights);
    FeedFile planFile = folder.open("plan", PlanFeed.HEADER);
    rooms = new RoomFeed(folder.open("room", RoomFeed.HEADER));
    plans = new PlanFeed(planFile, folder.open("plan_room", PlanFeed.ROOM_HEADER), nights);
    policies.write(folder.openWhole("child_policy", ChildPolicies.HEADER));
    longStays = new LongStayFeed(folder.open("long_stay", LongStayFeed.HEADER));
    hotelDays = new HotelDayFeed(folder.open("hotel_day", HotelDayFeed.HEADER), nights);
    FeedFile planDayFile = folder.open("plan_day", PlanDayFeed.HEADER);
    planDays = new PlanDayFeed(planDayFile, nights, vocabulary.seasons());
    stock = new StockFeed(folder.open("stock", StockFeed.HEADER), nights);
    FeedFile priceFile = folder.open("price", PriceFeed.header(model));
    prices = new PriceFeed(priceFile, nights, calendars, model, occupancies);
  }

  /**
   * Writes {@code hotel}, {@code plan}, {@code room}, {@code plan_room}, {@code child_policy},
   * {@code long_stay}, {@code hotel_day}, {@code plan_day}, {@code stock} and {@code price}, each
   * as {@code FEED-000.csv}, packed as asked; and {@code mess.csv}, where rows are broken.
   *
   * <p>Files get their names when all of them are complete: a failure on the way leaves the files
   * that were there. Files of the same names are replaced, however they are packed; others stay.
   *
   * @param firstNight of stock and prices; sale and stay windows are drawn around it; its year is
   *     in [1900, 9000]
   * @param folder is created if it is not there
   * @throws IOException if a file cannot be written
   */
  public static GeneratedFeeds generate(
      RyokanSize size, RyokanOptions options, LocalDate firstNight, Path folder)
      throws IOException {
    Nights nights = new Nights(firstNight, size.days());
    SplittableRandom random = new SplittableRandom(options.seed());
    PlanCounts planCounts = new PlanCounts(size, random.split());
    try (FeedFolder files = new FeedFolder(folder, options)) {
      RyokanFeeds feeds =
          new RyokanFeeds(files, nights, options.price(), size.occupancies(), random.split());
      for (int hotel = 0; hotel < size.hotels(); hotel++) {
        feeds.writeHotel(hotel + 1, planCounts.get(hotel), random.split());
      }
      return files.putInPlace();
    }
  }

  private void writeHotel(int number, int planCount, SplittableRandom random) throws IOException {
    Hotel hotel = draft.draw(number, planCount, random.split());
    hotels.write(hotel, random.split());
    plans.write(hotel, random.split());
    rooms.write(hotel);
    longStays.write(hotel, random.split());
    hotelDays.write(hotel, random.split());
    planDays.write(hotel, random.split());
    stock.write(hotel, random.split());
    prices.write(hotel, random.split());
  }
}

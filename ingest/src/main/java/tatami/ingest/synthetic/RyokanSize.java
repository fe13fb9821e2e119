package tatami.ingest.synthetic;

/**
 * How much is generated.
 *
 * @param hotels in [1, 100000]
 * @param plansPerHotel plans of all hotels ÷ hotels, in [1, 1500]; a few hotels have none, most
 *     have fewer than this, a few have thirty times as many, none has more than 1,500
 * @param occupancies a room is priced for 1 … this many heads, or fewer where it holds fewer; in
 *     [1, 10]
 * @param days nights with stock and prices, in [1, 366]
 */
public record RyokanSize(int hotels, int plansPerHotel, int occupancies, int days) {

  /** No hotel has more plans. */
  static final int MOST_PLANS = 1_500;

  /** Refuses sizes out of bounds. */
  public RyokanSize {
    requireWithin("hotels", hotels, 100_000);
    requireWithin("plansPerHotel", plansPerHotel, MOST_PLANS);
    requireWithin("occupancies", occupancies, 10);
    requireWithin("days", days, 366);
  }

  /** Returns the size of the demo: 2,000 hotels, about 12 million prices. */
  public static RyokanSize demo() {
    return new RyokanSize(2_000, 3, 4, 366);
  }

  private static void requireWithin(String name, int value, int largest) {
    if (value < 1 || value > largest) {
      throw new IllegalArgumentException(
          "size of synthetic feeds is out of bounds: "
              + name
              + "="
              + value
              + " allowed=1.."
              + largest);
    }
  }
}

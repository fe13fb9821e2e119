package tatami.ingest.synthetic;

import java.io.IOException;
import java.util.SplittableRandom;
import tatami.ingest.synthetic.Hotel.Plan;

/** Writes what long stays cost less: one to three rules of some plans. */
final class LongStayFeed {

  static final String[] HEADER = {
    "hotel_code", "plan_code", "rule", "from_nights", "percent", "yen", "free_every"
  };

  private static final String THEME_TAG = "long_stay";

  private final FeedFile file;

  LongStayFeed(FeedFile file) {
    this.file = file;
  }

  /** Writes a hotel: plans whose theme promises it, one of sixteen others, and the first of all. */
  void write(Hotel hotel, SplittableRandom random) throws IOException {
    for (Plan plan : hotel.plans()) {
      boolean isDrawn = random.nextInt(16) == 0;
      boolean isFirst = hotel.isFirst() && plan == hotel.plans().get(0);
      if (isDrawn || isFirst || plan.theme().tags().contains(THEME_TAG)) {
        int rules = 1 + Math.min(random.nextInt(3), random.nextInt(3));
        for (int rule = 1; rule <= rules; rule++) {
          writeRule(hotel, plan, rule, random);
        }
      }
    }
  }

  private void writeRule(Hotel hotel, Plan plan, int rule, SplittableRandom random)
      throws IOException {
    int kind = random.nextInt(10);
    int every = 3 + random.nextInt(5);
    int from = kind < 8 ? 2 + random.nextInt(6) : every;
    int percent = 5 * (1 + random.nextInt(6));
    int yen = 500 * (1 + random.nextInt(6));
    file.row(
        hotel.code(),
        plan.code(),
        Integer.toString(rule),
        Integer.toString(from),
        kind < 5 ? Integer.toString(percent) : "",
        kind >= 5 && kind < 8 ? Integer.toString(yen) : "",
        kind >= 8 ? Integer.toString(every) : "");
  }
}

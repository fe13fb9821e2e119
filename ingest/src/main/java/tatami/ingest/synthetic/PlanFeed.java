package tatami.ingest.synthetic;

import java.io.IOException;
import java.util.List;
import java.util.SplittableRandom;
import tatami.ingest.synthetic.Hotel.Plan;
import tatami.ingest.synthetic.Hotel.Room;

/** Writes plans, and which rooms each of them sells. */
final class PlanFeed {

  static final String[] HEADER = {
    "hotel_code",
    "plan_code",
    "plan_name",
    "meal",
    "plan_tags",
    "currency",
    "sale_from",
    "sale_to",
    "stay_from",
    "stay_to",
    "min_nights",
    "max_nights",
    "min_guests",
    "max_guests",
    "child_policy",
    "close_days",
    "close_time",
    "advance_min",
    "advance_max"
  };
  static final String[] ROOM_HEADER = {"hotel_code", "plan_code", "room_code"};

  private static final String CURRENCY = "JPY";
  private static final List<String> CLOSE_TIMES =
      List.of("00:00", "12:00", "15:00", "17:00", "18:00", "18:30", "20:00", "22:00", "23:59");

  private final FeedFile plans;
  private final FeedFile planRooms;
  private final Nights nights;

  PlanFeed(FeedFile plans, FeedFile planRooms, Nights nights) {
    this.plans = plans;
    this.planRooms = planRooms;
    this.nights = nights;
  }

  void write(Hotel hotel, SplittableRandom random) throws IOException {
    for (Plan plan : hotel.plans()) {
      Window sale = drawSaleWindow(random);
      Window stay = drawStayWindow(random);
      Window stayNights = drawStayNights(random);
      Window guests = drawGuests(random);
      Window close = drawClose(random);
      plans.row(
          hotel.code(),
          plan.code(),
          "【" + plan.theme().name() + "】" + plan.meal().name(),
          plan.meal().code(),
          String.join("|", plan.theme().tags()),
          CURRENCY,
          sale.from,
          sale.to,
          stay.from,
          stay.to,
          stayNights.from,
          stayNights.to,
          guests.from,
          guests.to,
          plan.policy().map(ChildPolicy::code).orElse(""),
          close.from,
          close.to,
          plan.theme().advanceMinimum(),
          drawAdvanceMaximum(plan, random));
      for (Room room : plan.rooms()) {
        planRooms.row(hotel.code(), plan.code(), room.code());
      }
    }
  }

  /** Draws when a plan is sold: 4 % are over, 4 % have not begun. */
  private Window drawSaleWindow(SplittableRandom random) {
    int kind = random.nextInt(100);
    int before = -1 - random.nextInt(200);
    int after = random.nextInt(400);
    if (kind < 4) {
      return days(before - 1 - random.nextInt(100), before);
    }
    if (kind < 8) {
      return days(1 + after / 8, 1 + after / 8 + random.nextInt(200));
    }
    if (kind < 30) {
      return days(before, after);
    }
    return new Window(kind < 50 ? text(before) : "", kind >= 50 && kind < 65 ? text(after) : "");
  }

  /** Draws the nights that a plan is for: 2 % are over, 13 % are a season inside the horizon. */
  private Window drawStayWindow(SplittableRandom random) {
    int kind = random.nextInt(100);
    int before = -1 - random.nextInt(200);
    int start = random.nextInt(nights.count());
    int length = 30 + random.nextInt(120);
    if (kind < 2) {
      return days(before - length, before);
    }
    if (kind < 15) {
      return days(start, start + length);
    }
    return kind < 40 ? days(before, nights.count() + random.nextInt(90)) : new Window("", "");
  }

  private static Window drawStayNights(SplittableRandom random) {
    int kind = random.nextInt(100);
    int minimum = 2 + random.nextInt(2);
    int maximum = 3 + random.nextInt(12);
    return new Window(kind < 12 ? "" + minimum : "", kind >= 7 && kind < 30 ? "" + maximum : "");
  }

  private static Window drawGuests(SplittableRandom random) {
    int kind = random.nextInt(100);
    int minimum = 1 + random.nextInt(2);
    int maximum = 2 + random.nextInt(7);
    return new Window(kind < 50 ? "" + minimum : "", kind >= 20 && kind < 75 ? "" + maximum : "");
  }

  /** Draws the day and the time at which sales end; 45 % have neither, 5 % a day alone. */
  private static Window drawClose(SplittableRandom random) {
    int kind = random.nextInt(100);
    int days = Math.min(random.nextInt(8), random.nextInt(8));
    String time = CLOSE_TIMES.get(random.nextInt(CLOSE_TIMES.size()));
    return kind < 45 ? new Window("", "") : new Window("" + days, kind < 50 ? "" : time);
  }

  /**
   * Draws how far ahead a plan can be booked: what its theme says, else 8 % half a year or less.
   */
  private static String drawAdvanceMaximum(Plan plan, SplittableRandom random) {
    int kind = random.nextInt(100);
    int days = 60 * (1 + random.nextInt(3));
    boolean isFree = plan.theme().advanceMaximum().isEmpty() && kind < 8;
    return isFree ? "" + days : plan.theme().advanceMaximum();
  }

  private Window days(int from, int to) {
    return new Window(text(from), text(to));
  }

  private String text(int night) {
    return nights.day(night).toString();
  }

  /** Both ends as texts of a feed; empty is open. */
  private record Window(String from, String to) {}
}

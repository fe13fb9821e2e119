package tatami.query.inns;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Random catalogs and random good requests, determined by a seed. */
public final class RandomInns {

  /** Values of the filters, some of which no inn may have. */
  public static final List<String> AREAS =
      List.of(
          "Hokkaido",
          "Hokkaido/Otaru",
          "Hokkaido/Sapporo",
          "Kanto",
          "Kanto/Tokyo/Minato",
          "Kanto/Tokyo",
          "Kanto/Chiba");

  public static final List<String> KINDS = List.of("onsen", "hotel", "hostel", "𠮷 inn", "Z", "～");
  public static final List<String> AMENITIES = List.of("bath", "wifi", "sauna", "bar");
  public static final List<String> MEALS = List.of("none", "breakfast", "half board");
  public static final List<String> THEMES =
      List.of("ski", "ski/kids", "sea", "sea/diving", "sea/boat");
  public static final List<String> TAGS = List.of("view", "quiet", "new");

  public static final List<String> WORDS =
      List.of("i1", "n", "𠮷", "\"𠮷 inn\"", "HOST", "ｏｎ", "z", "q", "~", "inn hotel", "2 ON 2");

  private static final LocalDate FIRST_NIGHT = LocalDate.parse("2026-08-20");
  static final int NIGHTS = 25;

  private static final int INNS = 40;
  private static final int ROOMS = 60;

  private final Random random;

  /** Starts with a seed. */
  public RandomInns(long seed) {
    random = new Random(seed);
  }

  /** Makes a catalog. */
  public InnCatalog catalog() {
    List<List<Integer>> stocks = new ArrayList<>();
    for (int room = 0; room < ROOMS; room++) {
      stocks.add(
          cells(night -> random.nextInt(8) == 0 ? random.nextInt(3) - 1 : 1 + random.nextInt(3)));
    }
    List<Integer> popularity = new ArrayList<>(IntStream.range(0, INNS).boxed().toList());
    java.util.Collections.shuffle(popularity, random);
    List<Inn> inns = new ArrayList<>();
    for (int id = 0; id < INNS; id++) {
      inns.add(inn("i" + id, popularity.get(id)));
    }
    return new InnCatalog(FIRST_NIGHT, NIGHTS, inns, stocks);
  }

  private Inn inn(String code, int popularity) {
    List<InnOffer> offers = new ArrayList<>();
    int count = random.nextInt(5);
    for (int plan = 0; plan < count; plan++) {
      offers.add(offer("p" + plan));
    }
    return new Inn(
        code,
        oneOrNull(AREAS),
        oneOrNull(KINDS),
        some(AMENITIES),
        number(50),
        chance(8) ? null : spot(),
        popularity,
        offers);
  }

  private Inn.Spot spot() {
    boolean fiji = chance(3);
    int latitude = (fiji ? -180_000_000 : 430_000_000) + random.nextInt(2_000_000);
    int longitude = fiji ? (chance(2) ? 1_799_000_000 : -1_800_000_000) : 1_410_000_000;
    return new Inn.Spot(latitude, longitude + random.nextInt(1_000_000));
  }

  private InnOffer offer(String plan) {
    Map<Integer, List<Integer>> prices = new TreeMap<>();
    for (int occupancy : InnCatalog.OCCUPANCIES) {
      if (!chance(4)) {
        prices.put(occupancy, cells(night -> chance(20) ? -1 : 50 + random.nextInt(6) * 10));
      }
    }
    return new InnOffer(
        plan,
        random.nextInt(ROOMS),
        oneOrNull(MEALS),
        oneOrNull(THEMES),
        some(TAGS),
        number(300),
        rules(),
        prices);
  }

  private InnOffer.Rules rules() {
    return new InnOffer.Rules(
        chance(6) ? day(8) : null,
        chance(6) ? day(8) : null,
        chance(4) ? day(30) : null,
        chance(4) ? day(30) : null,
        chance(4) ? 1 + random.nextInt(2) : null,
        chance(3) ? 1 + random.nextInt(3) : null,
        chance(3) ? 1 + random.nextInt(3) : null,
        chance(3) ? 1 + random.nextInt(12) : null,
        chance(3) ? cells(night -> chance(2) ? -1 : random.nextInt(4)) : null);
  }

  /** Makes a request; {@code today} is at most five days into the horizon. */
  public ObjectNode request(LocalDate today) {
    ObjectNode request = JsonMapper.builder().build().createObjectNode();
    ObjectNode where = request.putObject("where");
    values(where, "area", AREAS);
    values(where, "kind", KINDS);
    values(where, "meal", MEALS);
    values(where, "theme", THEMES);
    tags(where, "amenity", AMENITIES);
    tags(where, "tag", TAGS);
    range(where, "rating", 50);
    range(where, "floor", 300);
    boolean near = place(where);
    boolean worded = chance(4);
    if (worded) {
      where.put("words", WORDS.get(random.nextInt(WORDS.size())));
    }
    stay(request.putObject("stay"), today);
    if (chance(3)) {
      int lowest = random.nextInt(30_000);
      request.putObject("price").put("min", lowest).put("max", lowest + random.nextInt(120_000));
    }
    List<String> sorts = List.of("recommended", "popular", "price", "-price", "distance");
    if (worded && chance(2)) {
      request.put("sort", "relevance");
    } else if (!worded || chance(2)) {
      request.put("sort", sorts.get(random.nextInt(near ? 5 : 4)));
    }
    request.put("offers", random.nextInt(4));
    request.put("size", 1 + random.nextInt(12));
    return request;
  }

  private void stay(ObjectNode stay, LocalDate today) {
    if (!chance(3)) {
      int left =
          (int) today.until(FIRST_NIGHT.plusDays(NIGHTS), java.time.temporal.ChronoUnit.DAYS);
      int offset = random.nextInt(left);
      int nights =
          chance(4)
              ? 1 + random.nextInt(left - offset)
              : Math.min(left - offset, 1 + random.nextInt(3));
      stay.put("check_in", today.plusDays(offset).toString()).put("nights", nights);
    }
    if (chance(2)) {
      ArrayNode rooms = stay.putArray("rooms");
      int count = chance(2) ? 1 : 1 + random.nextInt(3);
      for (int room = 0; room < count; room++) {
        rooms.addObject().put("adults", 1 + random.nextInt(chance(10) ? 4 : 3));
      }
    }
  }

  private boolean place(ObjectNode where) {
    if (!chance(4)) {
      return false;
    }
    ObjectNode spot = where.putObject("spot");
    boolean near = chance(2);
    if (near) {
      ObjectNode circle = spot.putObject("near");
      circle.put("lat", 43 + random.nextDouble() / 5).put("lon", 141 + random.nextDouble() / 10);
      circle.put("km", random.nextInt(20) + 0.5);
    } else {
      ArrayNode edges = spot.putArray("within");
      boolean fiji = chance(2);
      edges.add(fiji ? -18.05 : 43.01).add(fiji ? 179.93 : 141.02);
      edges.add(fiji ? -17.81 : 43.2).add(fiji ? -179.96 : 141.1);
    }
    return near;
  }

  private void values(ObjectNode where, String name, List<String> values) {
    if (chance(5)) {
      ArrayNode list = where.putArray(name);
      some(values).forEach(list::add);
      list.add(chance(4) ? "nowhere" : values.get(random.nextInt(values.size())));
    }
  }

  private void tags(ObjectNode where, String name, List<String> values) {
    if (chance(4)) {
      ObjectNode tags = where.putObject(name);
      for (String list : List.of("all", "any", "none")) {
        if (chance(2)) {
          ArrayNode array = tags.putArray(list);
          some(values).stream().limit(list.equals("any") ? 3 : 1).forEach(array::add);
          if (chance(10)) {
            array.add("nothing");
          }
        }
      }
    }
  }

  private void range(ObjectNode where, String name, int most) {
    if (chance(6)) {
      ObjectNode range = where.putObject(name);
      BigDecimal lowest = BigDecimal.valueOf(random.nextInt(most * 10), 2);
      if (!chance(3)) {
        range.put("min", lowest);
      }
      if (!chance(3)) {
        range.put("max", lowest.add(BigDecimal.valueOf(random.nextInt(most * 5), 2)));
      }
    }
  }

  private List<Integer> cells(java.util.function.IntUnaryOperator cell) {
    return IntStream.range(0, NIGHTS).map(cell).boxed().toList();
  }

  private LocalDate day(int days) {
    return FIRST_NIGHT.plusDays(random.nextInt(days));
  }

  private BigDecimal number(int most) {
    return chance(6) ? null : BigDecimal.valueOf(random.nextInt(most), 1);
  }

  private String oneOrNull(List<String> values) {
    return chance(8) ? null : values.get(random.nextInt(values.size()));
  }

  private TreeSet<String> some(List<String> values) {
    TreeSet<String> some = new TreeSet<>();
    values.stream().filter(value -> chance(3)).forEach(some::add);
    return some;
  }

  private boolean chance(int oneIn) {
    return random.nextInt(oneIn) == 0;
  }
}

package tatami.oracle.hotel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The filters of all catalogs of hotels. */
public enum HotelFilter {
  AREA(Kind.PATH, true, "region", "city"),
  KIND(Kind.CATEGORY, true, "kind"),
  AMENITY(Kind.TAGS, true, "amenities"),
  RATING(Kind.NUMBER, true, "rating"),
  SPOT(Kind.POINT, true, "latitude", "longitude"),
  ABOUT(Kind.WORDS, true, "title", "city"),
  WING(Kind.PATH, false, "building", "floor"),
  MEAL(Kind.CATEGORY, false, "meal"),
  MARK(Kind.TAGS, false, "plan_tags"),
  SPACE(Kind.NUMBER, false, "room_size"),
  OFFERED(Kind.WORDS, false, "plan_title", "room_title");

  /** What a filter is about. */
  public enum Kind {
    PATH,
    CATEGORY,
    TAGS,
    NUMBER,
    POINT,
    WORDS
  }

  private final Kind kind;
  private final boolean ofProperty;
  private final List<String> columns;

  HotelFilter(Kind kind, boolean ofProperty, String... columns) {
    this.kind = kind;
    this.ofProperty = ofProperty;
    this.columns = List.of(columns);
  }

  /** Returns the filter of a name. */
  public static HotelFilter named(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }

  /** Returns the name in requests. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Returns what it is about. */
  public Kind kind() {
    return kind;
  }

  /** Tells whether it is about properties, not offers. */
  public boolean isOfProperty() {
    return ofProperty;
  }

  /** Returns the columns that it reads. */
  public List<String> columns() {
    return columns;
  }

  /** Returns the texts of its columns that a row has. */
  List<String> texts(Map<String, String> row) {
    return columns.stream().filter(row::containsKey).map(row::get).toList();
  }

  /** Returns the values of paths, categories and tags that a row counts under. */
  Collection<String> values(Map<String, String> row) {
    return switch (kind) {
      case PATH -> nodes(texts(row));
      case CATEGORY -> texts(row);
      case TAGS -> tags(row.get(columns.get(0)));
      case NUMBER, POINT, WORDS -> List.of();
    };
  }

  private static List<String> nodes(List<String> levels) {
    List<String> nodes = new ArrayList<>();
    for (String level : levels) {
      String name = level.replace("~", "~0").replace("/", "~1");
      nodes.add(nodes.isEmpty() ? name : nodes.get(nodes.size() - 1) + "/" + name);
    }
    return nodes;
  }

  private static Collection<String> tags(String text) {
    LinkedHashSet<String> tags = new LinkedHashSet<>();
    if (text != null) {
      tags.addAll(Arrays.asList(text.split("\\|", -1)));
    }
    tags.remove("");
    return tags;
  }
}

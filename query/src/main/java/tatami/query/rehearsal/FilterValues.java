package tatami.query.rehearsal;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import tatami.query.release.CatalogFilter;
import tatami.query.release.Dictionary;
import tatami.query.release.OpenRelease;
import tatami.searchtable.description.FilterLayout;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Chooses values of filters that are in a release's data, as a request writes them. */
final class FilterValues {

  /** Most filters with one value each that one request may have. */
  static final int MOST_FILTERS = 50;

  /** Stands for a value where a dictionary has none; a request may name it all the same. */
  private static final String UNKNOWN = "?";

  private static final int SEVERAL = 3;
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private final OpenRelease release;

  FilterValues(OpenRelease release) {
    this.release = release;
  }

  /** Returns one value of a filter. */
  JsonNode one(CatalogFilter filter) {
    return each(filter).values().iterator().next();
  }

  /** Returns the forms that a condition on a filter can take, by a word for each. */
  Map<String, JsonNode> each(CatalogFilter filter) {
    Map<String, JsonNode> forms = new LinkedHashMap<>();
    FilterLayout layout = filter.layout();
    if (layout instanceof FilterLayout.Number number) {
      forms.put("above the middle", range(number));
    } else if (layout instanceof FilterLayout.Point) {
      forms.put("within", within(-90, -180, 90, 180));
      forms.put("within, over the antimeridian", within(-90, 170, 90, -170));
      forms.put("near", near());
    } else if (layout instanceof FilterLayout.Keyword) {
      forms.put("of words", MAPPER.valueToTree("ab cd"));
    } else if (layout instanceof FilterLayout.Tags) {
      List<String> tags = apart(filter);
      for (String kind : List.of("all", "any", "none")) {
        ObjectNode one = MAPPER.createObjectNode();
        one.set(kind, MAPPER.valueToTree(kind.equals("all") ? tags.subList(0, 1) : tags));
        forms.put(kind, one);
      }
    } else {
      forms.put("of one value", MAPPER.valueToTree(List.of(first(filter))));
      forms.put("of several values", MAPPER.valueToTree(apart(filter)));
    }
    return forms;
  }

  /** Returns a circle; where no point is inside, the plan is that of an empty one. */
  JsonNode near() {
    ObjectNode form = MAPPER.createObjectNode();
    form.putObject("near").put("lat", 0).put("lon", 0).put("km", 500);
    return form;
  }

  private static JsonNode within(int south, int west, int north, int east) {
    ObjectNode form = MAPPER.createObjectNode();
    form.putArray("within").add(south).add(west).add(north).add(east);
    return form;
  }

  private static JsonNode range(FilterLayout.Number number) {
    ObjectNode form = MAPPER.createObjectNode();
    if (number.bounds().isEmpty()) {
      return form.put("min", 0);
    }
    BigDecimal highest = number.bounds().get(1);
    return form.put("min", highest.add(number.bounds().get(0)).divide(BigDecimal.valueOf(2)))
        .put("max", highest);
  }

  private String first(CatalogFilter filter) {
    return release.dictionary(filter).values().stream().findFirst().orElse(UNKNOWN);
  }

  /** Returns a few values, of a path leaves that do not lie side by side: no two are one range. */
  private List<String> apart(CatalogFilter filter) {
    Dictionary dictionary = release.dictionary(filter);
    int[] codes = dictionary.codes();
    int[] leaves =
        IntStream.range(0, codes.length)
            .filter(
                place ->
                    place + 1 == codes.length
                        || codes[place + 1] > dictionary.lastCode(codes[place]))
            .limit(2L * SEVERAL)
            .toArray();
    List<String> values =
        IntStream.range(0, leaves.length)
            .filter(index -> index % 2 == 0)
            .mapToObj(index -> dictionary.values().get(leaves[index]))
            .toList();
    return values.isEmpty() ? List.of(UNKNOWN) : values;
  }
}

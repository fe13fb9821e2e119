package tatami.query.form;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import tatami.query.release.CatalogFilter;
import tatami.query.release.OpenRelease;
import tatami.query.request.SortReader;
import tatami.searchtable.description.FilterLayout;
import tatami.searchtable.description.ReleaseDescription;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes what a release can be asked, as JSON. */
public final class FormWriter {

  /** Values that are listed of one filter at most. */
  private static final int MOST_VALUES = 500;

  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN).build();

  private FormWriter() {}

  /** Returns the JSON of a release. */
  public static String write(OpenRelease release, LocalDate today) {
    ReleaseDescription description = release.description();
    ObjectNode form = MAPPER.createObjectNode();
    form.put("catalog", description.catalog());
    form.put("release", release.number());
    form.put("currency", description.currency().code());
    form.put("currency_digits", description.currency().digits());
    form.put("time_zone", description.timeZone());
    form.put("today", today.toString());
    if (description.horizon() == null) {
      form.putNull("horizon");
    } else {
      ObjectNode horizon = form.putObject("horizon");
      horizon.put("first_night", description.horizon().firstNight().toString());
      horizon.put("nights", description.horizon().nights());
    }
    form.put("maximum_nights", description.maximumNights());
    ArrayNode filters = form.putArray("filters");
    release.listFilters().forEach(filter -> writeFilter(release, filter, filters));
    ArrayNode sorts = form.putArray("sorts");
    SortReader.listNames(description).forEach(sorts::add);
    ArrayNode show = form.putArray("show");
    description.property().show().forEach(column -> show.add(column.name()));
    boolean priced = description.stay() != null;
    form.put(
        "price_model", priced ? description.stay().model().name().toLowerCase(Locale.ROOT) : null);
    return MAPPER.writeValueAsString(form);
  }

  private static void writeFilter(OpenRelease release, CatalogFilter filter, ArrayNode filters) {
    FilterLayout layout = filter.layout();
    ObjectNode json = filters.addObject();
    json.put("name", filter.name());
    json.put("kind", kind(layout));
    json.put("grain", filter.grain().name().toLowerCase(Locale.ROOT));
    if (layout instanceof FilterLayout.Number number) {
      writeBounds(number.bounds(), json);
    } else if (!(layout instanceof FilterLayout.Point || layout instanceof FilterLayout.Keyword)) {
      ArrayNode values = json.putArray("values");
      release.dictionary(filter).values().stream().limit(MOST_VALUES).forEach(values::add);
    }
  }

  private static void writeBounds(List<BigDecimal> bounds, ObjectNode json) {
    if (!bounds.isEmpty()) {
      json.put("min", bounds.get(0).stripTrailingZeros());
      json.put("max", bounds.get(1).stripTrailingZeros());
    }
  }

  private static String kind(FilterLayout layout) {
    if (layout instanceof FilterLayout.Path) {
      return "path";
    }
    if (layout instanceof FilterLayout.Category) {
      return "category";
    }
    if (layout instanceof FilterLayout.Tags) {
      return "tags";
    }
    if (layout instanceof FilterLayout.Keyword) {
      return "keyword";
    }
    return layout instanceof FilterLayout.Number ? "number" : "point";
  }
}

package tatami.query.request;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import tatami.query.release.CatalogFilter;
import tatami.query.release.Dictionary;
import tatami.query.release.OpenRelease;
import tatami.query.request.Condition.HasTags;
import tatami.query.request.Condition.InSubtrees;
import tatami.query.request.Condition.Interval;
import tatami.query.request.Condition.IsOneOf;
import tatami.searchtable.description.FilterLayout;
import tools.jackson.databind.JsonNode;

/** Reads {@code where}: values become codes; those that no row has become warnings. */
final class WhereReader {

  private static final int MOST_VALUES = 50;
  private static final RequestObject.Names TAG_FIELDS =
      RequestObject.Names.fields("all", "any", "none");

  private final OpenRelease release;
  private final Findings findings;
  private int values;

  WhereReader(OpenRelease release, Findings findings) {
    this.release = release;
    this.findings = findings;
  }

  List<Condition> read(RequestObject request) {
    List<Condition> conditions = new ArrayList<>();
    Optional<JsonNode> node = request.findNullable("where");
    if (node.isEmpty()) {
      return conditions;
    }
    List<String> known = release.listFilters().stream().map(CatalogFilter::name).toList();
    String pointer = request.pointerTo("where");
    Optional<RequestObject> where =
        RequestObject.open(node.get(), pointer, findings, new RequestObject.Names("filter", known));
    if (where.isEmpty()) {
      return conditions;
    }
    for (String name : node.get().propertyNames()) {
      release
          .findFilter(name)
          .ifPresent(
              filter ->
                  conditions.addAll(
                      readFilter(filter, node.get().get(name), where.get().pointerTo(name))));
    }
    if (values > MOST_VALUES) {
      findings.refuse(pointer, null, "at most " + MOST_VALUES + " filter values, got " + values);
    }
    checkOneNear(conditions, pointer);
    conditions.sort(Comparator.comparing(condition -> condition.filter().name()));
    return conditions;
  }

  private void checkOneNear(List<Condition> conditions, String pointer) {
    if (conditions.stream().filter(Condition.Near.class::isInstance).count() > 1) {
      findings.refuse(pointer, null, "\"near\" of one point only");
    }
  }

  private List<? extends Condition> readFilter(
      CatalogFilter filter, JsonNode node, String pointer) {
    FilterLayout layout = filter.layout();
    if (layout instanceof FilterLayout.Path) {
      return List.of(readPath(filter, node, pointer));
    }
    if (layout instanceof FilterLayout.Category) {
      return List.of(new IsOneOf(filter, readCodes(filter, node, pointer, true)));
    }
    if (layout instanceof FilterLayout.Tags) {
      return readTags(filter, node, pointer);
    }
    if (layout instanceof FilterLayout.Number number) {
      return new NumberReader(filter, number, findings).read(node, pointer).stream().toList();
    }
    if (layout instanceof FilterLayout.Point) {
      return new PointReader(filter, findings).read(node, pointer);
    }
    return new WordsReader(filter, findings).read(node, pointer).stream().toList();
  }

  private InSubtrees readPath(CatalogFilter filter, JsonNode node, String pointer) {
    Dictionary dictionary = release.dictionary(filter);
    List<Interval> merged = new ArrayList<>();
    for (int code : readCodes(filter, node, pointer, true)) {
      Interval last = merged.isEmpty() ? null : merged.get(merged.size() - 1);
      if (last != null && code <= last.last() + 1) {
        int end = Math.max(last.last(), dictionary.lastCode(code));
        merged.set(merged.size() - 1, new Interval(last.first(), end));
      } else {
        merged.add(new Interval(code, dictionary.lastCode(code)));
      }
    }
    return new InSubtrees(filter, merged);
  }

  private List<HasTags> readTags(CatalogFilter filter, JsonNode node, String pointer) {
    Optional<RequestObject> tags = RequestObject.open(node, pointer, findings, TAG_FIELDS);
    if (tags.isEmpty()) {
      return List.of();
    }
    List<Integer> all = readTagList(filter, tags.get(), "all");
    List<Integer> any = readTagList(filter, tags.get(), "any");
    List<Integer> none = readTagList(filter, tags.get(), "none");
    return all == null && any == null && none == null
        ? List.of()
        : List.of(new HasTags(filter, all, any, none));
  }

  /** Returns null where the list is absent or empty. */
  private List<Integer> readTagList(CatalogFilter filter, RequestObject tags, String name) {
    Optional<JsonNode> list = tags.find(name);
    if (list.isEmpty() || (list.get().isArray() && list.get().isEmpty())) {
      return null;
    }
    List<Integer> codes = readCodes(filter, list.get(), tags.pointerTo(name), false);
    if (name.equals("all")) {
      return codes;
    }
    return codes.stream().filter(code -> code != HasTags.UNKNOWN_CODE).toList();
  }

  /** Returns the codes ascending, each once; an unknown value is left out or, for tags, −1. */
  private List<Integer> readCodes(
      CatalogFilter filter, JsonNode node, String pointer, boolean leaveUnknownOut) {
    if (!node.isArray() || node.isEmpty()) {
      String got = node.isArray() ? "an empty one" : RequestObject.kindOf(node);
      findings.refuse(pointer, node, "must be an array of at least one string, got " + got);
      return List.of();
    }
    values += node.size();
    List<Integer> codes = new ArrayList<>();
    for (int index = 0; index < node.size(); index++) {
      JsonNode value = node.get(index);
      if (!value.isString()) {
        String got = RequestObject.kindOf(value);
        findings.refuse(pointer + "/" + index, value, "must be a string, got " + got);
        continue;
      }
      codes.add(code(filter, value.stringValue()));
    }
    return codes.stream()
        .filter(code -> !leaveUnknownOut || code != HasTags.UNKNOWN_CODE)
        .distinct()
        .sorted()
        .toList();
  }

  private int code(CatalogFilter filter, String value) {
    OptionalInt code = release.dictionary(filter).findCode(value);
    if (code.isEmpty()) {
      findings.warn(
          "where." + filter.name() + ": unknown value \"" + RequestObject.shortened(value) + "\"");
    }
    return code.orElse(HasTags.UNKNOWN_CODE);
  }
}

package tatami.searchbuild.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tatami.ingest.feed.ColumnType;
import tatami.searchbuild.catalog.YamlNode.Entry;
import tatami.searchbuild.catalog.YamlNode.Scalar;

/** Reads the property and the offer. The property is the one without {@code parent}. */
final class SearchReader {

  private static final String USAGE =
      " has the property, and the offer with \"parent: PROPERTY\" if it has one";

  private final KnownFeeds feeds;
  private final Problems problems;
  private Optional<PropertyDefinition> property = Optional.empty();
  private Optional<OfferDefinition> offer = Optional.empty();

  SearchReader(KnownFeeds feeds, Problems problems) {
    this.feeds = feeds;
    this.problems = problems;
  }

  Optional<PropertyDefinition> property() {
    return property;
  }

  Optional<OfferDefinition> offer() {
    return offer;
  }

  void read(Section search) {
    GrainReader reader = new GrainReader(feeds, problems);
    List<Grain> properties = new ArrayList<>();
    List<Grain> offers = new ArrayList<>();
    for (Entry entry : search.entries()) {
      Optional<Grain> grain = search.open(entry).map(section -> reader.read(entry, section));
      grain.ifPresent(found -> (found.section().has("parent") ? offers : properties).add(found));
    }
    checkNumber(search, properties, offers);
    properties.forEach(this::readProperty);
    offers.forEach(found -> readOffer(found, properties));
  }

  private void checkNumber(Section search, List<Grain> properties, List<Grain> offers) {
    boolean allRead = properties.size() + offers.size() == search.entries().size();
    if (allRead && properties.isEmpty()) {
      String got = offers.isEmpty() ? "nothing" : "none without \"parent\"";
      problems.add(search.place(), search.path() + USAGE + ", got " + got);
    }
    refuseFurther(search, "property", properties);
    refuseFurther(search, "offer", offers);
  }

  private void refuseFurther(Section search, String what, List<Grain> grains) {
    for (Grain grain : grains.stream().skip(1).toList()) {
      problems.add(
          search.placeOf(grain.name()),
          search.path()
              + USAGE
              + ": \""
              + grain.name()
              + "\" is a second "
              + what
              + " beside \""
              + grains.get(0).name()
              + "\"");
    }
  }

  private void readProperty(Grain grain) {
    if (grain.section().has("stay")) {
      problems.add(
          grain.section().placeOf("stay"),
          grain.section().pathOf("stay") + " belongs to the offer, the one with \"parent\"");
    }
    int before = problems.count();
    List<SortDefinition> sorts = SortReader.read(grain, problems);
    Optional<String> timeZone =
        grain.columns().readOne(grain.section(), "time_zone", ColumnUse.TIME_ZONE);
    LayoutDefinition layout = LayoutReader.read(grain, sorts, problems);
    boolean whole = grain.from() != null && !grain.key().isEmpty();
    if (problems.count() == before && whole) {
      property =
          Optional.of(
              new PropertyDefinition(
                  grain.name(),
                  grain.from(),
                  grain.where(),
                  grain.key(),
                  grain.filters(),
                  sorts,
                  grain.show(),
                  timeZone.orElse(null),
                  layout));
    }
  }

  private void readOffer(Grain grain, List<Grain> properties) {
    Section section = grain.section();
    section.require("stay");
    for (String word : List.of("sort", "time_zone")) {
      if (section.has(word)) {
        problems.add(
            section.placeOf(word),
            section.pathOf(word) + " belongs to the property, the one without \"parent\"");
      }
    }
    section.text("parent").ifPresent(word -> checkParent(word, grain, properties));
    Optional<StayDefinition> stay =
        section
            .section("stay")
            .flatMap(found -> new StayReader(found, feeds, grain.columns(), problems).read());
    if (stay.isEmpty() && section.has("layout")) {
      problems.addFollowing();
    }
    if (stay.isPresent() && grain.from() != null) {
      boolean hasZones = properties.stream().anyMatch(found -> found.section().has("time_zone"));
      LayoutDefinition layout = LayoutReader.read(grain, stay.get(), hasZones, problems);
      offer =
          Optional.of(
              new OfferDefinition(
                  grain.name(),
                  grain.from(),
                  grain.where(),
                  grain.key(),
                  grain.filters(),
                  stay.get(),
                  grain.show(),
                  layout));
    }
  }

  private void checkParent(Scalar word, Grain grain, List<Grain> properties) {
    Optional<Grain> parent =
        properties.stream().filter(found -> found.name().equals(word.text())).findFirst();
    if (parent.isEmpty()) {
      Set<String> known = properties.stream().map(Grain::name).collect(Collectors.toSet());
      problems.addUnknown(word, "property", "in " + grain.section().pathOf("parent"), known);
      return;
    }
    for (String column : parent.get().key()) {
      Set<ColumnType> types = parent.get().columns().typesOf(column);
      String sentence = "property \"" + word.text() + "\" is found by its key column";
      grain.columns().checkJoin(column, types, word.place(), sentence);
    }
  }
}

package tatami.searchbuild.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import tatami.ingest.feed.FeedDefinition;
import tatami.searchbuild.catalog.Catalog.CalendarRange;
import tatami.searchbuild.catalog.YamlNode.Entry;
import tatami.searchbuild.catalog.YamlNode.Scalar;

/** Reads a whole catalog: its settings, then the feeds, then what is searched. */
final class CatalogReader {

  private static final List<String> WORDS =
      List.of("catalog", "time_zone", "currency", "calendar", "max_nights", "feeds", "search");
  private static final int MOST_DAYS = 1100;
  private static final int MOST_NIGHTS = 366;

  private final CatalogOverrides overrides;
  private final Problems problems;

  CatalogReader(CatalogOverrides overrides, Problems problems) {
    this.overrides = overrides;
    this.problems = problems;
  }

  /** Returns the catalog; empty where there are problems. */
  Optional<Catalog> read(YamlNode root) {
    SettingReader settings = new SettingReader(overrides, problems);
    settings.checkOverrides();
    Section top = Section.open(root, "", root.place(), problems).orElse(null);
    if (top == null) {
      return Optional.empty();
    }
    top.allow(WORDS);
    top.require("catalog", "feeds", "search");
    Optional<String> name = settings.readName(top);
    Optional<String> timeZone = settings.readTimeZone(top);
    Optional<String> currency = settings.readCurrency(top);
    Optional<CalendarRange> calendar = top.section("calendar").flatMap(this::readCalendar);
    OptionalInt maximumNights = top.wholeNumber("max_nights", 1, MOST_NIGHTS);
    KnownFeeds feeds = readFeeds(top);
    new ReferenceCheck(feeds, problems).check();
    if (!top.has("calendar")) {
      requireCalendar(top, feeds);
    }
    SearchReader search = new SearchReader(feeds, problems);
    top.section("search").ifPresent(search::read);
    if (problems.count() > 0) {
      return Optional.empty();
    }
    return Optional.of(
        new Catalog(
            name.orElseThrow(),
            timeZone.orElseThrow(),
            currency.orElseThrow(),
            calendar.orElse(null),
            maximumNights.orElse(MOST_NIGHTS),
            definitionsOf(feeds),
            search.property().orElseThrow(),
            search.offer().orElse(null)));
  }

  private Optional<CalendarRange> readCalendar(Section calendar) {
    calendar.allow(List.of("start", "days"));
    if (!calendar.has("start") && !calendar.has("days")) {
      problems.add(
          calendar.place(), calendar.path() + " needs \"start: feed\", \"days: N\" or both");
    }
    boolean startsAtFeed = calendar.choice("start", List.of("feed")).isPresent();
    OptionalInt days = calendar.wholeNumber("days", 1, MOST_DAYS);
    return Optional.of(new CalendarRange(startsAtFeed, days.orElse(0)));
  }

  private KnownFeeds readFeeds(Section top) {
    Optional<Section> section = top.section("feeds");
    List<KnownFeed> feeds = new ArrayList<>();
    for (Entry entry : section.map(Section::entries).orElse(List.of())) {
      feeds.add(
          section
              .orElseThrow()
              .open(entry)
              .map(feed -> new FeedReader(feed, problems).read(entry.word()))
              .orElseGet(() -> unreadable(entry.word())));
    }
    if (section.isPresent() && feeds.isEmpty()) {
      problems.add(top.placeOf("feeds"), "feeds is empty: a catalog has at least one");
    }
    return new KnownFeeds(feeds, problems);
  }

  private static KnownFeed unreadable(Scalar name) {
    return new KnownFeed(
        name.text(), List.of(), List.of(), List.of(), true, false, Optional.empty());
  }

  private void requireCalendar(Section top, KnownFeeds feeds) {
    feeds.list().stream()
        .filter(feed -> feed.hasCalendar() && feed.complete())
        .findFirst()
        .ifPresent(
            feed ->
                problems.add(
                    top.place(),
                    "calendar is missing, feed \""
                        + feed.name()
                        + "\" has one: write calendar: {start: feed} or calendar: {days: 366}"));
  }

  private static List<FeedDefinition> definitionsOf(KnownFeeds feeds) {
    return feeds.list().stream().map(feed -> feed.definition().orElseThrow()).toList();
  }
}

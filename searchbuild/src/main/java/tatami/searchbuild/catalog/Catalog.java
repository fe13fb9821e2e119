package tatami.searchbuild.catalog;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import tatami.ingest.feed.ColumnDefinition;
import tatami.ingest.feed.ColumnType;
import tatami.ingest.feed.FeedDefinition;

/**
 * What a user wrote in {@code catalog.yaml}, checked: feeds, search tables, and what a search may
 * filter, sort and show.
 *
 * @param name matches {@code ^[a-z][a-z0-9_]{0,39}$}
 * @param timeZone IANA name of the zone of "today"
 * @param currency ISO 4217 letters
 * @param calendar which nights packed calendars cover; null where no feed has a calendar
 * @param maximumNights longest stay that may be asked for
 * @param feeds in the order of the file
 * @param property what a result lists
 * @param offer what is sold; null for a catalog of properties alone
 */
public record Catalog(
    String name,
    String timeZone,
    String currency,
    CalendarRange calendar,
    int maximumNights,
    List<FeedDefinition> feeds,
    PropertyDefinition property,
    OfferDefinition offer) {

  /** Copies the list. */
  public Catalog {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(timeZone, "timeZone");
    Objects.requireNonNull(currency, "currency");
    Objects.requireNonNull(property, "property");
    feeds = List.copyOf(feeds);
  }

  /** Finds a feed by its name. */
  public Optional<FeedDefinition> findFeed(String feedName) {
    return feeds.stream().filter(feed -> feed.name().equals(feedName)).findFirst();
  }

  /**
   * Returns the type of a column by its name, from the first feed that has it; feeds that rows of
   * property and offer are made of come before those that only give bands, rebates and calendars.
   */
  public ColumnType columnType(String column) {
    return Stream.concat(feeds.stream().filter(this::isInFrom), feeds.stream())
        .map(feed -> feed.findColumn(column))
        .flatMap(Optional::stream)
        .findFirst()
        .map(ColumnDefinition::type)
        .orElseThrow(() -> new IllegalArgumentException("no such column: column=" + column));
  }

  private boolean isInFrom(FeedDefinition feed) {
    return new SqlWords(property.from().text()).names().contains(feed.name())
        || (offer != null && new SqlWords(offer.from().text()).names().contains(feed.name()));
  }

  /**
   * Which nights packed calendars cover.
   *
   * @param startsAtFeed true: the feeds' own first day; false: the business date, or the feeds'
   *     first day where that is later
   * @param days how many nights; 0 where the feeds' own last day decides
   */
  public record CalendarRange(boolean startsAtFeed, int days) {}
}

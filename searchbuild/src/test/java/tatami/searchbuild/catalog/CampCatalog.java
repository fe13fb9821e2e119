package tatami.searchbuild.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;

/** A small catalog that is right, and what is said about it once something in it is replaced. */
final class CampCatalog {

  static final String TEXT =
      """
      catalog: camp
      time_zone: Europe/Oslo
      currency: NOK
      calendar: { start: feed, days: 90 }
      max_nights: 28
      feeds:
        camp:
          files: camp.csv
          key: camp_code
          columns:
            camp_code: text
            title: text
            county: text
            extras: { type: "text[]", split: ";" }
            stars: { type: numeric, optional: true }
            closed: { type: boolean, map: { J: t, N: f } }
            latitude: numeric
            longitude: numeric
        pitch:
          files: [pitch.csv]
          key: [camp_code, pitch_code]
          columns:
            camp_code: text
            pitch_code: text
            surface: text
            opens: date
            shuts: date
            least: integer
            heads_max: integer
          expect: { rejected: 2.5% }
        night:
          files: night.csv
          key: [camp_code, pitch_code]
          columns: { camp_code: text, pitch_code: text }
          calendar: { day: date, values: { free: integer, fee: money, least_nights: integer } }
          duplicates: last
      search:
        camp:
          from: camp
          where: closed IS NOT TRUE
          key: camp_code
          filter:
            county: { category: county }
            extras: { tags: extras }
            stars: { number: stars }
            place: { point: [latitude, longitude] }
          sort:
            recommended: [stars desc, camp_code]
            stars: [stars desc, recommended]
          show: [title]
        pitch:
          from: pitch
          parent: camp
          key: pitch_code
          filter: { surface: { category: surface } }
          stay:
            stock: { feed: night, value: free }
            price: { feed: night, value: fee, per: unit, capacity: heads_max }
            sale: [opens, shuts]
            min_stay: { first: [night.least_nights, pitch.least] }
      """;

  private CampCatalog() {}

  static Catalog read() {
    return parse(TEXT);
  }

  /** Returns the text with something replaced, which must be there. */
  static String with(String written, String replacement) {
    assertThat(TEXT).contains(written);
    return TEXT.replace(written, replacement);
  }

  static Catalog parse(String text) {
    return CatalogFile.parse(Path.of("catalog.yaml"), text, CatalogOverrides.none());
  }

  /** Lists what is wrong with a text, each problem as a user sees it; empty for a good one. */
  static List<String> problemsOf(String text) {
    try {
      parse(text);
      return List.of();
    } catch (CatalogProblemsException e) {
      return e.getMessage().lines().toList();
    }
  }
}

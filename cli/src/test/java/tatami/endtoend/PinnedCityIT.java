package tatami.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** Other codecs and orders, pinned in the catalog: tables change, answers stay the oracle's. */
class PinnedCityIT {

  private static final int SEARCHES = Math.min(60, DifferentialRun.SEARCHES);

  private enum Pins {
    WIDE(
        """
        codec: { filter_area: int8, filter_room_type: int8, filter_property_type: int8,
          filter_rating: int8, filter_location_latitude: int8, filter_location_longitude: int8,
          sort_rating: int8 }
        """,
        "codec: { property: int8, stock: int8, maximum_heads: int8, minimum_stay: int8,"
            + " maximum_stay: int8 }",
        "filter_rating int8, filter_location_latitude int8, filter_location_longitude int8,"
            + " sort_rating int8",
        "property int8, stock int8, maximum_heads int8"),
    BITS(
        """
        codec: { filter_area: bits, filter_room_type: bits, filter_property_type: bits,
          filter_rating: bits, filter_amenities: bits }
        """,
        "codec: { maximum_heads: bits, minimum_stay: bits, maximum_stay: bits }",
        "bits_1",
        "bits_1"),
    ARRAYS(
        """
        codec: { filter_area: int4, filter_room_type: int4, filter_property_type: int2,
          filter_rating: int2, filter_amenities: array }
        """,
        "codec: { property: int4, stock: int2, minimum_stay: int4, maximum_stay: int8 }",
        "filter_amenities int2[]",
        "property int4, minimum_stay int4"),
    PADDED(
        """
        codec: { filter_rating: int2, filter_room_type: int2, filter_area: int8,
          filter_amenities: array }
        order: [filter_rating, filter_area, filter_room_type, id, filter_amenities, sort_rating]
        """,
        "{ codec: { minimum_stay: int2, maximum_stay: int8 },"
            + " order: [minimum_stay, maximum_stay, stock, id, property] }",
        "filter_rating int2, filter_area int8, filter_room_type int2, id int4,"
            + " filter_amenities int2[], sort_rating int2, filter_location_latitude int4",
        "minimum_stay int2, maximum_stay int8, stock int2, id int4, property int2"),
    POINTS_AND_TAGS_FIRST(
        """
        codec: { filter_amenities: bits }
        order: [filter_amenities, filter_location_longitude, filter_location_latitude]
        """,
        "order: [maximum_heads, property]",
        "filter_location_longitude int4, filter_location_latitude int4",
        "property int2");

    private final String property;
    private final String offer;
    private final String propertyColumns;
    private final String offerColumns;

    Pins(String property, String offer, String propertyColumns, String offerColumns) {
      this.property = property;
      this.offer = offer;
      this.propertyColumns = propertyColumns;
      this.offerColumns = offerColumns;
    }

    String catalog() throws IOException {
      String shipped =
          Files.readString(ProjectFolder.find().resolve("catalogs/airbnb/catalog.yaml"));
      return PinnedCatalog.of(shipped)
          .with("    sort:\n", property)
          .with("    stay:\n", offer)
          .text();
    }
  }

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource(Pins.class)
  void answersAsTheOracleDoesWhateverIsPinned(Pins pins) throws IOException, SQLException {
    Path catalog = folder.resolve("catalog.yaml");
    Files.writeString(catalog, pins.catalog());
    Commands commands = Commands.onAnEmptyDatabase();
    for (SmallVintage vintage : SmallVintage.values()) {
      TestCity city = SmallCities.read(vintage);
      CityUnderTest pinned = city.in(commands);
      pinned.rebuild(city.folder(), catalog);
      PhysicalTables tables = new PhysicalTables(commands, city.name() + "_r1");
      assertThat(tables.columns("listing")).contains(pins.propertyColumns);
      assertThat(tables.columns("offer")).contains(pins.offerColumns);
      JsonNode layout = commands.document("layout", city.name(), "--output=json").path("tables");
      assertThat(layout.path("listing").path("columns").toString())
          .contains("pinned in the catalog");
      assertThat(layout.path("offer").path("columns").toString()).contains("pinned in the catalog");
      DifferentialRun run = new DifferentialRun(city, PinnedCityIT.class);
      run.report(run.converse(pinned, SEARCHES), Set.of()).assertNoDifference();
    }
  }

  @Test
  void aPinnedOrderThatWastesBytesIsNamedWithItsPadding() throws IOException {
    Path catalog = folder.resolve("catalog.yaml");
    Files.writeString(catalog, Pins.PADDED.catalog());
    Commands commands = Commands.onAnEmptyDatabase();
    TestCity city = SmallCities.read(SmallVintage.LAKESIDE);
    JsonNode summary = city.in(commands).rebuild(city.folder(), catalog);
    assertThat(summary.path("warnings").toString())
        .contains("table listing: the order that the catalog pins costs 8 bytes of padding a row")
        .contains("table offer: the order that the catalog pins costs 8 bytes of padding a row");
    JsonNode tables = commands.document("layout", city.name(), "--output=json").path("tables");
    assertThat(tables.path("listing").path("padding_bytes").asInt()).isEqualTo(8);
    assertThat(tables.path("offer").path("padding_bytes").asInt()).isEqualTo(8);
  }
}

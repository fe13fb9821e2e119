package tatami.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * Whether prices share calendars is estimated from a sample of their rows. Here all rows of the
 * sample share one, and a row outside it has more prices than a shared calendar has ranks.
 */
class UnsharedPriceIT {

  private static final int LISTINGS = 9_000;
  private static final int NIGHTS = 300;

  /** Half of the keys are drawn, by their hash; this one is not. */
  private static final int OUTSIDE_THE_SAMPLE = 1;

  private static final LocalDate FIRST_NIGHT = LocalDate.of(2030, 1, 1);

  @TempDir private Path feeds;

  @Test
  void fillsThePricesAgainWithoutSharing() throws IOException {
    writeListings();
    writeCalendar();
    Commands commands = Commands.onAnEmptyDatabase();
    JsonNode summary =
        commands.document(
            "rebuild",
            "--catalog",
            ProjectFolder.find().resolve("catalogs/airbnb").toString(),
            "--feeds",
            feeds.toString(),
            "--now",
            FIRST_NIGHT.toString(),
            "--output",
            "json");
    assertThat(summary.path("warnings").toString())
        .contains("prices do not share calendars as a sample of them promised");
    JsonNode tables = commands.document("layout", "--output", "json").path("tables");
    assertThat(tables.path("price").path("columns").path(2).path("codec").asString())
        .isEqualTo("own_days");
    assertThat(tables.has("price_day_calendar")).isFalse();
    JsonNode answer =
        commands.document(
            "search",
            "--now",
            FIRST_NIGHT.toString(),
            "{\"stay\": {\"check_in\": \"2030-07-20\", \"nights\": 2}}");
    assertThat(answer.path("total").asInt()).isEqualTo(1);
    int night = (int) (LocalDate.of(2030, 7, 20).toEpochDay() - FIRST_NIGHT.toEpochDay());
    assertThat(answer.path("hits").path(0).path("price").path("min").asLong())
        .isEqualTo(100L * (100 + night) + 100L * (101 + night));
  }

  @Test
  void namesTheRowThatAPinnedCodecCannotHold() throws IOException {
    writeListings();
    writeCalendar();
    String catalog = Files.readString(ProjectFolder.find().resolve("catalogs/airbnb/catalog.yaml"));
    Path pinned = feeds.resolve("pinned.yaml");
    Files.writeString(pinned, catalog.replace("per: unit,", "per: unit, codec: shared_days,"));
    Commands.Outcome outcome =
        Commands.onAnEmptyDatabase()
            .run(
                "rebuild",
                "--catalog",
                pinned.toString(),
                "--feeds",
                feeds.toString(),
                "--now",
                FIRST_NIGHT.toString());
    outcome.assertExit(1);
    assertThat(outcome.err())
        .contains(
            "table \"price\": codec shared_days cannot hold row [1] of \"calendar.price\";"
                + " a row has more than 255 different values; pin codec own_days");
  }

  private void writeListings() throws IOException {
    try (BufferedWriter file = Files.newBufferedWriter(feeds.resolve("listings.csv"))) {
      file.write(
          "id,name,neighbourhood_cleansed,room_type,property_type,amenities,accommodates,"
              + "minimum_nights,maximum_nights,review_scores_rating,number_of_reviews,latitude,"
              + "longitude\n");
      for (int id = 1; id <= LISTINGS; id++) {
        file.write(id + ",Home " + id + ",Shore,Boat,Boat,{},2,1,99,,1,1.5,2.5\n");
      }
    }
  }

  /** Every listing has a price of its own on one night, and one has another price each night. */
  private void writeCalendar() throws IOException {
    try (BufferedWriter file = Files.newBufferedWriter(feeds.resolve("calendar.csv"))) {
      file.write("listing_id,date,available,price\n");
      for (int id = 1; id <= LISTINGS; id++) {
        if (id == OUTSIDE_THE_SAMPLE) {
          for (int night = 0; night < NIGHTS; night++) {
            file.write(id + "," + FIRST_NIGHT.plusDays(night) + ",t,$" + (100 + night) + ".00\n");
          }
        } else {
          file.write(id + "," + FIRST_NIGHT + ",t,$" + (50 + id % 200) + ".00\n");
        }
      }
    }
  }
}

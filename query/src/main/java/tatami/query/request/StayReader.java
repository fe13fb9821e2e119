package tatami.query.request;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;
import tatami.searchtable.description.ReleaseDescription;
import tools.jackson.databind.JsonNode;

/** Reads {@code stay}: dates inside the horizon, guests inside the limits. */
final class StayReader {

  private static final RequestObject.Names FIELDS =
      RequestObject.Names.fields("check_in", "nights", "rooms", "party");
  private static final RequestObject.Names FIELDS_OF_A_RANGE =
      RequestObject.Names.fields("nights", "rooms", "party");

  private final ReleaseDescription description;
  private final LocalDate today;
  private final Findings findings;

  StayReader(ReleaseDescription description, LocalDate today, Findings findings) {
    this.description = description;
    this.today = today;
    this.findings = findings;
  }

  /** Reads the stay of a search. */
  StayRequest read(RequestObject request) {
    return open(request, FIELDS).map(this::readFields).orElse(StayRequest.DEFAULT);
  }

  /** Reads a stay whose check-in is said elsewhere. */
  StayRequest readWithoutCheckIn(RequestObject request) {
    return open(request, FIELDS_OF_A_RANGE)
        .map(stay -> stay(stay, null, readNights(stay)))
        .orElse(StayRequest.DEFAULT);
  }

  private Optional<RequestObject> open(RequestObject request, RequestObject.Names names) {
    Optional<JsonNode> node = request.findNullable("stay");
    if (node.isPresent() && description.stay() == null) {
      request.refuse("stay", "catalog \"" + description.catalog() + "\" has no dates");
      return Optional.empty();
    }
    return node.flatMap(
        stay -> RequestObject.open(stay, request.pointerTo("stay"), findings, names));
  }

  private StayRequest readFields(RequestObject stay) {
    OptionalInt nights = readNights(stay);
    if (!stay.has("check_in")) {
      if (stay.has("nights")) {
        stay.refuse("nights", "needs \"check_in\"");
      }
      return stay(stay, null, OptionalInt.empty());
    }
    Optional<LocalDate> checkIn =
        new DateReader(description.horizon(), today).read(stay, "check_in");
    if (checkIn.isPresent() && nights.isPresent()) {
      checkLastNight(stay, checkIn.get(), nights.getAsInt());
    }
    return stay(stay, checkIn.orElse(null), nights);
  }

  private StayRequest stay(RequestObject stay, LocalDate checkIn, OptionalInt nights) {
    return new StayRequest(checkIn, nights.orElse(1), new GuestsReader(findings).read(stay));
  }

  private OptionalInt readNights(RequestObject stay) {
    return stay.findInteger("nights", 1, description.maximumNights());
  }

  private void checkLastNight(RequestObject stay, LocalDate checkIn, int nights) {
    LocalDate end = description.horizon().end();
    if (checkIn.plusDays(nights).isAfter(end)) {
      stay.refuse(
          "nights",
          "the stay must end by "
              + end
              + ", ends "
              + checkIn.plusDays(nights)
              + "; take fewer nights or an earlier check-in");
    }
  }
}

package tatami.query.request;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import tatami.query.request.Guests.NamedRooms;
import tatami.query.request.Guests.Room;
import tatami.searchtable.description.ReleaseDescription;
import tatami.searchtable.description.ReleaseDescription.Horizon;
import tatami.searchtable.description.StayLayout.PriceModel;
import tools.jackson.databind.JsonNode;

/** Reads {@code stay}: dates inside the horizon, rooms inside the limits. */
final class StayReader {

  private static final int MOST_ROOMS = 8;
  private static final int MOST_HEADS = 32;
  private static final int OLDEST_CHILD = 17;
  private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
  private static final RequestObject.Names FIELDS =
      RequestObject.Names.fields("check_in", "nights", "rooms", "party");
  private static final RequestObject.Names ROOM_FIELDS =
      RequestObject.Names.fields("adults", "children");

  private final ReleaseDescription description;
  private final LocalDate today;
  private final Findings findings;

  StayReader(ReleaseDescription description, LocalDate today, Findings findings) {
    this.description = description;
    this.today = today;
    this.findings = findings;
  }

  StayRequest read(RequestObject request) {
    Optional<JsonNode> node = request.findNullable("stay");
    if (node.isEmpty()) {
      return StayRequest.DEFAULT;
    }
    if (description.stay() == null) {
      request.refuse("stay", "catalog \"" + description.catalog() + "\" has no dates");
      return StayRequest.DEFAULT;
    }
    return RequestObject.open(node.get(), request.pointerTo("stay"), findings, FIELDS)
        .map(this::readFields)
        .orElse(StayRequest.DEFAULT);
  }

  private StayRequest readFields(RequestObject stay) {
    List<Room> rooms = readRooms(stay);
    OptionalInt nights = stay.findInteger("nights", 1, description.maximumNights());
    if (!stay.has("check_in")) {
      if (stay.has("nights")) {
        stay.refuse("nights", "needs \"check_in\"");
      }
      return new StayRequest(null, 1, new NamedRooms(rooms));
    }
    Optional<LocalDate> checkIn = readCheckIn(stay);
    if (checkIn.isPresent() && nights.isPresent()) {
      checkLastNight(stay, checkIn.get(), nights.getAsInt());
    }
    return new StayRequest(checkIn.orElse(null), nights.orElse(1), new NamedRooms(rooms));
  }

  private Optional<LocalDate> readCheckIn(RequestObject stay) {
    JsonNode node = stay.find("check_in").orElseThrow();
    if (!node.isString() || !DATE.matcher(node.stringValue()).matches()) {
      stay.refuse("check_in", "must be a date such as \"2026-12-05\"");
      return Optional.empty();
    }
    LocalDate date;
    try {
      date = LocalDate.parse(node.stringValue());
    } catch (DateTimeException impossible) {
      stay.refuse("check_in", "no such date; a date is yyyy-mm-dd");
      return Optional.empty();
    }
    Horizon horizon = description.horizon();
    LocalDate last = horizon.end().minusDays(1);
    if (date.isBefore(today)) {
      stay.refuse("check_in", "is in the past: today is " + today);
      return Optional.empty();
    }
    if (date.isBefore(horizon.firstNight()) || date.isAfter(last)) {
      stay.refuse("check_in", "must be a night from " + horizon.firstNight() + " to " + last);
      return Optional.empty();
    }
    return Optional.of(date);
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

  private List<Room> readRooms(RequestObject stay) {
    if (stay.has("party")) {
      stay.refuse(
          "party",
          stay.has("rooms")
              ? "either \"rooms\" or \"party\", not both"
              : "not available yet; name the rooms one by one in \"rooms\"");
    }
    if (!stay.has("rooms")) {
      return ((NamedRooms) Guests.DEFAULT).rooms();
    }
    JsonNode list = stay.find("rooms").orElseThrow();
    if (!list.isArray() || list.isEmpty() || list.size() > MOST_ROOMS) {
      String got = list.isArray() ? list.size() + " rooms" : RequestObject.kindOf(list);
      stay.refuse("rooms", "must be an array of 1 to " + MOST_ROOMS + " rooms, got " + got);
      return ((NamedRooms) Guests.DEFAULT).rooms();
    }
    List<Room> rooms = new ArrayList<>();
    for (int index = 0; index < list.size(); index++) {
      rooms.add(readRoom(list.get(index), stay.pointerTo("rooms") + "/" + index));
    }
    int heads = rooms.stream().mapToInt(Room::heads).sum();
    if (heads > MOST_HEADS) {
      stay.refuse("rooms", "at most " + MOST_HEADS + " people in all rooms, got " + heads);
    }
    return rooms;
  }

  private Room readRoom(JsonNode node, String pointer) {
    Optional<RequestObject> room = RequestObject.open(node, pointer, findings, ROOM_FIELDS);
    if (room.isEmpty()) {
      return new Room(1, List.of());
    }
    if (!room.get().has("adults")) {
      findings.refuse(pointer + "/adults", null, "each room needs at least one adult");
    }
    int adults = room.get().findInteger("adults", 1, MOST_HEADS).orElse(1);
    return new Room(adults, readChildren(room.get()));
  }

  private List<Integer> readChildren(RequestObject room) {
    List<Integer> ages = new ArrayList<>();
    Optional<JsonNode> list = room.find("children");
    if (list.isEmpty()) {
      return ages;
    }
    if (!list.get().isArray() || list.get().size() > MOST_HEADS) {
      room.refuse("children", "must be an array of at most " + MOST_HEADS + " ages in years");
      return ages;
    }
    for (int index = 0; index < list.get().size(); index++) {
      String pointer = room.pointerTo("children") + "/" + index;
      RequestObject.integer(list.get().get(index), pointer, 0, OLDEST_CHILD, findings)
          .ifPresent(ages::add);
    }
    if (!ages.isEmpty() && description.stay().model() == PriceModel.PER_PERSON) {
      room.refuse("children", "prices of children are not available yet for this catalog");
    }
    return ages;
  }
}

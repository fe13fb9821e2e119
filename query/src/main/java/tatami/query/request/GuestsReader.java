package tatami.query.request;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import tatami.query.request.Guests.NamedRooms;
import tatami.query.request.Guests.Room;
import tatami.query.request.Guests.SplitParty;
import tools.jackson.databind.JsonNode;

/** Reads who sleeps where: {@code rooms} one by one, or a {@code party} to be split. */
final class GuestsReader {

  private static final int MOST_HEADS = 32;
  private static final int OLDEST_CHILD = 17;
  private static final RequestObject.Names ROOM_FIELDS =
      RequestObject.Names.fields("adults", "children");
  private static final RequestObject.Names PARTY_FIELDS =
      RequestObject.Names.fields("adults", "children", "rooms");

  private final Findings findings;

  GuestsReader(Findings findings) {
    this.findings = findings;
  }

  Guests read(RequestObject stay) {
    if (stay.has("party") && stay.has("rooms")) {
      stay.refuse("party", "either \"rooms\" or \"party\", not both");
      return Guests.DEFAULT;
    }
    if (stay.has("party")) {
      return readParty(stay);
    }
    return stay.has("rooms") ? readRooms(stay) : Guests.DEFAULT;
  }

  private Guests readParty(RequestObject stay) {
    JsonNode node = stay.find("party").orElseThrow();
    String pointer = stay.pointerTo("party");
    Optional<RequestObject> party = RequestObject.open(node, pointer, findings, PARTY_FIELDS);
    if (party.isEmpty()) {
      return Guests.DEFAULT;
    }
    if (!party.get().has("adults")) {
      findings.refuse(pointer + "/adults", null, "a party needs at least one adult");
    }
    OptionalInt adults = party.get().findInteger("adults", 1, MOST_HEADS);
    OptionalInt rooms = party.get().findInteger("rooms", 1, Guests.MOST_ROOMS);
    List<Integer> children = readChildren(party.get());
    int roomCount = rooms.orElse(1);
    if (adults.isPresent() && adults.getAsInt() < roomCount) {
      party
          .get()
          .refuse(
              "adults",
              "each room needs an adult: adults=" + adults.getAsInt() + " rooms=" + roomCount);
    }
    if (adults.orElse(1) + children.size() > MOST_HEADS) {
      int heads = adults.orElse(1) + children.size();
      stay.refuse("party", "at most " + MOST_HEADS + " people, got " + heads);
    }
    return new SplitParty(Math.max(adults.orElse(1), roomCount), children, roomCount);
  }

  private Guests readRooms(RequestObject stay) {
    JsonNode list = stay.find("rooms").orElseThrow();
    if (!list.isArray() || list.isEmpty() || list.size() > Guests.MOST_ROOMS) {
      String got = list.isArray() ? list.size() + " rooms" : RequestObject.kindOf(list);
      String allowed = "must be an array of 1 to " + Guests.MOST_ROOMS + " rooms, got ";
      stay.refuse("rooms", allowed + got);
      return Guests.DEFAULT;
    }
    List<Room> rooms = new ArrayList<>();
    for (int index = 0; index < list.size(); index++) {
      rooms.add(readRoom(list.get(index), stay.pointerTo("rooms") + "/" + index));
    }
    NamedRooms named = new NamedRooms(rooms);
    if (named.heads() > MOST_HEADS) {
      stay.refuse("rooms", "at most " + MOST_HEADS + " people in all rooms, got " + named.heads());
    }
    return named;
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

  private List<Integer> readChildren(RequestObject heads) {
    List<Integer> ages = new ArrayList<>();
    Optional<JsonNode> list = heads.find("children");
    if (list.isEmpty()) {
      return ages;
    }
    if (!list.get().isArray() || list.get().size() > MOST_HEADS) {
      String got =
          list.get().isArray() ? list.get().size() + " ages" : RequestObject.kindOf(list.get());
      String allowed = "must be an array of at most " + MOST_HEADS + " ages in years, got ";
      heads.refuse("children", allowed + got);
      return ages;
    }
    for (int index = 0; index < list.get().size(); index++) {
      String pointer = heads.pointerTo("children") + "/" + index;
      RequestObject.integer(list.get().get(index), pointer, 0, OLDEST_CHILD, findings)
          .ifPresent(ages::add);
    }
    return ages;
  }
}

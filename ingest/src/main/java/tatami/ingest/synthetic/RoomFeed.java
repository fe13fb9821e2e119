package tatami.ingest.synthetic;

import java.io.IOException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tatami.ingest.synthetic.Hotel.Room;

/** Writes room types. */
final class RoomFeed {

  static final String[] HEADER = {"hotel_code", "room_code", "room_name", "room_type", "room_tags"};

  private final FeedFile file;

  RoomFeed(FeedFile file) {
    this.file = file;
  }

  void write(Hotel hotel) throws IOException {
    for (Room room : hotel.rooms()) {
      String tags =
          Stream.concat(room.type().tags().stream(), room.view().tags().stream())
              .distinct()
              .collect(Collectors.joining("|"));
      file.row(hotel.code(), room.code(), room.name(), room.type().type(), tags);
    }
  }
}

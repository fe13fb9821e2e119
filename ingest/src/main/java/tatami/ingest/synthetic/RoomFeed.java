package tatami.ingest.synthetic;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tatami.ingest.synthetic.Hotel.Room;

/** Writes room types. */
final class RoomFeed {

  static final String[] HEADER = {
    "hotel_code", "room_code", "room_name", "room_type", "room_tags", "capacity"
  };

  private final FeedFile file;

  RoomFeed(FeedFile file) {
    this.file = file;
  }

  void write(Hotel hotel) throws IOException {
    for (Room room : hotel.rooms()) {
      String tags =
          Stream.of(room.type().tags(), room.view().tags(), room.amenities())
              .flatMap(List::stream)
              .distinct()
              .collect(Collectors.joining("|"));
      file.row(
          hotel.code(),
          room.code(),
          room.name(),
          room.type().type(),
          tags,
          Integer.toString(room.type().capacity()));
    }
  }
}

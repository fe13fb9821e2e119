package tatami.endtoend;

import java.time.LocalDate;
import tatami.oracle.hotel.HotelRequest;
import tools.jackson.databind.node.ObjectNode;

/** Something to ask about a catalog of hotels. */
sealed interface HotelQuestion {

  /** Returns the command that answers it. */
  String command();

  /** Returns what is searched for. */
  HotelRequest request();

  /** Returns it as a caller writes it, on one line. */
  String json();

  /** A search, of which all pages are read. */
  record Search(HotelRequest request) implements HotelQuestion {
    @Override
    public String command() {
      return "search";
    }

    @Override
    public String json() {
      return HotelRequestJson.search(request, null);
    }
  }

  /** A calendar of check-in dates, both inclusive. */
  record Calendar(HotelRequest request, LocalDate from, LocalDate to) implements HotelQuestion {
    @Override
    public String command() {
      return "calendar";
    }

    @Override
    public String json() {
      ObjectNode json = HotelRequestJson.question(request);
      json.withObjectProperty("stay").remove("check_in");
      return json.put("from", from.toString()).put("to", to.toString()).toString();
    }
  }

  /**
   * Why a result is as it is.
   *
   * @param key of a property; null for all of them
   */
  record WhyNot(HotelRequest request, String key) implements HotelQuestion {
    @Override
    public String command() {
      return "why-not";
    }

    @Override
    public String json() {
      ObjectNode json = HotelRequestJson.question(request);
      return (key == null ? json : json.put("key", key)).toString();
    }
  }
}

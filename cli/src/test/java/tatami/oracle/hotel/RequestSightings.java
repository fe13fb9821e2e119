package tatami.oracle.hotel;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import tatami.oracle.hotel.HotelRequest.Guests;
import tatami.oracle.hotel.HotelRequest.Stay;

/** What a request asks for. */
final class RequestSightings {

  private RequestSightings() {}

  static void add(HotelCatalog catalog, HotelRequest request, Sightings sightings) {
    Set<HotelFeature> features = sightings.features();
    features.add(HotelFeature.valueOf("PRICE_PER_" + catalog.model()));
    addStay(request.stay(), sightings);
    request.where().keySet().forEach(name -> features.add(named("FILTER_", name)));
    request.page().facets().forEach(name -> features.add(named("FACET_", name)));
    String sort = new HotelOrder(request, Set.of()).name();
    features.add(sort.equals("-price") ? HotelFeature.SORT_PRICE_DESCENDING : named("SORT_", sort));
    if (request.budget() != null) {
      sightings.see(HotelFeature.BUDGET_MINIMUM, request.budget().min() != null);
      sightings.see(HotelFeature.BUDGET_MAXIMUM, request.budget().max() != null);
    }
    sightings.see(HotelFeature.PER_NIGHT, request.page().perNight());
    sightings.see(HotelFeature.FEWER_OFFERS_SHOWN, request.page().offers() < 3);
  }

  private static HotelFeature named(String kind, String name) {
    return HotelFeature.valueOf(kind + name.toUpperCase(Locale.ROOT));
  }

  private static void addStay(Stay stay, Sightings sightings) {
    Guests guests = stay.guests();
    boolean dated = stay.checkIn() != null;
    sightings.see(HotelFeature.ONE_NIGHT, dated && stay.nights() == 1);
    sightings.see(HotelFeature.SEVERAL_NIGHTS, dated && stay.nights() > 1);
    sightings.see(HotelFeature.WITHOUT_DATES, !dated);
    sightings.see(HotelFeature.SEVERAL_ROOMS, guests.roomCount() > 1);
    sightings.see(HotelFeature.SPLIT_PARTY, guests.party() != null);
    boolean children =
        guests.party() != null
            ? !guests.party().ages().isEmpty()
            : guests.rooms().stream().anyMatch(room -> !room.ages().equals(List.of()));
    sightings.see(HotelFeature.CHILDREN, children);
  }
}

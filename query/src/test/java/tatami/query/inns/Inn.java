package tatami.query.inns;

import java.math.BigDecimal;
import java.util.List;
import java.util.TreeSet;

/** A property; inns are listed in their recommended order, which has no ties. */
public record Inn(
    String code,
    String area,
    String kind,
    TreeSet<String> amenities,
    BigDecimal rating,
    Spot spot,
    int popularity,
    List<InnOffer> offers) {

  /** Steps of 1e-7 degree. */
  public record Spot(int latitude, int longitude) {}
}

package tatami.searchbuild.numbering;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import tatami.searchbuild.catalog.OfferDefinition;
import tatami.searchbuild.catalog.PropertyDefinition;
import tatami.searchbuild.catalog.StayDefinition.ColumnPair;
import tatami.searchbuild.master.MasterRows;
import tatami.searchtable.description.ReleaseDescription.Horizon;

/** Numbers offers by (property, business key), leaving out those that can never show. */
public final class OfferNumbering {

  private final PropertyDefinition property;
  private final OfferDefinition offer;
  private final IntFunction<LocalDate> today;
  private final Horizon horizon;

  /**
   * Numbers the offers of a catalog.
   *
   * @param today local date of the property with a surrogate
   */
  public OfferNumbering(
      PropertyDefinition property,
      OfferDefinition offer,
      IntFunction<LocalDate> today,
      Horizon horizon) {
    this.property = property;
    this.offer = offer;
    this.today = today;
    this.horizon = horizon;
  }

  /**
   * Offers with the surrogate of their property.
   *
   * @param rows in the order of their surrogates
   * @param properties by offer surrogate: the property's surrogate
   */
  public record NumberedOffers(NumberedRows rows, int[] properties) {}

  /** Numbers the offers of known properties. */
  public NumberedOffers number(MasterRows rows, Map<List<Object>, Integer> propertySurrogates) {
    int[] parent = rows.positions(property.key());
    int[] key = rows.positions(offer.key());
    List<OwnedOffer> owned = new ArrayList<>();
    for (Object[] row : rows.rows()) {
      if (RowKey.isComplete(row, parent) && RowKey.isComplete(row, key)) {
        Integer owner = propertySurrogates.get(RowKey.of(row, parent));
        if (owner != null && canShow(row, rows, owner)) {
          owned.add(new OwnedOffer(owner, row));
        }
      }
    }
    Comparator<Object[]> byKey = KeyOrder.byKey(key);
    owned.sort(Comparator.comparingInt(OwnedOffer::property).thenComparing(OwnedOffer::row, byKey));
    return new NumberedOffers(
        new NumberedRows(
            rows.with(owned.stream().map(OwnedOffer::row).toList()),
            Stream.concat(property.key().stream(), offer.key().stream()).toList()),
        owned.stream().mapToInt(OwnedOffer::property).toArray());
  }

  private record OwnedOffer(int property, Object[] row) {}

  /** Not when its sale is over or no night of the horizon is in its stay window. */
  private boolean canShow(Object[] row, MasterRows rows, int owner) {
    LocalDate saleEnd = date(row, rows, offer.stay().saleWindow(), false);
    LocalDate stayStart = date(row, rows, offer.stay().stayWindow(), true);
    LocalDate stayEnd = date(row, rows, offer.stay().stayWindow(), false);
    return (saleEnd == null || !saleEnd.isBefore(today.apply(owner)))
        && (stayStart == null || stayStart.isBefore(horizon.end()))
        && (stayEnd == null || !stayEnd.isBefore(horizon.firstNight()));
  }

  private static LocalDate date(Object[] row, MasterRows rows, ColumnPair pair, boolean isStart) {
    if (pair == null) {
      return null;
    }
    String column = isStart ? pair.from() : pair.to();
    return column == null ? null : (LocalDate) row[rows.position(column)];
  }
}

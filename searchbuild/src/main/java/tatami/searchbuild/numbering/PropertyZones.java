package tatami.searchbuild.numbering;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import tatami.searchbuild.catalog.Catalog;

/** The zone of each property: what its column says, else the catalog's. */
public final class PropertyZones {

  private static final int NO_COLUMN = -1;

  private final NumberedRows properties;
  private final int position;
  private final String catalogZone;

  /** Zones of numbered properties. */
  public PropertyZones(Catalog catalog, NumberedRows properties) {
    String column = catalog.property().timeZone();
    this.properties = properties;
    this.position = column == null ? NO_COLUMN : properties.position(column);
    this.catalogZone = catalog.timeZone();
  }

  /** Returns the IANA name of the zone of the property with a surrogate. */
  public String zone(int property) {
    Object own = position == NO_COLUMN ? null : properties.value(property, position);
    return own == null ? catalogZone : (String) own;
  }

  /** Returns the local date of a property at an instant. */
  public LocalDate date(int property, Instant now) {
    return now.atZone(ZoneId.of(zone(property))).toLocalDate();
  }
}

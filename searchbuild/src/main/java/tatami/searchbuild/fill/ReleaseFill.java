package tatami.searchbuild.fill;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tatami.searchbuild.catalog.Catalog;
import tatami.searchbuild.catalog.StayDefinition;
import tatami.searchtable.calendar.SharedDays;
import tatami.searchtable.description.GrainTable;
import tatami.searchtable.description.ReleaseDescription;
import tatami.searchtable.description.ReleaseDescription.CurrencyUnit;
import tatami.searchtable.description.StayLayout;
import tatami.searchtable.description.StayLayout.PriceTable;
import tatami.searchtable.layout.TableLayout;

/** Fills a release. */
public final class ReleaseFill {

  private final Connection writing;
  private final Connection reading;
  private final ReleaseContent content;
  private final List<String> warnings = new ArrayList<>();

  /**
   * Fills over two connections, because one COPY feeds another; the caller commits, rolls back and
   * closes.
   *
   * @param writing has auto-commit off
   * @param reading sees the landed master versions
   * @param content what the release is made of
   */
  public ReleaseFill(Connection writing, Connection reading, ReleaseContent content) {
    this.writing = writing;
    this.reading = reading;
    this.content = content;
  }

  /** Creates the schema, dropping what an earlier try left there, and fills it. */
  public FilledRelease fill(String schemaName) throws SQLException {
    ReleaseSchema schema = new ReleaseSchema(writing, schemaName);
    schema.create();
    GrainFill grains = new GrainFill(schema, content, warnings);
    GrainTable property = grains.fillProperties();
    GrainTable offer = null;
    StayLayout stay = null;
    StayFill stays = null;
    if (content.offers() != null) {
      CalendarFill calendars = new CalendarFill(writing, reading, schema, content);
      stays = new StayFill(reading, calendars, content, warnings);
      GrainFill.FilledOffers offers = grains.fillOffers(stays.offerValues());
      offer = offers.table();
      stay = stays.fill(offers.row());
    }
    Map<String, TableSize> sizes = schema.sizes();
    List<TableLayout> layouts = schema.layouts();
    layouts.forEach(layout -> warnings.addAll(layout.warnings()));
    new LayoutFill(schema).fill(layouts, sizes);
    return new FilledRelease(
        description(schemaName, property, offer, stay),
        schema.statements(),
        sizes,
        layouts,
        stays == null ? 0 : stays.priceCells(),
        priceBytes(stay, sizes),
        stays == null ? Map.of() : stays.calendars(),
        warnings);
  }

  private static long priceBytes(StayLayout stay, Map<String, TableSize> sizes) {
    if (stay == null) {
      return 0;
    }
    Set<String> tables = new HashSet<>();
    for (PriceTable price : stay.prices()) {
      tables.add(price.table());
      if (price.cells() instanceof SharedDays shared) {
        tables.add(shared.table());
      }
    }
    return tables.stream().mapToLong(table -> sizes.get(table).bytes()).sum();
  }

  private ReleaseDescription description(
      String schemaName, GrainTable property, GrainTable offer, StayLayout stay) {
    Catalog catalog = content.catalog();
    int digits = Currency.getInstance(catalog.currency()).getDefaultFractionDigits();
    return new ReleaseDescription(
        ReleaseDescription.CURRENT_FORMAT,
        catalog.name(),
        schemaName,
        catalog.timeZone(),
        new CurrencyUnit(catalog.currency(), Math.max(digits, 0)),
        content.horizon(),
        catalog.maximumNights(),
        property,
        offer,
        stay,
        dataAsOf());
  }

  private Map<String, Instant> dataAsOf() {
    Map<String, Instant> dataAsOf = new LinkedHashMap<>();
    if (content.catalog().offer() != null) {
      StayDefinition stay = content.catalog().offer().stay();
      dataAsOf.put("stock", content.versions().get(stay.stock().feed()).asOf());
      dataAsOf.put("price", content.versions().get(stay.price().amount().feed()).asOf());
    }
    return dataAsOf;
  }
}

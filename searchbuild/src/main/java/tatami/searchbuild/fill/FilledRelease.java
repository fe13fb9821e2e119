package tatami.searchbuild.fill;

import java.util.List;
import java.util.Map;
import tatami.searchtable.description.ReleaseDescription;
import tatami.searchtable.layout.TableLayout;

/**
 * What came of filling a release.
 *
 * @param description what it says about itself
 * @param statements the SQL that made it
 * @param tables rows and bytes by table
 * @param layouts why each table looks as it does
 * @param prices price cells in it
 * @param priceBytes bytes of the price tables on disk, indexes included
 * @param offerCalendars what went into each other calendar of offers, by table
 * @param warnings what a person should know
 */
public record FilledRelease(
    ReleaseDescription description,
    String statements,
    Map<String, TableSize> tables,
    List<TableLayout> layouts,
    long prices,
    long priceBytes,
    Map<String, FilledCells> offerCalendars,
    List<String> warnings) {

  /** Copies the collections. */
  public FilledRelease {
    tables = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(tables));
    layouts = List.copyOf(layouts);
    offerCalendars = Map.copyOf(offerCalendars);
    warnings = List.copyOf(warnings);
  }
}

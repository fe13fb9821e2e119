package tatami.searchbuild.advice;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import tatami.searchtable.description.ReleaseDescription;

/**
 * A release that is or may be searched.
 *
 * @param catalog its catalog
 * @param description what it says about itself
 * @param builtAt when it was filled
 */
record KeptRelease(String catalog, ReleaseDescription description, Instant builtAt) {

  String schema() {
    return description.schema();
  }

  /** Returns the tables of which every search reads one at least, but none twice. */
  List<String> searchTables() {
    List<String> tables = new ArrayList<>(List.of(description.property().table()));
    if (description.offer() != null) {
      tables.add(description.offer().table());
    }
    if (description.stay() != null) {
      tables.add(description.stay().stockTable());
    }
    return tables;
  }
}

package tatami.searchbuild.advice;

import java.time.Instant;
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

  /** Returns the table that every search reads. */
  String searchTable() {
    return (description.offer() == null ? description.property() : description.offer()).table();
  }
}

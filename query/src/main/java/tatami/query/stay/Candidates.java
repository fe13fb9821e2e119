package tatami.query.stay;

import java.util.BitSet;
import java.util.Objects;

/**
 * What a question about stays is put to.
 *
 * @param properties surrogates of the properties that pass the property filters
 * @param offers their offers that pass the offer filters
 * @param cells what those offers are judged by
 */
public record Candidates(BitSet properties, Offers offers, StayCells cells) {

  /** Refuses a missing part. */
  public Candidates {
    Objects.requireNonNull(properties, "properties");
    Objects.requireNonNull(offers, "offers");
    Objects.requireNonNull(cells, "cells");
  }
}

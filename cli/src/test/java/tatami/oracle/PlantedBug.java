package tatami.oracle;

/** An error that an oracle makes on purpose, so that a comparison can show that it notices. */
public enum PlantedBug {
  /** The day of the check-out counts as a night. */
  NIGHTS,
  /** A stay of exactly the minimum is too short. */
  STAY_LIMITS,
  /** A party that fills the place exactly is too large. */
  CAPACITY,
  /** The last tie, the id, runs the other way. */
  TIES,
  /** Every facet count is one too high. */
  FACETS,
  /** Words of one character are found nowhere. */
  WORDS
}

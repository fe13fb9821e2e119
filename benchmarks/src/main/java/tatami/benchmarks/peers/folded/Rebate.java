package tatami.benchmarks.peers.folded;

/**
 * A rule that makes long stays cheaper.
 *
 * @param fromNights the shortest stay that it is for
 * @param value hundredths of a percent, minor units off a night, or every how manieth night
 */
public record Rebate(int fromNights, Kind kind, int value) {

  /** How a stay becomes cheaper. */
  public enum Kind {
    /** A share of the sum is off, rounded half up. */
    BASIS_POINTS,
    /** An amount a night is off, down to 0. */
    AMOUNT,
    /** The cheapest nights are free. */
    FREE_NIGHT
  }
}

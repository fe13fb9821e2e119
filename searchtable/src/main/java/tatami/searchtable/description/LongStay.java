package tatami.searchtable.description;

import java.util.List;
import java.util.Objects;

/**
 * What long stays cost less: of the rules that apply to a stay, the one with the smallest result
 * counts, and no other.
 *
 * @param rules the rules; none is no rebate
 */
public record LongStay(List<Rebate> rules) {

  /** Copies the list. */
  public LongStay {
    rules = List.copyOf(rules);
  }

  /** What a rebate takes off. */
  public enum RebateKind {
    /** Basis points of the sum: {@code (sum × (10000 − value) + 5000) div 10000}. */
    SHARE,
    /** Minor units per night and room, the result not below 0. */
    AMOUNT,
    /** Every {@code value}-th night: the {@code floor(nights / value)} cheapest, ties earliest. */
    FREE_NIGHTS
  }

  /**
   * One rule.
   *
   * @param fromNights shortest stay that it is for, at least 1
   * @param kind what it takes off
   * @param value basis points up to 10000, minor units, or the number of nights of which one is
   *     free
   */
  public record Rebate(int fromNights, RebateKind kind, long value) {

    /** Refuses a rebate that takes nothing sensible off. */
    public Rebate {
      Objects.requireNonNull(kind, "kind");
      boolean isShare = kind != RebateKind.SHARE || value <= 10_000;
      boolean isRhythm = kind != RebateKind.FREE_NIGHTS || value >= 1;
      if (fromNights < 1 || value < 0 || !isShare || !isRhythm) {
        throw new IllegalArgumentException(
            "fromNights=" + fromNights + " kind=" + kind + " value=" + value);
      }
    }
  }
}

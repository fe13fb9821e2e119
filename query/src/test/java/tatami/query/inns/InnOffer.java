package tatami.query.inns;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * An offer, in the order of its key.
 *
 * @param room number of the stock that it draws from
 * @param prices by occupancy, a cell a night, −1 = none
 */
public record InnOffer(
    String plan,
    int room,
    String meal,
    String theme,
    TreeSet<String> tags,
    BigDecimal floor,
    Rules rules,
    Map<Integer, List<Integer>> prices) {

  /** Windows, heads and stay limits; null or an absent cell = no rule. */
  public record Rules(
      LocalDate saleFrom,
      LocalDate saleTo,
      LocalDate stayFrom,
      LocalDate stayTo,
      Integer minimumHeads,
      Integer maximumHeads,
      Integer minimumStay,
      Integer maximumStay,
      List<Integer> minimumStayCells) {

    /** No rule at all. */
    public static final Rules NONE =
        new Rules(null, null, null, null, null, null, null, null, null);
  }
}

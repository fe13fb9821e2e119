package tatami.oracle;

/**
 * One night of a listing as the calendar feed has it.
 *
 * @param available whether one unit is left
 * @param price minor units; null = no price, 0 = free
 * @param minimumNights null = the listing's
 * @param maximumNights null = the listing's
 */
public record Night(boolean available, Long price, Integer minimumNights, Integer maximumNights) {}

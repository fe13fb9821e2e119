package tatami.query.release;

import java.time.Instant;

/**
 * A release that may be read.
 *
 * @param catalog name of the catalog
 * @param number the release
 * @param live whether it is the one that answers searches without a cursor
 * @param builtAt when it was built; tells apart releases of equal numbers in databases made anew
 */
public record ReleasePointer(String catalog, int number, boolean live, Instant builtAt) {}

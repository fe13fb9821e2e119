package tatami.searchtable.layout;

/**
 * What the rows of a table take.
 *
 * @param rows how many there are
 * @param rowBytes average length of a tuple, header included
 * @param declaredRowBytes the same if the columns stood as declared
 * @param pageBytes bytes of all rows on their pages, line pointers included
 * @param declaredPageBytes the same if the columns stood as declared
 * @param widestBytes length of the longest tuple
 * @param toastedRows rows that are longer than {@link RowWidth#TOAST_THRESHOLD_BYTES}
 */
public record RowMeasure(
    long rows,
    double rowBytes,
    double declaredRowBytes,
    long pageBytes,
    long declaredPageBytes,
    int widestBytes,
    long toastedRows) {}

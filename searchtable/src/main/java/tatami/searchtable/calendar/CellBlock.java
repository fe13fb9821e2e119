package tatami.searchtable.calendar;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.BitSet;

/**
 * Cells that follow each other, in the shortest of three forms; each says itself how it is read.
 *
 * <pre>
 *   byte  0            form × 16 + bytes of a cell (1, 2, 3, 4 or 8)
 *   byte  1 to 2       places; those behind are missing
 *   form 0, dense      places × cell: value + 1, 0 = missing
 *   form 1, one value  cell: the value; then a bit a place: 1 = has it, 0 = missing
 *   form 2, some       a bit a place: 1 = has a cell; then the cells of those places
 * </pre>
 *
 * <p>Numbers have their highest byte first; the bit of place p is bit p mod 8, from the lowest, of
 * byte p div 8. A cell is a whole number from 0 on, or {@link CalendarCodec#MISSING}; 2^63 − 1 + 1
 * is held as −2^63.
 */
public final class CellBlock {

  /** Rows of a block in a calendar table. */
  public static final int ROWS = 512;

  /** Most places of one block of cells. */
  public static final int MOST_PLACES = 65_535;

  private static final int DENSE = 0;
  private static final int ONE_VALUE = 1;
  private static final int SOME = 2;

  private static final int HEADER_BYTES = 3;
  private static final int FORM_SHIFT = 4;
  private static final int WIDTH_MASK = 0xF;
  private static final int BYTE_MASK = 0xFF;
  private static final int THREE_BYTES = 3;
  private static final int PLACES_OFFSET = 1;

  private static final VarHandle SHORTS =
      MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.BIG_ENDIAN);
  private static final VarHandle INTEGERS =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
  private static final VarHandle BITS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private CellBlock() {}

  /**
   * Packs cells.
   *
   * @param cells by place; only the first {@code count} of them count
   * @param count at most {@value #MOST_PLACES}
   * @return null where every cell is missing: such a block is left out
   */
  public static byte[] pack(long[] cells, int count) {
    int places = count;
    while (places > 0 && cells[places - 1] == CalendarCodec.MISSING) {
      places--;
    }
    if (places == 0) {
      return null;
    }
    if (places > MOST_PLACES) {
      throw new IllegalArgumentException("too many places: places=" + places);
    }
    int present = 0;
    long highest = 0;
    boolean isOneValue = true;
    long last = cells[places - 1];
    for (int place = 0; place < places; place++) {
      long cell = cells[place];
      if (cell < CalendarCodec.MISSING) {
        throw new IllegalArgumentException("no cell: value=" + cell);
      }
      if (cell != CalendarCodec.MISSING) {
        present++;
        highest = Math.max(highest, cell);
        isOneValue &= cell == last;
      }
    }
    if (isOneValue) {
      return oneValue(cells, places, last);
    }
    int width = width(highest + 1);
    return bitBytes(places) + present * width < places * width
        ? some(cells, places, present, width)
        : dense(cells, places, width);
  }

  private static byte[] oneValue(long[] cells, int places, long value) {
    int width = width(value);
    byte[] bytes = start(ONE_VALUE, width, places, width + bitBytes(places));
    putCell(bytes, HEADER_BYTES, width, value);
    putBits(bytes, HEADER_BYTES + width, cells, places);
    return bytes;
  }

  private static byte[] some(long[] cells, int places, int present, int width) {
    byte[] bytes = start(SOME, width, places, bitBytes(places) + present * width);
    putBits(bytes, HEADER_BYTES, cells, places);
    int to = HEADER_BYTES + bitBytes(places);
    for (int place = 0; place < places; place++) {
      if (cells[place] != CalendarCodec.MISSING) {
        putCell(bytes, to, width, cells[place]);
        to += width;
      }
    }
    return bytes;
  }

  private static byte[] dense(long[] cells, int places, int width) {
    byte[] bytes = start(DENSE, width, places, places * width);
    for (int place = 0; place < places; place++) {
      putCell(bytes, HEADER_BYTES + place * width, width, cells[place] + 1);
    }
    return bytes;
  }

  private static byte[] start(int form, int width, int places, int length) {
    byte[] bytes = new byte[HEADER_BYTES + length];
    bytes[0] = (byte) (form << FORM_SHIFT | width);
    SHORTS.set(bytes, PLACES_OFFSET, (short) places);
    return bytes;
  }

  private static int bitBytes(int places) {
    return (places + Byte.SIZE - 1) / Byte.SIZE;
  }

  /** Returns the fewest bytes that hold a number, as far as there are forms of so many. */
  static int width(long highest) {
    int bytes = Math.max(1, (Long.SIZE - Long.numberOfLeadingZeros(highest) + 7) / Byte.SIZE);
    return bytes <= Integer.BYTES ? bytes : Long.BYTES;
  }

  private static void putCell(byte[] bytes, int offset, int width, long cell) {
    for (int place = 0; place < width; place++) {
      bytes[offset + place] = (byte) (cell >> (width - 1 - place) * Byte.SIZE);
    }
  }

  private static void putBits(byte[] bytes, int offset, long[] cells, int places) {
    for (int place = 0; place < places; place++) {
      if (cells[place] != CalendarCodec.MISSING) {
        bytes[offset + place / Byte.SIZE] |= (byte) (1 << place % Byte.SIZE);
      }
    }
  }

  /**
   * Reads a cell.
   *
   * @param bytes what {@link #pack} returned, from {@code start} on
   * @param place from 0
   */
  public static long cell(byte[] bytes, int start, int place) {
    int places = places(bytes, start);
    if (place >= places) {
      return CalendarCodec.MISSING;
    }
    int width = bytes[start] & WIDTH_MASK;
    int body = start + HEADER_BYTES;
    switch (bytes[start] >> FORM_SHIFT) {
      case DENSE:
        return cellAt(bytes, body + place * width, width) - 1;
      case ONE_VALUE:
        return isSet(bytes, body + width, place)
            ? cellAt(bytes, body, width)
            : CalendarCodec.MISSING;
      default:
        return isSet(bytes, body, place)
            ? cellAt(bytes, body + bitBytes(places) + countBits(bytes, body, place) * width, width)
            : CalendarCodec.MISSING;
    }
  }

  /** Adds the places that have a cell to a set, a number added to each. */
  static void addPlaces(byte[] bytes, int start, int added, BitSet set) {
    int places = places(bytes, start);
    int width = bytes[start] & WIDTH_MASK;
    int body = start + HEADER_BYTES;
    if (bytes[start] >> FORM_SHIFT == DENSE) {
      for (int place = 0; place < places; place++) {
        if (cellAt(bytes, body + place * width, width) != 0) {
          set.set(added + place);
        }
      }
      return;
    }
    int bits = bytes[start] >> FORM_SHIFT == ONE_VALUE ? body + width : body;
    for (int index = 0; index < bitBytes(places); index++) {
      for (int left = bytes[bits + index] & BYTE_MASK; left != 0; left &= left - 1) {
        set.set(added + index * Byte.SIZE + Integer.numberOfTrailingZeros(left));
      }
    }
  }

  /**
   * Tells whether bytes are a block that {@link #pack} may have returned.
   *
   * @param length how many bytes from {@code start} on are its own
   */
  public static boolean isWhole(byte[] bytes, int start, int length) {
    if (length < HEADER_BYTES) {
      return false;
    }
    int places = places(bytes, start);
    int width = bytes[start] & WIDTH_MASK;
    int body = length - HEADER_BYTES;
    boolean isWidth = width >= 1 && width <= Integer.BYTES || width == Long.BYTES;
    return isWidth
        && places > 0
        && switch (bytes[start] >> FORM_SHIFT) {
          case DENSE -> body == places * width;
          case ONE_VALUE -> body == width + bitBytes(places);
          case SOME ->
              body >= bitBytes(places)
                  && body
                      == bitBytes(places) + countBits(bytes, start + HEADER_BYTES, places) * width;
          default -> false;
        };
  }

  private static int places(byte[] bytes, int start) {
    return (short) SHORTS.get(bytes, start + PLACES_OFFSET) & MOST_PLACES;
  }

  private static long cellAt(byte[] bytes, int offset, int width) {
    return switch (width) {
      case 1 -> bytes[offset] & BYTE_MASK;
      case Short.BYTES -> (short) SHORTS.get(bytes, offset) & MOST_PLACES;
      case THREE_BYTES ->
          (bytes[offset] & BYTE_MASK) << Short.SIZE
              | (short) SHORTS.get(bytes, offset + 1) & MOST_PLACES;
      case Integer.BYTES -> Integer.toUnsignedLong((int) INTEGERS.get(bytes, offset));
      default -> (long) LONGS.get(bytes, offset);
    };
  }

  private static boolean isSet(byte[] bytes, int offset, int place) {
    return (bytes[offset + place / Byte.SIZE] >> place % Byte.SIZE & 1) == 1;
  }

  /** Counts the bits that are set before a place. */
  private static int countBits(byte[] bytes, int offset, int place) {
    int count = 0;
    int from = 0;
    for (; from + Long.SIZE <= place; from += Long.SIZE) {
      count += Long.bitCount((long) BITS.get(bytes, offset + from / Byte.SIZE));
    }
    for (; from + Byte.SIZE <= place; from += Byte.SIZE) {
      count += Integer.bitCount(bytes[offset + from / Byte.SIZE] & BYTE_MASK);
    }
    int before = (1 << place - from) - 1;
    return before == 0
        ? count
        : count + Integer.bitCount(bytes[offset + from / Byte.SIZE] & before);
  }
}

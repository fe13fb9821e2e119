package tatami.searchtable.manifest;

import java.nio.ByteBuffer;
import java.util.zip.CRC32C;

/**
 * Adds up the blocks of a calendar table, in whatever order they come.
 *
 * <p>The checksum is the sum of each block's CRC-32C over its plane (2 bytes, big-endian), its
 * number (4 bytes) and its cells. Not thread-safe.
 */
public final class BlockSum {

  private final CRC32C crc = new CRC32C();
  private final byte[] place = new byte[Short.BYTES + Integer.BYTES];
  private long blocks;
  private long bytes;
  private long checksum;

  /**
   * Adds a block.
   *
   * @param source holds its cells from {@code start} on
   * @param length how many bytes they are
   */
  public void add(int plane, int block, byte[] source, int start, int length) {
    ByteBuffer.wrap(place).putShort((short) plane).putInt(block);
    crc.reset();
    crc.update(place, 0, place.length);
    crc.update(source, start, length);
    blocks++;
    bytes += length;
    checksum += crc.getValue();
  }

  /** Returns how many blocks were added. */
  public long blocks() {
    return blocks;
  }

  /** Returns the checksum of what was added. */
  public long checksum() {
    return checksum;
  }

  /** Returns what a manifest says of a table that has these blocks and no others. */
  public ManifestEntry entry(String table) {
    return new ManifestEntry(table, ManifestEntry.Form.BLOCKS, blocks, bytes, checksum);
  }
}

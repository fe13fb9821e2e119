package tatami.searchtable.codec;

import java.util.Objects;

/**
 * What a codec would take.
 *
 * @param codec the codec
 * @param bytes bytes a row, its share of tables that it needs besides included
 * @param why the figures behind it, for people
 * @param <C> kind of codec
 */
public record CodecEstimate<C extends Codec>(C codec, double bytes, String why) {

  /** Refuses an estimate without a codec. */
  public CodecEstimate {
    Objects.requireNonNull(codec, "codec");
    Objects.requireNonNull(why, "why");
  }
}

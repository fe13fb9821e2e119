package tatami.searchtable.codec;

import java.util.List;
import java.util.Objects;

/**
 * The codec of a column, and what else was possible.
 *
 * @param chosen the codec that is used
 * @param why why this one
 * @param alternatives the others that hold the values, smallest first
 * @param <C> kind of codec
 */
public record CodecChoice<C extends Codec>(
    CodecEstimate<C> chosen, String why, List<CodecEstimate<C>> alternatives) {

  /** Copies the list. */
  public CodecChoice {
    Objects.requireNonNull(chosen, "chosen");
    Objects.requireNonNull(why, "why");
    alternatives = List.copyOf(alternatives);
  }

  /** Returns the codec. */
  public C codec() {
    return chosen.codec();
  }
}

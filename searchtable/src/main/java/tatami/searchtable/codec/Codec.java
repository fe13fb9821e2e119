package tatami.searchtable.codec;

/** A way to hold values that has a name. */
public interface Codec {

  /** Returns the word that pins this codec in a catalog and names it in a report. */
  String word();
}

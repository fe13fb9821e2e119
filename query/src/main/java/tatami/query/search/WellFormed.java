package tatami.query.search;

/** Keeps replies encodable: what a caller echoes may hold half a surrogate pair. */
final class WellFormed {

  private static final char REPLACEMENT = '\uFFFD';

  private WellFormed() {}

  static SearchReply reply(SearchReply reply) {
    String json = text(reply.json());
    return new SearchReply(reply.status(), json, reply.release());
  }

  /** Replaces every surrogate without its other half. */
  static String text(String text) {
    StringBuilder repaired = null;
    for (int index = 0; index < text.length(); index++) {
      char character = text.charAt(index);
      if (!Character.isSurrogate(character)) {
        continue;
      }
      boolean isPair =
          Character.isHighSurrogate(character)
              && index + 1 < text.length()
              && Character.isLowSurrogate(text.charAt(index + 1));
      if (isPair) {
        index++;
      } else {
        repaired = repaired == null ? new StringBuilder(text) : repaired;
        repaired.setCharAt(index, REPLACEMENT);
      }
    }
    return repaired == null ? text : repaired.toString();
  }
}

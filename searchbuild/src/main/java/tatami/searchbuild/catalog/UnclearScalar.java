package tatami.searchbuild.catalog;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Scalars that YAML's versions and readers understand differently when they stand without quotes:
 * {@code no} is a text or false, {@code 010} is eight or ten. A catalog never guesses.
 */
final class UnclearScalar {

  private static final Set<String> TRUTHS = Set.of("yes", "no", "on", "off");
  private static final Set<String> NOTHINGS = Set.of("~", "null");
  private static final Pattern NUMBER =
      Pattern.compile(
          "[-+]?(0[0-9_]+|0[xX][0-9a-fA-F_]+|0[oO][0-7_]+|0[bB][01_]+|[0-9][0-9_]*_[0-9_.]*"
              + "|[0-9]+(:[0-5]?[0-9])+|[0-9.]+[eE][-+]?[0-9]+)"
              + "|[-+]?\\.(inf|Inf|INF)|\\.(nan|NaN|NAN)");

  private UnclearScalar() {}

  /** Says what is unclear about a text that stands without quotes; empty for a clear one. */
  static Optional<String> find(String plain) {
    String lower = plain.toLowerCase(Locale.ROOT);
    if (TRUTHS.contains(lower)) {
      return Optional.of(
          "\"" + plain + "\" is true or false to some: write true or false, or put it in quotes");
    }
    if (NOTHINGS.contains(lower)) {
      return Optional.of(
          "\"" + plain + "\" stands for nothing in YAML: leave the word out, or put it in quotes");
    }
    if (NUMBER.matcher(plain).matches()) {
      return Optional.of(
          "\"" + plain + "\" is a number to some: write plain digits, or put it in quotes");
    }
    if (plain.equals("<<")) {
      return Optional.of("merging maps with \"<<\" is not allowed: write the words out");
    }
    return Optional.empty();
  }
}

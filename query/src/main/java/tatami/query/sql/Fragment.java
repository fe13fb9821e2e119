package tatami.query.sql;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A piece of SQL with the values for its place-holders, in order.
 *
 * @param text SQL; {@code ?} stands for a value, nothing else has a question mark
 * @param parameters the values, never null
 */
record Fragment(String text, List<Object> parameters) {

  static final Fragment EMPTY = new Fragment("", List.of());

  Fragment {
    parameters = List.copyOf(parameters);
    long placeHolders = text.chars().filter(character -> character == '?').count();
    if (placeHolders != parameters.size()) {
      throw new IllegalArgumentException(
          "place-holders=" + placeHolders + " values=" + parameters.size() + ": " + text);
    }
  }

  static Fragment of(String text, Object... parameters) {
    return new Fragment(text, Arrays.asList(parameters));
  }

  static Fragment join(String separator, List<Fragment> fragments) {
    return new Fragment(
        String.join(separator, fragments.stream().map(Fragment::text).toList()),
        fragments.stream().flatMap(fragment -> fragment.parameters().stream()).toList());
  }

  Fragment then(Fragment next) {
    List<Object> all = new ArrayList<>(parameters);
    all.addAll(next.parameters);
    return new Fragment(text + next.text, all);
  }

  Fragment then(String next, Object... values) {
    return then(of(next, values));
  }
}

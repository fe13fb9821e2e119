package tatami.endtoend;

import java.util.List;

/** Something that answers searches of one city. */
interface SearchSeam {

  /** Answers calls in order: one JSON document each. */
  List<String> answer(List<SearchCall> calls);
}

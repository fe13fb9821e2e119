package tatami.query.rehearsal;

import java.util.Objects;
import tools.jackson.databind.node.ObjectNode;

/**
 * A search of the rehearsal.
 *
 * @param name says what is asked, for findings
 * @param request as a caller would send it, without its cursor
 */
record StandardSearch(String name, ObjectNode request) {

  StandardSearch {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(request, "request");
  }
}

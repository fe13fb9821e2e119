package tatami.query.rehearsal;

import java.util.Objects;
import tatami.query.cursor.Cursor;
import tools.jackson.databind.node.ObjectNode;

/**
 * A search of the rehearsal.
 *
 * @param name says what is asked, for findings
 * @param request as a caller would send it, without its cursor
 * @param after where a later page starts; null for the first page
 */
record StandardSearch(String name, ObjectNode request, Cursor after) {

  StandardSearch {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(request, "request");
  }
}

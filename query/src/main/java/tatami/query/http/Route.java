package tatami.query.http;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tatami.searchtable.naming.NearestWord;

/**
 * A route that the server has: its methods and its path.
 *
 * @param methods in the order in which they are advertised
 * @param template path whose {@code {…}} segments match any one segment
 */
record Route(List<String> methods, String template) {

  Route {
    methods = List.copyOf(methods);
  }

  /** Returns whether a path is this route's, whatever the method; one trailing slash is ignored. */
  boolean matches(String path) {
    String[] expected = template.split("/");
    String[] given = path.split("/");
    if (expected.length != given.length) {
      return false;
    }
    for (int index = 0; index < expected.length; index++) {
      boolean variable = expected[index].startsWith("{") && !given[index].isEmpty();
      if (!variable && !expected[index].equals(given[index])) {
        return false;
      }
    }
    return true;
  }

  /** Finds the route whose path is nearest to one that is no route's. */
  static Optional<Route> findNearest(List<Route> routes, String path) {
    Map<String, Route> known = new LinkedHashMap<>();
    routes.forEach(route -> known.putIfAbsent(route.filledFrom(path), route));
    return NearestWord.find(path, known.keySet()).map(known::get);
  }

  /** Returns this route's path, its variable segments taken from the given path. */
  private String filledFrom(String path) {
    String[] expected = template.split("/");
    String[] given = path.split("/");
    for (int index = 0; index < Math.min(expected.length, given.length); index++) {
      if (expected[index].startsWith("{")) {
        expected[index] = given[index];
      }
    }
    return String.join("/", expected);
  }

  @Override
  public String toString() {
    return methods.get(0) + " " + template;
  }
}

package tatami.query.http;

import java.util.Comparator;
import java.util.List;

/**
 * A route that the server has: its methods and its path.
 *
 * @param methods in the order in which they are advertised
 * @param template path whose {@code {…}} segments match any one segment
 */
record Route(List<String> methods, String template) {

  private static final int COMPARED_CHARACTERS = 200;

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

  /** Returns the route whose path needs the fewest edits to become the given one. */
  static Route findNearest(List<Route> routes, String path) {
    return routes.stream()
        .min(Comparator.comparingInt(route -> route.edits(path)))
        .orElseThrow(() -> new IllegalArgumentException("there is no route at all"));
  }

  private int edits(String path) {
    String[] expected = template.split("/");
    String[] given = path.split("/");
    for (int index = 0; index < Math.min(expected.length, given.length); index++) {
      if (expected[index].startsWith("{")) {
        expected[index] = given[index];
      }
    }
    return editDistance(shorten(String.join("/", expected)), shorten(path));
  }

  private static String shorten(String path) {
    return path.length() <= COMPARED_CHARACTERS ? path : path.substring(0, COMPARED_CHARACTERS);
  }

  private static int editDistance(String from, String to) {
    int[] above = new int[to.length() + 1];
    for (int column = 0; column < above.length; column++) {
      above[column] = column;
    }
    for (int row = 1; row <= from.length(); row++) {
      int[] current = new int[to.length() + 1];
      current[0] = row;
      for (int column = 1; column <= to.length(); column++) {
        int replaced = from.charAt(row - 1) == to.charAt(column - 1) ? 0 : 1;
        int gap = Math.min(above[column], current[column - 1]) + 1;
        current[column] = Math.min(gap, above[column - 1] + replaced);
      }
      above = current;
    }
    return above[to.length()];
  }

  @Override
  public String toString() {
    return methods.get(0) + " " + template;
  }
}

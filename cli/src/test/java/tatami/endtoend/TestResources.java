package tatami.endtoend;

import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;

/** Files beside the tests. */
final class TestResources {

  private TestResources() {}

  /** Returns a folder of the test resources. */
  static Path folder(String name) {
    URL url = TestResources.class.getResource("/" + name);
    if (url == null) {
      throw new AssertionError("no such test resource: name=" + name);
    }
    try {
      return Path.of(url.toURI());
    } catch (URISyntaxException e) {
      throw new AssertionError("a test resource has no path: name=" + name, e);
    }
  }
}

package tatami.endtoend;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/** The committed feeds of two invented cities; "now" is a few days after their first night. */
final class SmallCities {

  private SmallCities() {}

  /** Reads one of them. */
  static TestCity read(SmallVintage vintage) throws IOException {
    return switch (vintage) {
      case LAKESIDE -> TestCity.read("lakeside", folder(vintage), "2016-05-06", "USD");
      case HARBOUR -> TestCity.read("harbour", folder(vintage), "2023-10-02", "SGD");
    };
  }

  /** Returns its folder. */
  static Path folder(SmallVintage vintage) {
    return TestResources.folder("feeds").resolve(vintage.folder());
  }

  /** Returns the text of a compressed file. */
  static String unpack(Path file) throws IOException {
    try (InputStream bytes = new GZIPInputStream(Files.newInputStream(file))) {
      return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}

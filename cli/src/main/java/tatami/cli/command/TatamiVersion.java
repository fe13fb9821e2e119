package tatami.cli.command;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** Answers {@code --version}. */
final class TatamiVersion implements IVersionProvider {

  @Override
  public String[] getVersion() throws IOException {
    Properties versions = new Properties();
    try (InputStream file = TatamiVersion.class.getResourceAsStream("/tatami/version.properties")) {
      versions.load(file);
    }
    return new String[] {
      "tatami " + versions.getProperty("tatami"),
      "embedded PostgreSQL " + versions.getProperty("postgresql"),
      "Java " + Runtime.version()
    };
  }
}

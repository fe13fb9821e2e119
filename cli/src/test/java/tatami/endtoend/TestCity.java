package tatami.endtoend;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import tatami.oracle.City;
import tatami.oracle.CityReader;

/**
 * A city under test.
 *
 * @param name the catalog's name for it
 * @param folder of its feeds
 * @param today the day of "now"
 * @param currency of its prices
 * @param data its feeds, as the oracle reads them
 */
record TestCity(String name, Path folder, LocalDate today, String currency, City data) {

  /** Reads the feeds. */
  static TestCity read(String name, Path folder, String today, String currency) throws IOException {
    return new TestCity(name, folder, LocalDate.parse(today), currency, CityReader.read(folder));
  }

  /** Returns the city in a database. */
  CityUnderTest in(Commands commands) {
    return new CityUnderTest(commands, name, today.toString(), currency);
  }

  /** Returns the city in a database, with a catalog of its own. */
  CityUnderTest in(Commands commands, Path catalog) {
    return new CityUnderTest(commands, catalog, name, today.toString(), currency);
  }
}

package tatami.cli.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AddressFinderTest {

  @Test
  void findsNothingInAnEmptyEnvironment() {
    assertThat(new AddressFinder(Map.of("DATABASE_URL", "", "PGHOST", "")).find(null)).isEmpty();
  }

  @Test
  void prefersTheFlagToTheUrlAndTheUrlToTheVariables() {
    Map<String, String> environment =
        Map.of("DATABASE_URL", "postgresql://url/d", "PGHOST", "variable");
    assertThat(new AddressFinder(environment).find("postgresql://flag/d"))
        .hasValueSatisfying(address -> assertThat(address.place()).isEqualTo("flag:5432/d"));
    assertThat(new AddressFinder(environment).find(null))
        .hasValueSatisfying(address -> assertThat(address.place()).isEqualTo("url:5432/d"));
  }

  @Test
  void readsTheVariablesOfLibpq() {
    Map<String, String> environment =
        Map.of(
            "PGHOST", "h", "PGPORT", "6000", "PGDATABASE", "d", "PGUSER", "u", "PGPASSWORD", "p");
    assertThat(new AddressFinder(environment).find(null))
        .hasValueSatisfying(
            address -> {
              assertThat(address.place()).isEqualTo("h:6000/d");
              assertThat(address.properties())
                  .containsEntry("user", "u")
                  .containsEntry("password", "p");
              assertThat(address.source()).isEqualTo("PG*");
            });
  }

  @Test
  void oneVariableIsEnough() {
    assertThat(new AddressFinder(Map.of("PGPORT", "6000", "PGUSER", "u")).find(null))
        .hasValueSatisfying(address -> assertThat(address.place()).isEqualTo("localhost:6000/u"));
  }

  @Test
  void takesThePasswordOfTheEnvironmentOnlyWhereTheUrlHasNone() {
    AddressFinder finder = new AddressFinder(Map.of("PGPASSWORD", "fromVariable"));
    assertThat(finder.find("postgresql://u@h/d").orElseThrow().properties())
        .containsEntry("password", "fromVariable");
    assertThat(finder.find("postgresql://u:own@h/d").orElseThrow().properties())
        .containsEntry("password", "own");
  }

  @Test
  void readsSecretsFromFiles(@TempDir Path folder) throws IOException {
    Path password = Files.writeString(folder.resolve("password"), "from file\n");
    Path url = Files.writeString(folder.resolve("url"), "postgresql://u@h/d\n");
    AddressFinder finder =
        new AddressFinder(
            Map.of("PGPASSWORD_FILE", password.toString(), "DATABASE_URL_FILE", url.toString()));
    assertThat(finder.find(null).orElseThrow().properties()).containsEntry("password", "from file");
  }

  @Test
  void namesTheFileThatCannotBeRead() {
    AddressFinder finder = new AddressFinder(Map.of("PGPASSWORD_FILE", "/no/such/file"));
    assertThatThrownBy(() -> finder.find("postgresql://u@h/d"))
        .isInstanceOf(DatabaseUrlException.class)
        .hasMessageContaining("PGPASSWORD_FILE=/no/such/file");
  }

  @Test
  void refusesAFolderOfSockets() {
    assertThatThrownBy(() -> new AddressFinder(Map.of("PGHOST", "/run/postgresql")).find(null))
        .isInstanceOf(DatabaseUrlException.class)
        .hasMessageContaining("set PGHOST=localhost");
  }
}

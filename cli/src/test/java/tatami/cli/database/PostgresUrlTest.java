package tatami.cli.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PostgresUrlTest {

  @Test
  void readsUserPasswordHostPortAndDatabase() {
    DatabaseAddress address =
        PostgresUrl.parse("postgresql://anna:s3cret@db.example:6543/hotels", "--db");
    assertThat(address.jdbcUrl()).isEqualTo("jdbc:postgresql://db.example:6543/hotels");
    assertThat(address.properties())
        .containsEntry("user", "anna")
        .containsEntry("password", "s3cret");
    assertThat(address.place()).isEqualTo("db.example:6543/hotels");
  }

  @Test
  void decodesPercentSigns() {
    DatabaseAddress address =
        PostgresUrl.parse("postgres://a%40b:p%3Aw%2F%25+x@localhost/my%20data", "--db");
    assertThat(address.properties())
        .containsEntry("user", "a@b")
        .containsEntry("password", "p:w/%+x");
    assertThat(address.jdbcUrl()).isEqualTo("jdbc:postgresql://localhost:5432/my%20data");
  }

  @Test
  void readsTheDriversOwnForm() {
    DatabaseAddress address =
        PostgresUrl.parse(
            "jdbc:postgresql://localhost:5433/hotels?user=anna&password=p%26w&sslmode=require",
            "--db");
    assertThat(address.jdbcUrl()).isEqualTo("jdbc:postgresql://localhost:5433/hotels");
    assertThat(address.properties())
        .containsEntry("user", "anna")
        .containsEntry("password", "p&w")
        .containsEntry("sslmode", "require");
  }

  @Test
  void takesTheUsersNameForAMissingDatabase() {
    assertThat(PostgresUrl.parse("postgresql://anna@localhost", "--db").place())
        .isEqualTo("localhost:5432/anna");
  }

  @Test
  void translatesParametersOfLibpq() {
    assertThat(
            PostgresUrl.parse("postgresql://h/d?connect_timeout=3&application_name=x", "--db")
                .properties())
        .containsEntry("connectTimeout", "3")
        .containsEntry("ApplicationName", "x");
  }

  @Test
  void keepsSeveralHostsAndAddressesOfVersionSix() {
    assertThat(PostgresUrl.parse("postgresql://one,two:6000,[::1]:7000/d", "--db").jdbcUrl())
        .isEqualTo("jdbc:postgresql://one:5432,two:6000,[::1]:7000/d");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mysql://anna:s3cret@h/d",
        "postgresql://anna:s3cret@h:0/d",
        "postgresql://anna:s3cret@h:65536/d",
        "postgresql://anna:s3cret@h:port/d",
        "postgresql://anna:s3cret@h/d?sslmod=require",
        "postgresql://anna:s3cret%zz@h/d",
        "postgresql://anna:s3cret@%2Frun%2Fpostgresql/d",
        "s3cret"
      })
  void refusesWhatItCannotReadWithoutShowingTheSecret(String text) {
    assertThatThrownBy(() -> PostgresUrl.parse(text, "--db"))
        .isInstanceOf(DatabaseUrlException.class)
        .hasMessageStartingWith("--db ")
        .hasMessageNotContaining("s3cret");
  }

  @Test
  void showsNoSecretAsText() {
    assertThat(PostgresUrl.parse("postgresql://anna:s3cret@h/d", "DATABASE_URL"))
        .hasToString("h:5432/d (DATABASE_URL)");
  }
}

package tatami.searchbuild.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogFileTest {

  @TempDir private Path folder;

  @Test
  void readsAFileAsWellAsItsFolder() throws IOException {
    Path file = Files.writeString(folder.resolve("catalog.yaml"), CampCatalog.TEXT);

    assertThat(read(file)).isEqualTo(read(folder)).isEqualTo(CampCatalog.read());
  }

  @Test
  void readsAFileThatBeginsWithAByteOrderMark() throws IOException {
    Path file = Files.writeString(folder.resolve("camp.yaml"), "\uFEFF" + CampCatalog.TEXT);

    assertThat(read(file)).isEqualTo(CampCatalog.read());
  }

  @Test
  void refusesAMissingFile() {
    Path file = folder.resolve("camp.yaml");

    refuses(
        file,
        "catalog \"" + file + "\" does not exist: name a file, or a folder with catalog.yaml");
  }

  @Test
  void refusesAFolderWithoutTheFile() {
    refuses(folder, "folder \"" + folder + "\" has no catalog.yaml: name the file itself");
  }

  @Test
  void refusesAFolderWithAFolderOfThatName() throws IOException {
    Path inner = Files.createDirectory(folder.resolve("catalog.yaml"));

    refuses(
        folder,
        "catalog \"" + inner + "\" is not a file: name a file, or a folder with catalog.yaml");
  }

  @Test
  void refusesBytesThatAreNotUtf8WithTheirPlace() throws IOException {
    byte[] bytes =
        CampCatalog.with("title: text", "t\u00EFtle: text").getBytes(StandardCharsets.ISO_8859_1);
    Path file = Files.write(folder.resolve("camp.yaml"), bytes);

    refuses(file, "byte 0xEF is not UTF-8: save the catalog as UTF-8 (camp.yaml:12:8)");
  }

  @Test
  void refusesACatalogThatIsCutInsideACharacter() throws IOException {
    Path file =
        Files.write(folder.resolve("camp.yaml"), new byte[] {'a', (byte) 0xE3, (byte) 0x81});

    refuses(file, "byte 0xE3 is not UTF-8: save the catalog as UTF-8 (camp.yaml:1:2)");
  }

  @Test
  void refusesAFileThatIsTooLargeForACatalog() throws IOException {
    Path file = Files.write(folder.resolve("camp.yaml"), new byte[(1 << 20) + 1]);

    refuses(file, "catalog \"" + file + "\" is larger than 1048576 bytes: is it a feed?");
  }

  @Test
  void takesNameAndSettingsFromTheOverrides() {
    Catalog catalog =
        parse("oslo", Map.of("currency", "EUR", "time_zone", "Europe/Berlin"), CampCatalog.TEXT);

    assertThat(catalog.name()).isEqualTo("oslo");
    assertThat(catalog.currency()).isEqualTo("EUR");
    assertThat(catalog.timeZone()).isEqualTo("Europe/Berlin");
    assertThat(catalog.feeds()).isEqualTo(CampCatalog.read().feeds());
  }

  @Test
  void needsNoSettingInTheFileThatTheOverridesGive() {
    String text = CampCatalog.with("currency: NOK\n", "");

    assertThat(parse(null, Map.of("currency", "EUR"), text).currency()).isEqualTo("EUR");
  }

  @Test
  void refusesBadOverridesBesideTheProblemsOfTheFile() {
    String text = CampCatalog.with("show: [title]", "show: [titel]");

    assertThatThrownBy(
            () ->
                parse("Oslo", Map.of("curency", "EUR", "time_zone", "Oslo", "currency", "e"), text))
        .hasMessage(
            """
            --name "Oslo" does not match ^[a-z][a-z0-9_]{0,39}$
            --set curency=EUR: unknown setting "curency", did you mean "currency"?
            --set currency=e: currency is an ISO 4217 currency, got "e"
            --set time_zone=Oslo: time_zone is an IANA time zone, got "Oslo"
            unknown column "titel" in search.camp.show, did you mean "title"? (catalog.yaml:50:12)""");
  }

  private static Catalog read(Path file) {
    return CatalogFile.read(file, CatalogOverrides.none());
  }

  private static Catalog parse(String name, Map<String, String> settings, String text) {
    return CatalogFile.parse(Path.of("catalog.yaml"), text, new CatalogOverrides(name, settings));
  }

  private static void refuses(Path file, String... messages) {
    assertThatThrownBy(() -> read(file))
        .isInstanceOf(CatalogProblemsException.class)
        .hasMessage(String.join("\n", List.of(messages)));
  }
}

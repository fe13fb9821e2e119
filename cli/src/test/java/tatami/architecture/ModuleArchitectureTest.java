package tatami.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;

/** Modules point one way, packages have no cycles, and libraries stay where they belong. */
class ModuleArchitectureTest {

  private static final JavaClasses MAIN =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("tatami");

  private static final String[] ALL = {
    "tatami.searchtable..",
    "tatami.ingest..",
    "tatami.searchbuild..",
    "tatami.query..",
    "tatami.benchmarks..",
    "tatami.cli.."
  };

  @Test
  void searchtableKnowsNoOtherModule() {
    mayNotUse("tatami.searchtable..", ALL[1], ALL[2], ALL[3], ALL[4], ALL[5]);
  }

  @Test
  void ingestKnowsSearchtableAlone() {
    mayNotUse("tatami.ingest..", ALL[2], ALL[3], ALL[4], ALL[5]);
  }

  @Test
  void searchbuildKnowsIngestAndSearchtableAlone() {
    mayNotUse("tatami.searchbuild..", ALL[3], ALL[4], ALL[5]);
  }

  @Test
  void queryKnowsSearchtableAlone() {
    mayNotUse("tatami.query..", ALL[1], ALL[2], ALL[4], ALL[5]);
  }

  @Test
  void benchmarksDoNotKnowTheCli() {
    mayNotUse("tatami.benchmarks..", ALL[5]);
  }

  @Test
  void searchtableKnowsNoDatabaseAndNoSpring() {
    mayNotUse(
        "tatami.searchtable..",
        "java.sql..",
        "javax.sql..",
        "org.postgresql..",
        "org.springframework..");
  }

  @Test
  void springStaysInTheJobPackage() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackage("tatami.searchbuild.job..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.springframework.."));
  }

  @Test
  void jettyAndJavalinStayInTheHttpPackage() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackage("tatami.query.http..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.javalin..", "org.eclipse.jetty..", "jakarta.servlet.."));
  }

  @Test
  void packagesHaveNoCycles() {
    check(slices().assignedFrom(new ByPackageName()).should().beFreeOfCycles());
  }

  @Test
  void nobodyReadsTheClockWithoutBeingGivenOne() {
    check(
        noClasses()
            .should()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(LocalDateTime.class, "now"));
  }

  @Test
  void theOracleKnowsNothingOfTheEngine() {
    JavaClasses oracle = new ClassFileImporter().importPackages("tatami.oracle");
    noClasses()
        .that()
        .resideInAPackage("tatami.oracle..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(ALL)
        .check(oracle);
  }

  private static void mayNotUse(String from, String... packages) {
    check(
        noClasses()
            .that()
            .resideInAPackage(from)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(packages));
  }

  private static void check(ArchRule rule) {
    rule.check(MAIN);
  }

  /** One slice per package name: a pattern such as {@code tatami.(**)} would skip root packages. */
  private static final class ByPackageName implements SliceAssignment {
    @Override
    public SliceIdentifier getIdentifierOf(JavaClass javaClass) {
      return SliceIdentifier.of(javaClass.getPackageName());
    }

    @Override
    public String getDescription() {
      return "packages";
    }
  }
}

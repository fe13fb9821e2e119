package tatami.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** JMH's lock file, which outlives every run. */
class BenchmarkRunTest {

  @TempDir Path folder;

  @Test
  void aLockThatIsNotThereOrOursIsUsed() throws IOException {
    Path lock = folder.resolve("jmh.lock");
    assertThat(BenchmarkRun.isOfSomebodyElse(lock)).isFalse();
    Files.createFile(lock);
    assertThat(BenchmarkRun.isOfSomebodyElse(lock)).isFalse();
  }

  @Test
  void aLockOfAnotherAccountIsNot() throws IOException {
    assumeTrue(System.getProperty("user.name").equals("root"), "only root gives files away");
    Path lock = Files.createFile(folder.resolve("jmh.lock"));
    Files.setOwner(
        lock, lock.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("nobody"));
    assertThat(BenchmarkRun.isOfSomebodyElse(lock)).isTrue();
  }
}

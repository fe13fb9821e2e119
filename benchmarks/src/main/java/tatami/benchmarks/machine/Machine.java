package tatami.benchmarks.machine;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What results depend on besides the code.
 *
 * @param cpu the processor's model, or its architecture where the system does not say more
 * @param cores processors that the JVM may use
 * @param memoryBytes memory of the machine or container
 * @param operatingSystem name, version and architecture
 * @param jdk vendor's name of the virtual machine and its full version
 * @param postgresql the server's version; null where no database took part
 */
public record Machine(
    String cpu,
    int cores,
    long memoryBytes,
    String operatingSystem,
    String jdk,
    String postgresql) {

  private static final Path LINUX_PROCESSORS = Path.of("/proc/cpuinfo");

  /** Looks at this machine. */
  public static Machine read(String postgresql) {
    OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    String architecture = System.getProperty("os.arch");
    return new Machine(
        cpu(architecture),
        Runtime.getRuntime().availableProcessors(),
        system.getTotalMemorySize(),
        System.getProperty("os.name") + " " + System.getProperty("os.version") + " " + architecture,
        System.getProperty("java.vm.name") + " " + Runtime.version(),
        postgresql);
  }

  /** Returns a file name that tells processor, JDK and PostgreSQL, such as results go by. */
  public String fileName() {
    String name = cpu + "-" + cores + "-jdk" + Runtime.version().feature();
    if (postgresql != null) {
      name += "-postgresql" + postgresql.split(" ", 2)[0];
    }
    return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9.]+", "-") + ".json";
  }

  private static String cpu(String architecture) {
    try (Stream<String> lines = Files.lines(LINUX_PROCESSORS)) {
      return lines
          .filter(line -> line.startsWith("model name"))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst()
          .orElse(architecture);
    } catch (IOException notLinux) {
      String identifier = System.getenv("PROCESSOR_IDENTIFIER");
      return identifier == null ? architecture : identifier;
    }
  }
}

package tatami.cli.database;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/**
 * What we set in the cluster, written anew at each start: the machine or the port may be others
 * than last time.
 */
final class ClusterSettings {

  private static final long MEGABYTE = 1024 * 1024;

  private ClusterSettings() {}

  /** Returns the text of {@code tatami.conf}. */
  static String text(int port) {
    return """
        # Written by tatami at each start; put settings of your own into postgresql.auto.conf
        # (ALTER SYSTEM), which is read last.
        listen_addresses = '127.0.0.1'
        port = %d
        unix_socket_directories = ''
        shared_buffers = '%dMB'
        shared_preload_libraries = 'pg_stat_statements'
        work_mem = '32MB'
        maintenance_work_mem = '256MB'
        max_wal_size = '4GB'
        checkpoint_timeout = '15min'
        random_page_cost = 1.1
        jit = off
        timezone = 'UTC'
        log_timezone = 'UTC'
        log_checkpoints = off
        """
        .formatted(port, sharedBufferMegabytes());
  }

  /** An eighth of the memory, between 64 and 512 MB. */
  private static long sharedBufferMegabytes() {
    long memory =
        ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize();
    return Math.max(64, Math.min(512, memory / 8 / MEGABYTE));
  }
}

package tatami.cli.database;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * As whom PostgreSQL's programs run: they refuse to run as root.
 *
 * <p>An ordinary user runs them as they are. For root, a user namespace makes them believe that
 * they are somebody else, while their files stay root's; where that is forbidden, as in many
 * containers, they run as the user who owns the data, or as {@code nobody}.
 *
 * @param prefix what stands before each command
 * @param owner who must own the data folder and the log; negative = whoever runs this code
 */
record ServerAccount(List<String> prefix, int owner) {

  private static final int ROOT = 0;

  ServerAccount {
    prefix = List.copyOf(prefix);
  }

  /**
   * Chooses.
   *
   * @param data the data folder, or where it will be
   */
  static ServerAccount choose(Path data) throws IOException {
    long self = new UnixSystem().getUid();
    int dataOwner = Files.isDirectory(data) ? ownerOf(data) : -1;
    if (self != ROOT) {
      refuseForeignData(data, dataOwner, self);
      return new ServerAccount(List.of(), -1);
    }
    if (dataOwner > ROOT) {
      return as(dataOwner, (int) Files.getAttribute(data, "unix:gid"));
    }
    ServerAccount namespace = new ServerAccount(List.of("unshare", "--user"), -1);
    if (namespace.works()) {
      return namespace;
    }
    if (dataOwner == ROOT) {
      throw new DatabaseUnusableException(
          "the data folder "
              + data
              + " belongs to root, and PostgreSQL does not run as root here;"
              + " run this as an ordinary user with another TATAMI_HOME, or name a database with"
              + " --db");
    }
    return as(numberOf("-u"), numberOf("-g"));
  }

  /** Puts the prefix before a command. */
  List<String> wrap(List<String> command) {
    List<String> whole = new ArrayList<>(prefix);
    whole.addAll(command);
    return whole;
  }

  /** Gives a file or an empty folder to the account. */
  void own(Path file) throws IOException {
    if (owner >= 0) {
      Files.setAttribute(file, "unix:uid", owner);
    }
  }

  private static ServerAccount as(int user, int group) {
    ServerAccount account =
        new ServerAccount(
            List.of("setpriv", "--reuid=" + user, "--regid=" + group, "--clear-groups"), user);
    if (!account.works()) {
      throw new DatabaseUnusableException(
          "PostgreSQL does not run as root, and neither unshare nor setpriv works here; run this as"
              + " an ordinary user, or name a database with --db");
    }
    return account;
  }

  /** PostgreSQL asks for the name of its user, so one must be there. */
  private boolean works() {
    return output(wrap(List.of("id", "-un"))).length() > 0;
  }

  private static int numberOf(String option) {
    String number = output(List.of("id", option, "nobody"));
    if (!number.matches("[0-9]+")) {
      throw new DatabaseUnusableException(
          "PostgreSQL does not run as root, and there is no user nobody here; run this as an"
              + " ordinary user, or name a database with --db");
    }
    return Integer.parseInt(number);
  }

  private static void refuseForeignData(Path data, int dataOwner, long self) throws IOException {
    if (dataOwner >= 0 && dataOwner != self) {
      throw new DatabaseUnusableException(
          "the data folder "
              + data
              + " belongs to user "
              + Files.getOwner(data).getName()
              + ", and only its owner can run it; run this as that user, or choose another"
              + " TATAMI_HOME");
    }
  }

  private static int ownerOf(Path folder) throws IOException {
    return (int) Files.getAttribute(folder, "unix:uid");
  }

  private static String output(List<String> command) {
    try {
      Process process =
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
      process.getOutputStream().close();
      String output = new String(process.getInputStream().readAllBytes()).strip();
      return process.waitFor(5, TimeUnit.SECONDS) && process.exitValue() == 0 ? output : "";
    } catch (IOException noSuchProgram) {
      return "";
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return "";
    }
  }
}

package tatami.query.master;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Stands between a client and a server, and counts how often the client speaks after the server.
 */
final class RoundTrips implements AutoCloseable {

  private final ServerSocket door = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
  private final int serverPort;
  private final AtomicInteger turns = new AtomicInteger();
  private final AtomicBoolean isServersTurn = new AtomicBoolean();

  RoundTrips(int serverPort) throws IOException {
    this.serverPort = serverPort;
    start(this::accept);
  }

  int port() {
    return door.getLocalPort();
  }

  /** Returns how many there were since the last time this was asked. */
  int count() {
    return turns.getAndSet(0);
  }

  private void accept() throws IOException {
    Socket client = door.accept();
    Socket server = new Socket(InetAddress.getLoopbackAddress(), serverPort);
    start(() -> pass(client, server, true));
    start(() -> pass(server, client, false));
  }

  private void pass(Socket from, Socket to, boolean isClient) throws IOException {
    byte[] bytes = new byte[1 << 16];
    try (from;
        to) {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      for (int read = in.read(bytes); read >= 0; read = in.read(bytes)) {
        if (isServersTurn.getAndSet(isClient) != isClient && isClient) {
          turns.incrementAndGet();
        }
        out.write(bytes, 0, read);
        out.flush();
      }
    }
  }

  private interface Work {
    void run() throws IOException;
  }

  private static void start(Work work) {
    Thread thread =
        new Thread(
            () -> {
              try {
                work.run();
              } catch (IOException over) {
                Thread.currentThread().interrupt();
              }
            });
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() throws IOException {
    door.close();
  }
}

package tatami.query.mirror.shelf;

import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tatami.query.mirror.copy.DamagedReleaseException;
import tatami.query.problem.ProblemException;
import tatami.query.release.ReleasePointer;
import tatami.query.release.ReleaseShelf;

/**
 * The mirrors of a server: for each catalog one of its live release, unless that cannot be held.
 *
 * <p>A new live release is loaded beside the old one and takes its place in one step; the old one
 * is forgotten when the last lease of it ends. Where both do not fit, the old one goes first. Of a
 * release that cannot be held nothing is lent, the release before it included: the live one is what
 * searches are about. Thread-safe.
 */
public final class Mirrors implements MirrorLeases {

  private static final Logger LOG = LoggerFactory.getLogger(Mirrors.class);
  private static final Duration PAUSE = Duration.ofSeconds(1);

  /** A catalog is not published so often that more come while one is loaded. */
  private static final int MOST_RETIRED = 5;

  private final MirrorSettings settings;
  private final ReleaseLoader loader;
  private final MemoryUse memory;
  private final Map<String, HeldMirror> live = new ConcurrentHashMap<>();
  private final Map<String, Refusal> refused = new HashMap<>();
  private ScheduledExecutorService watcher;
  private boolean isAway;

  /** Whether a refusal is told to the listener; else it is thrown. */
  private boolean tellsRefusals = true;

  private volatile boolean closed;

  Mirrors(MirrorSettings settings, ReleaseLoader loader, MemoryUse memory) {
    this.settings = settings;
    this.loader = loader;
    this.memory = memory;
  }

  private Mirrors(MirrorSettings settings) {
    this(settings, new DatabaseLoader(settings.dataSource()), new MemoryUse(settings.limit()));
  }

  /** A release that is not tried again, and why. */
  private record Refusal(ReleasePointer pointer, String reason) {}

  /**
   * Loads what is live now, and watches for what will be until it is closed. What cannot be held is
   * told to the listener.
   */
  public static Mirrors open(MirrorSettings settings) {
    Mirrors mirrors = new Mirrors(settings);
    mirrors.look();
    mirrors.watch(PAUSE);
    return mirrors;
  }

  /**
   * Loads what is live now, and nothing later.
   *
   * @throws MirrorRefusedException if a release cannot be held
   */
  public static Mirrors load(MirrorSettings settings) throws SQLException {
    Mirrors mirrors = new Mirrors(settings);
    mirrors.tellsRefusals = false;
    mirrors.loadNew();
    mirrors.requireAll();
    return mirrors;
  }

  @Override
  public Optional<MirrorLease> find(String catalog) {
    HeldMirror mirror = live.get(catalog);
    while (mirror != null) {
      Optional<MirrorLease> lease = mirror.lend();
      HeldMirror latest = live.get(catalog);
      if (lease.isPresent() || latest == mirror) {
        return lease;
      }
      mirror = latest;
    }
    return Optional.empty();
  }

  /** Ends the watch and forgets every mirror that no request holds. */
  @Override
  public void close() {
    closed = true;
    synchronized (this) {
      if (watcher != null) {
        watcher.shutdownNow();
      }
    }
    live.keySet().forEach(this::letGo);
  }

  /** Looks for new live releases, over and over. */
  void watch(Duration pause) {
    ScheduledExecutorService thread =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread daemon = new Thread(task, "tatami-mirrors");
              daemon.setDaemon(true);
              return daemon;
            });
    synchronized (this) {
      watcher = thread;
    }
    thread.scheduleWithFixedDelay(
        this::look, pause.toNanos(), pause.toNanos(), TimeUnit.NANOSECONDS);
  }

  /**
   * Looks for new live releases once, and brings what is held to the clock's time; a database that
   * is away is told once.
   */
  void look() {
    try {
      loadNew();
      for (HeldMirror mirror : live.values()) {
        mirror.turnTo(settings.clock().instant());
      }
      isAway = false;
    } catch (SQLException | RuntimeException failure) {
      if (!isAway && !closed) {
        LOG.warn("the mirrors cannot be brought up to date", failure);
        settings.listener().warn(ShelfSentences.away(String.valueOf(failure.getMessage())));
      }
      isAway = true;
    }
  }

  private void loadNew() throws SQLException {
    int retired = 0;
    while (!closed && !tryEach(listWanted()) && retired < MOST_RETIRED) {
      retired++;
    }
  }

  /** Loads those that are new; false where one was retired meanwhile. */
  private boolean tryEach(Map<String, ReleasePointer> wanted) throws SQLException {
    live.keySet().stream().filter(name -> !wanted.containsKey(name)).forEach(this::letGo);
    refused.keySet().retainAll(wanted.keySet());
    for (ReleasePointer pointer : wanted.values()) {
      if (isNew(pointer) && !tryOne(pointer)) {
        return false;
      }
    }
    return true;
  }

  /** Lists what should be in memory, by catalog; nothing before the first build. */
  private Map<String, ReleasePointer> listWanted() throws SQLException {
    Map<String, ReleasePointer> wanted = new LinkedHashMap<>();
    try {
      for (ReleasePointer pointer : loader.listLive()) {
        if (settings.catalogs().isEmpty() || settings.catalogs().contains(pointer.catalog())) {
          wanted.put(pointer.catalog(), pointer);
        }
      }
    } catch (ProblemException nothingYet) {
      LOG.debug("nothing to load: {}", nothingYet.getMessage());
    }
    return wanted;
  }

  private boolean isNew(ReleasePointer pointer) {
    HeldMirror held = live.get(pointer.catalog());
    Refusal refusal = refused.get(pointer.catalog());
    boolean isHeld = held != null && held.pointer().equals(pointer);
    return !isHeld && (refusal == null || !refusal.pointer().equals(pointer));
  }

  /** Loads one, or refuses it; false where it was retired meanwhile. */
  private boolean tryOne(ReleasePointer pointer) throws SQLException {
    try {
      replace(pointer);
    } catch (SQLException failure) {
      if (!ReleaseShelf.isMissingRelation(failure)) {
        throw failure;
      }
      settings.listener().progress(ShelfSentences.retired(pointer));
      return false;
    } catch (MirrorRefusedException | DamagedReleaseException | ProblemException refusal) {
      refuse(pointer, refusal.getMessage());
    } catch (RuntimeException mistake) {
      LOG.error("a mirror could not be made: {}", pointer, mistake);
      refuse(pointer, "it could not be loaded: " + mistake);
    } catch (OutOfMemoryError full) {
      refuse(
          pointer,
          "the heap of "
              + new MemorySize(Runtime.getRuntime().maxMemory())
              + " is full; give the JVM more: TATAMI_JAVA_OPTIONS=-Xmx…");
    }
    return true;
  }

  private void replace(ReleasePointer pointer) throws SQLException {
    LoadPlan plan = loader.plan(pointer);
    if (!makeRoom(plan)) {
      return;
    }
    settings.listener().progress(ShelfSentences.estimate(plan, memory));
    LoadedRelease loaded = loader.load(plan, settings.listener());
    requireRoom(loaded.bytes(), live.get(pointer.catalog()));
    turn(loaded, pointer);
    HeldMirror mirror = new HeldMirror(pointer, loaded, memory);
    memory.add(mirror);
    HeldMirror old = live.put(pointer.catalog(), mirror);
    if (old != null) {
      old.retire();
    }
    if (closed) {
      letGo(pointer.catalog());
    }
  }

  /** Has it compute what it answers from, in the room that is left. */
  private void turn(LoadedRelease loaded, ReleasePointer pointer) throws SQLException {
    long bytes = loaded.bytes();
    long room = memory.limit().bytes() - memory.taken().bytes() - bytes;
    loaded.turnTo(settings.clock().instant(), Math.max(0, room));
    if (loaded.bytes() > bytes) {
      settings.listener().progress(ShelfSentences.turned(pointer, loaded.bytes() - bytes));
    }
  }

  /**
   * Lets the old one go where both do not fit; false where requests still hold too much: then the
   * next look tries again.
   */
  private boolean makeRoom(LoadPlan plan) {
    HeldMirror old = live.get(plan.pointer().catalog());
    requireRoom(plan.estimatedBytes(), old);
    if (old != null && !memory.fits(plan.estimatedBytes())) {
      settings.listener().warn(ShelfSentences.notBoth(plan, old, memory.limit()));
      letGo(plan.pointer().catalog());
    }
    return memory.fits(plan.estimatedBytes());
  }

  /**
   * Refuses what does not fit beside the other catalogs; an estimate may have been too low.
   *
   * @param old what will go; null where there is none
   */
  private void requireRoom(long bytes, HeldMirror old) {
    long others =
        live.values().stream().filter(held -> held != old).mapToLong(HeldMirror::bytes).sum();
    if (bytes > memory.limit().bytes() - others) {
      throw new MirrorRefusedException(
          ShelfSentences.tooLittle(new MemorySize(bytes), memory.limit(), new MemorySize(others)));
    }
  }

  private void refuse(ReleasePointer pointer, String reason) {
    letGo(pointer.catalog());
    refused.put(pointer.catalog(), new Refusal(pointer, reason));
    if (tellsRefusals) {
      settings.listener().warn(ShelfSentences.refused(pointer, reason));
    }
  }

  private void letGo(String catalog) {
    HeldMirror held = live.remove(catalog);
    if (held != null) {
      held.retire();
    }
  }

  private void requireAll() {
    refused.values().stream()
        .findFirst()
        .ifPresent(
            refusal -> {
              throw new MirrorRefusedException(
                  ShelfSentences.subject(refusal.pointer())
                      + " cannot be held: "
                      + refusal.reason());
            });
  }
}

package tatami.query.mirror.shelf;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.postgresql.ds.PGSimpleDataSource;
import tatami.query.mirror.copy.DamagedReleaseException;

/** A release is a number, and takes as many bytes. */
@Timeout(30)
class MirrorsTest {

  private final FakeLoader loader = new FakeLoader();
  private Instant now = Instant.EPOCH;
  private MemoryUse memory;
  private final List<String> progress = new CopyOnWriteArrayList<>();
  private final List<String> warnings = new CopyOnWriteArrayList<>();

  @Test
  void lendsTheLiveReleaseOfEachCatalog() {
    loader.publish("east", 3);
    loader.publish("west", 4);
    Mirrors mirrors = mirrors(100);
    mirrors.look();
    assertThat(lent(mirrors, "east")).isEqualTo(3);
    assertThat(lent(mirrors, "west")).isEqualTo(4);
    assertThat(mirrors.find("north")).isEmpty();
    assertThat(warnings).isEmpty();
  }

  @Test
  void holdsTheNamedCatalogsAlone() {
    loader.publish("east", 3);
    loader.publish("west", 4);
    Mirrors mirrors = mirrors(100, "west");
    mirrors.look();
    assertThat(mirrors.find("east")).isEmpty();
    assertThat(lent(mirrors, "west")).isEqualTo(4);
  }

  @Test
  void loadsAReleaseOnce() {
    loader.publish("east", 3);
    Mirrors mirrors = mirrors(100);
    mirrors.look();
    mirrors.look();
    assertThat(loader.loads()).containsExactly(3);
  }

  @Test
  void bringsReleasesToTheTimeOfTheClock() {
    loader.publish("east", 3);
    Mirrors mirrors = mirrors(100);
    mirrors.look();
    assertThat(loader.instants()).containsOnly(Instant.EPOCH);
    now = Instant.EPOCH.plusSeconds(1);
    mirrors.look();
    assertThat(loader.instants()).endsWith(now);
  }

  @Test
  void anOldLeaseKeepsItsReleaseWhileNewOnesGetTheNext() {
    loader.publish("east", 3);
    Mirrors mirrors = mirrors(100);
    mirrors.look();
    MirrorLease old = mirrors.find("east").orElseThrow();
    loader.publish("east", 5);
    mirrors.look();
    assertThat(lent(mirrors, "east")).isEqualTo(5);
    assertThat(memory.taken().bytes()).isEqualTo(8);
    assertThat(old.release()).isNotNull();
    old.close();
    assertThat(memory.taken().bytes()).isEqualTo(5);
    old.close();
    assertThat(memory.taken().bytes()).isEqualTo(5);
  }

  @Test
  void theOldOneIsLentWhileTheNewOneIsLoaded() {
    loader.publish("east", 3);
    Mirrors mirrors = mirrors(100);
    mirrors.look();
    List<Integer> found = new ArrayList<>();
    loader.whileLoading(() -> found.add(lent(mirrors, "east")));
    loader.publish("east", 5);
    mirrors.look();
    assertThat(found).containsExactly(3);
  }

  @Test
  void whereBothDoNotFitTheOldOneGoesFirst() {
    loader.publish("east", 60);
    Mirrors mirrors = mirrors(100);
    mirrors.look();
    List<Boolean> lent = new ArrayList<>();
    loader.whileLoading(() -> lent.add(mirrors.find("east").isPresent()));
    loader.publish("east", 70);
    mirrors.look();
    assertThat(lent).containsExactly(false);
    assertThat(lent(mirrors, "east")).isEqualTo(70);
    assertThat(warnings).hasSize(1);
    assertThat(warnings.get(0))
        .contains("memory: east, release 70 takes about", "release 60 beside it takes")
        .contains("the limit is", "answered by the sql engine until release 70 is in memory")
        .contains("--memory-limit 1m");
  }

  @Test
  void aNewOneWaitsUntilRequestsHaveGivenTheOldOneBack() {
    loader.publish("east", 60);
    Mirrors mirrors = mirrors(100);
    mirrors.look();
    MirrorLease lease = mirrors.find("east").orElseThrow();
    loader.publish("east", 70);
    mirrors.look();
    mirrors.look();
    assertThat(mirrors.find("east")).isEmpty();
    assertThat(loader.loads()).containsExactly(60);
    lease.close();
    mirrors.look();
    assertThat(lent(mirrors, "east")).isEqualTo(70);
    assertThat(warnings).hasSize(1);
  }

  @Test
  void aReleaseThatDoesNotFitIsRefusedOnce() {
    loader.publish("east", 60);
    loader.publish("west", 50);
    Mirrors mirrors = mirrors(100);
    mirrors.look();
    mirrors.look();
    assertThat(lent(mirrors, "east")).isEqualTo(60);
    assertThat(mirrors.find("west")).isEmpty();
    assertThat(loader.loads()).containsExactly(60);
    assertThat(warnings).hasSize(1);
    assertThat(warnings.get(0))
        .contains("west, release 50 is not held: searches are answered by the sql engine")
        .contains("too little memory", "other catalogs take", "TATAMI_JAVA_OPTIONS=-Xmx");
  }

  @Test
  void aReleaseThatTurnsOutTooLargeIsRefused() {
    loader.publish("east", 60);
    loader.estimateTooLow(41);
    Mirrors mirrors = mirrors(100);
    mirrors.look();
    assertThat(mirrors.find("east")).isEmpty();
    assertThat(memory.taken().bytes()).isZero();
    assertThat(warnings).hasSize(1);
    assertThat(warnings.get(0)).contains("release 60 is not held", "too little memory");
    loader.estimateTooLow(40);
    loader.publish("east", 60 - 1);
    mirrors.look();
    assertThat(lent(mirrors, "east")).isEqualTo(59);
  }

  @Test
  void ofADamagedReleaseNothingIsLentNotEvenTheOneBefore() {
    loader.publish("east", 3);
    Mirrors mirrors = mirrors(100);
    mirrors.look();
    loader.failOn(4, new DamagedReleaseException("table \"price\" has 3 blocks"));
    loader.publish("east", 4);
    mirrors.look();
    mirrors.look();
    assertThat(mirrors.find("east")).isEmpty();
    assertThat(loader.loads()).containsExactly(3, 4);
    assertThat(warnings).hasSize(1);
    assertThat(warnings.get(0)).contains("release 4 is not held", "table \"price\" has 3 blocks");
    loader.publish("east", 5);
    mirrors.look();
    assertThat(lent(mirrors, "east")).isEqualTo(5);
  }

  @Test
  void whatNobodyExpectedIsARefusalToo() {
    loader.failOn(3, new IllegalStateException("a wrong bound"));
    loader.publish("east", 3);
    loader.failOn(4, new OutOfMemoryError("Java heap space"));
    loader.publish("west", 4);
    Mirrors mirrors = mirrors(100);
    mirrors.look();
    assertThat(mirrors.find("east")).isEmpty();
    assertThat(mirrors.find("west")).isEmpty();
    assertThat(warnings).hasSize(2);
    assertThat(warnings.get(0)).contains("a wrong bound");
    assertThat(warnings.get(1)).contains("the heap of").contains("is full");
  }

  @Test
  void aReleaseThatIsRetiredWhileItLoadsGivesWayToTheLiveOne() {
    loader.failOn(3, new SQLException("relation is gone", "42P01"));
    loader.whileLoading(() -> loader.publish("east", 4));
    loader.publish("east", 3);
    Mirrors mirrors = mirrors(100);
    mirrors.look();
    assertThat(loader.loads()).containsExactly(3, 4);
    assertThat(lent(mirrors, "east")).isEqualTo(4);
    assertThat(progress).anyMatch(line -> line.contains("release 3 was retired while"));
    assertThat(warnings).isEmpty();
  }

  @Test
  void aDatabaseThatIsAwayIsToldOnceAndAskedAgain() {
    loader.publish("east", 3);
    Mirrors mirrors = mirrors(100);
    mirrors.look();
    loader.goAway(new SQLException("connection refused", "08001"));
    mirrors.look();
    mirrors.look();
    assertThat(lent(mirrors, "east")).isEqualTo(3);
    assertThat(warnings).hasSize(1);
    assertThat(warnings.get(0)).contains("connection refused");
    loader.goAway(null);
    loader.publish("east", 4);
    mirrors.look();
    assertThat(lent(mirrors, "east")).isEqualTo(4);
  }

  @Test
  void aCatalogThatIsGoneIsForgotten() {
    loader.publish("east", 3);
    Mirrors mirrors = mirrors(100);
    mirrors.look();
    loader.withdraw("east");
    mirrors.look();
    assertThat(mirrors.find("east")).isEmpty();
    assertThat(memory.taken().bytes()).isZero();
  }

  @Test
  void afterTheEndNothingIsLentNorKept() {
    loader.publish("east", 3);
    Mirrors mirrors = mirrors(100);
    mirrors.look();
    MirrorLease lease = mirrors.find("east").orElseThrow();
    loader.publish("east", 4);
    loader.whileLoading(mirrors::close);
    mirrors.look();
    assertThat(mirrors.find("east")).isEmpty();
    assertThat(memory.taken().bytes()).isEqualTo(3);
    lease.close();
    assertThat(memory.taken().bytes()).isZero();
    loader.publish("east", 5);
    mirrors.look();
    assertThat(loader.loads()).containsExactly(3, 4);
  }

  @Test
  void theWatchFindsAReleaseByItself() {
    Mirrors mirrors = mirrors(100);
    mirrors.look();
    assertThat(mirrors.find("east")).isEmpty();
    mirrors.watch(Duration.ofMillis(1));
    loader.publish("east", 3);
    Optional<MirrorLease> lease = Optional.empty();
    while (lease.isEmpty()) {
      Thread.onSpinWait();
      lease = mirrors.find("east");
    }
    lease.get().close();
    mirrors.close();
  }

  /** Nobody ever finds nothing while one release follows another, and all are freed in the end. */
  @Test
  void requestsAlwaysFindAReleaseWhileItIsReplaced() throws InterruptedException {
    loader.publish("east", 1);
    Mirrors mirrors = mirrors(100_000);
    mirrors.look();
    AtomicBoolean over = new AtomicBoolean();
    AtomicBoolean missed = new AtomicBoolean();
    CountDownLatch ended = new CountDownLatch(2);
    for (int thread = 0; thread < 2; thread++) {
      new Thread(
              () -> {
                while (!over.get()) {
                  Optional<MirrorLease> lease = mirrors.find("east");
                  missed.compareAndSet(false, lease.isEmpty());
                  lease.ifPresent(MirrorLease::release);
                  lease.ifPresent(MirrorLease::close);
                }
                ended.countDown();
              })
          .start();
    }
    for (int number = 2; number < 400; number++) {
      loader.publish("east", number);
      mirrors.look();
    }
    over.set(true);
    ended.await();
    assertThat(missed).isFalse();
    assertThat(memory.taken().bytes()).isEqualTo(399);
    mirrors.close();
    assertThat(memory.taken().bytes()).isZero();
  }

  private int lent(Mirrors mirrors, String catalog) {
    try (MirrorLease lease = mirrors.find(catalog).orElseThrow()) {
      return loader.number(lease.release());
    }
  }

  private Mirrors mirrors(long limit, String... catalogs) {
    MemorySize size = new MemorySize(limit);
    memory = new MemoryUse(size);
    MirrorSettings settings =
        new MirrorSettings(
            new PGSimpleDataSource(), Set.of(catalogs), size, () -> now, new Noted());
    return new Mirrors(settings, loader, memory);
  }

  /** Notes what is said. */
  private final class Noted implements ShelfListener {

    @Override
    public void progress(String line) {
      progress.add(line);
    }

    @Override
    public void warn(String line) {
      warnings.add(line);
    }
  }
}

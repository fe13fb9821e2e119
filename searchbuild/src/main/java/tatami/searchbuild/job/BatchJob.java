package tatami.searchbuild.job;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.configuration.support.MapJobRegistry;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.job.builder.SimpleJobBuilder;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.launch.support.TaskExecutorJobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.repository.support.JdbcJobRepositoryFactoryBean;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.task.SyncTaskExecutor;
import org.springframework.jdbc.datasource.init.ScriptUtils;
import org.springframework.jdbc.support.JdbcTransactionManager;
import tatami.ingest.feed.FeedDefinition;
import tatami.ingest.source.FeedFile;
import tatami.ingest.source.FeedRefusedException;
import tatami.ingest.source.FeedSource;

/**
 * The Spring Batch job.
 *
 * <p>Its identity is catalog, business date, phases, and the manifest of the feeds' files; the same
 * command after a crash restarts the same instance. Only landing is skipped when it was complete:
 * every later step is cheap to repeat and starts a new release, so a half-built one is never used.
 * Two restarts at once are kept apart by the build lock, which the caller holds.
 */
final class BatchJob {

  private static final String SCHEMA = "tatami_batch";

  private final DataSource dataSource;

  BatchJob(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /** Work of one step. */
  private interface StepWork {
    void run(RunMemory memory) throws Exception;
  }

  RebuildSummary run(RebuildRequest request, RebuildRun run) {
    try {
      createTables();
      JobRepository repository = repository();
      Map<String, Double> seconds = new LinkedHashMap<>();
      Job job = job(request, run, repository, seconds);
      JobExecution execution = execute(job, identity(request), repository);
      if (execution.getStatus() != BatchStatus.COMPLETED) {
        throw failure(execution);
      }
      return run.summary(memory(execution, repository), seconds);
    } catch (BuildFailure | FeedRefusedException e) {
      throw e;
    } catch (Exception e) {
      throw new BuildFailure.Failed(e.getMessage(), e);
    }
  }

  private Job job(
      RebuildRequest request,
      RebuildRun run,
      JobRepository repository,
      Map<String, Double> seconds) {
    Map<String, StepWork> work = new LinkedHashMap<>();
    if (request.has(Phase.INGEST)) {
      work.put("referee", run::referee);
      work.put("land", run::land);
    }
    if (request.has(Phase.BUILD)) {
      work.put("number", run::number);
      work.put("fill", run::fill);
      work.put("verify", run::verify);
    }
    if (request.has(Phase.PUBLISH)) {
      work.put("publish", run::publish);
    }
    work.put("retire", run::retire);
    List<Step> steps = new ArrayList<>();
    work.forEach((name, step) -> steps.add(step(name, step, repository, seconds)));
    SimpleJobBuilder builder = new JobBuilder("rebuild", repository).start(steps.get(0));
    steps.stream().skip(1).forEach(builder::next);
    return builder.build();
  }

  private Step step(
      String name, StepWork work, JobRepository repository, Map<String, Double> seconds) {
    return new StepBuilder(name, repository)
        .tasklet(
            (contribution, chunk) -> {
              JobExecution execution = chunk.getStepContext().getStepExecution().getJobExecution();
              long start = System.nanoTime();
              work.run(memory(execution, repository));
              seconds.put(name, Math.round((System.nanoTime() - start) / 1e6) / 1e3);
              return RepeatStatus.FINISHED;
            })
        .allowStartIfComplete(!name.equals("land"))
        .build();
  }

  private static RunMemory memory(JobExecution execution, JobRepository repository) {
    return new RunMemory(
        execution.getExecutionContext(), () -> repository.updateExecutionContext(execution));
  }

  private JobExecution execute(Job job, JobParametersBuilder identity, JobRepository repository)
      throws Exception {
    MapJobRegistry registry = new MapJobRegistry();
    registry.register(job);
    TaskExecutorJobOperator operator = new TaskExecutorJobOperator();
    operator.setJobRepository(repository);
    operator.setJobRegistry(registry);
    operator.setTaskExecutor(new SyncTaskExecutor());
    operator.afterPropertiesSet();
    for (long attempt = 1; ; attempt++) {
      JobParameters parameters = identity.addLong("run", attempt).toJobParameters();
      JobExecution last = repository.getLastJobExecution(job.getName(), parameters);
      if (last == null) {
        return operator.start(job, parameters);
      }
      if (last.getStatus().isRunning()) {
        last = operator.recover(last);
      }
      if (last.getStatus() != BatchStatus.COMPLETED && last.getStatus() != BatchStatus.ABANDONED) {
        return operator.restart(last);
      }
    }
  }

  private static JobParametersBuilder identity(RebuildRequest request) {
    return new JobParametersBuilder()
        .addString("catalog", request.catalog().name())
        .addString("date", request.businessDate().toString())
        .addString("phases", new java.util.TreeSet<>(request.phases()).toString())
        .addString("manifest", manifest(request));
  }

  /** Digest of the catalog and of the feeds' files as they lie there now. */
  private static String manifest(RebuildRequest request) {
    StringBuilder manifest = new StringBuilder(request.catalog().toString());
    if (request.has(Phase.INGEST)) {
      Path folder = request.feeds();
      for (FeedDefinition feed : request.catalog().feeds()) {
        manifest.append('\n').append(feed.name());
        try {
          for (FeedFile file : FeedSource.open(feed, folder).files()) {
            manifest.append(' ').append(file);
          }
        } catch (FeedRefusedException e) {
          manifest.append(" refused");
        }
      }
    }
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest(manifest.toString().getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  private static RuntimeException failure(JobExecution execution) {
    for (Throwable thrown : execution.getAllFailureExceptions()) {
      for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
        if (cause instanceof BuildFailure failure) {
          return failure;
        }
        if (cause instanceof FeedRefusedException refused) {
          return new BuildFailure.FeedRefused(refused.getMessage());
        }
      }
    }
    List<Throwable> thrown = execution.getAllFailureExceptions();
    Throwable first = thrown.isEmpty() ? null : thrown.get(0);
    String reason = first == null ? execution.getExitStatus().toString() : first.getMessage();
    return new BuildFailure.Failed(
        "the build failed: " + reason + "; what was live stays live", first);
  }

  /** Creates Spring Batch's own tables, in a schema of their own, from the script that it ships. */
  private void createTables() throws SQLException {
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute("SELECT pg_advisory_xact_lock(hashtextextended('tatami batch tables', 0))");
      statement.execute("CREATE SCHEMA IF NOT EXISTS " + SCHEMA);
      if (!exists(statement)) {
        statement.execute("SET LOCAL search_path = " + SCHEMA);
        ScriptUtils.executeSqlScript(
            connection,
            new ClassPathResource("org/springframework/batch/core/schema-postgresql.sql"));
      }
      connection.commit();
      connection.setAutoCommit(true);
    }
  }

  private static boolean exists(Statement statement) throws SQLException {
    try (var result =
        statement.executeQuery(
            "SELECT to_regclass('" + SCHEMA + ".batch_job_instance') IS NOT NULL")) {
      result.next();
      return result.getBoolean(1);
    }
  }

  private JobRepository repository() throws Exception {
    JdbcJobRepositoryFactoryBean factory = new JdbcJobRepositoryFactoryBean();
    factory.setDataSource(dataSource);
    factory.setTransactionManager(new JdbcTransactionManager(dataSource));
    factory.setDatabaseType("POSTGRES");
    factory.setTablePrefix(SCHEMA + ".BATCH_");
    factory.afterPropertiesSet();
    return factory.getObject();
  }
}

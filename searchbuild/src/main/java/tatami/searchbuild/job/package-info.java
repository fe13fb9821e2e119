/**
 * How does a night run? The Spring Batch job, and the only place that knows Spring.
 *
 * <p>The entry type is {@link tatami.searchbuild.job.RebuildJob}. Steps are plain methods of {@code
 * RebuildRun}; what they need is in their arguments or in the job's execution context, so a run
 * that was killed continues with the same command. One build per catalog runs at a time.
 */
package tatami.searchbuild.job;

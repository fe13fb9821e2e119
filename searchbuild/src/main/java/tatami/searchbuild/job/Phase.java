package tatami.searchbuild.job;

/** A part of the night that can run alone. */
public enum Phase {
  /** Feeds to master versions. */
  INGEST,
  /** Master versions to a verified release. */
  BUILD,
  /** A verified release to the live one. */
  PUBLISH
}

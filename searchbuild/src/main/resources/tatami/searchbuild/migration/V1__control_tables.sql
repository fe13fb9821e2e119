-- What is landed, what is built, and what is live.

CREATE TABLE tatami.catalog (
  catalog text PRIMARY KEY,
  live_release int4
);

-- One landing of one feed. A landed version is immutable.
CREATE TABLE tatami.feed_version (
  catalog text NOT NULL,
  feed text NOT NULL,
  version int4 NOT NULL,
  state text NOT NULL CHECK (state IN ('landing', 'landed', 'refused', 'dropped')),
  table_schema text NOT NULL,
  table_name text NOT NULL,
  as_of timestamptz NOT NULL,
  started_at timestamptz NOT NULL DEFAULT now(),
  landed_at timestamptz,
  rows_in int8,
  duplicates int8,
  rejected int8,
  value_count int8,
  row_count int8,
  days text,
  detail text,
  PRIMARY KEY (catalog, feed, version)
);

-- Rows that were not landed, with their place.
CREATE TABLE tatami.rejected_row (
  catalog text NOT NULL,
  feed text NOT NULL,
  version int4 NOT NULL,
  file text NOT NULL,
  line int8 NOT NULL,
  reason text NOT NULL,
  fields text NOT NULL,
  FOREIGN KEY (catalog, feed, version) REFERENCES tatami.feed_version
);
CREATE INDEX rejected_row_by_feed ON tatami.rejected_row (catalog, feed, version, line);

CREATE TABLE tatami.release (
  catalog text NOT NULL REFERENCES tatami.catalog,
  release int4 NOT NULL,
  state text NOT NULL CHECK (state IN ('building', 'verified', 'live', 'retired', 'failed')),
  schema_name text NOT NULL,
  business_date date NOT NULL,
  started_at timestamptz NOT NULL DEFAULT now(),
  built_at timestamptz,
  published_at timestamptz,
  description text,
  statements text,
  summary text,
  detail text,
  PRIMARY KEY (catalog, release)
);

-- A release pins the master versions that its rows come from.
CREATE TABLE tatami.release_feed (
  catalog text NOT NULL,
  release int4 NOT NULL,
  feed text NOT NULL,
  version int4 NOT NULL,
  PRIMARY KEY (catalog, release, feed),
  FOREIGN KEY (catalog, release) REFERENCES tatami.release,
  FOREIGN KEY (catalog, feed, version) REFERENCES tatami.feed_version
);

-- What a query server reads: every release that may be searched. The columns of a version never change.
CREATE VIEW tatami.served_v1_release AS
SELECT
  release.catalog,
  release.release,
  coalesce(catalog.live_release = release.release, false) AS live,
  release.built_at,
  release.description
FROM tatami.release
JOIN tatami.catalog ON catalog.catalog = release.catalog
WHERE release.published_at IS NOT NULL
  AND release.state IN ('live', 'verified');

-- From which share of the rows on does a sequential scan beat a btree index, when all pages are cached?
-- Run it in an empty database: psql -X -f benchmarks/calibration/indexes.sql "$DATABASE_URL"
-- Each figure is the fastest of 15 runs, without the time of planning.
\set ON_ERROR_STOP on
SET client_min_messages = warning;
DROP SCHEMA IF EXISTS calibration CASCADE;
CREATE SCHEMA calibration;
SET search_path = calibration;
SET max_parallel_workers_per_gather = 0;
SET jit = off;
SET random_page_cost = 1.1;

CREATE TABLE figure (
  bytes int8, rows int8, pages int8, share float8, path text, chosen text, microseconds float8, buffers int8);

-- Runs one statement with one kind of plan, or with the planner's own ("free").
CREATE FUNCTION measure(bytes int8, rows int8, pages int8, share float8, path text) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
  sql text := format('EXPLAIN (ANALYZE, TIMING OFF, BUFFERS, FORMAT JSON)
    SELECT count(other) FROM sample WHERE code BETWEEN 0 AND %s', greatest(1, round(rows * share)) - 1);
  plan json;
  best float8;
BEGIN
  PERFORM set_config('enable_seqscan', (path IN ('scan', 'free'))::text, true);
  PERFORM set_config('enable_indexscan', (path IN ('index', 'free'))::text, true);
  PERFORM set_config('enable_bitmapscan', (path IN ('bitmap', 'free'))::text, true);
  FOR attempt IN 1 .. 15 LOOP
    EXECUTE sql INTO plan;
    best := least(best, (plan -> 0 ->> 'Execution Time')::float8 * 1000);
  END LOOP;
  INSERT INTO figure VALUES (bytes, rows, pages, share, path,
    plan -> 0 -> 'Plan' -> 'Plans' -> 0 ->> 'Node Type', best,
    (plan -> 0 -> 'Plan' ->> 'Shared Hit Blocks')::int8);
END $$;

DO $$
DECLARE
  columns int8;
  row_count int8;
  share float8;
  path text;
  pages int8;
BEGIN
  -- 24 bytes of row header, 24 or 376 of columns; the rows of a value lie anywhere
  FOREACH columns IN ARRAY ARRAY[3, 47] LOOP
    FOREACH row_count IN ARRAY ARRAY[2000, 5000, 10000, 20000, 50000, 100000, 200000] LOOP
      DROP TABLE IF EXISTS sample;
      EXECUTE 'CREATE TABLE sample AS SELECT i::int8 AS code'
        || (SELECT string_agg(format(', i::int8 AS %s', CASE n WHEN 2 THEN 'other' ELSE 'wide_' || n END), '')
            FROM generate_series(2, columns) AS n)
        || format(' FROM generate_series(0, %s - 1) AS i ORDER BY hashint8(i)', row_count);
      CREATE INDEX ON sample (code);
      ANALYZE sample;
      pages := (SELECT relpages FROM pg_class WHERE oid = 'sample'::regclass);
      FOREACH share IN ARRAY ARRAY[0.0001, 0.001, 0.003, 0.01, 0.02, 0.05, 0.1, 0.15, 0.2, 0.3] LOOP
        FOREACH path IN ARRAY ARRAY['scan', 'index', 'bitmap', 'free'] LOOP
          PERFORM measure(24 + 8 * columns, row_count, pages, share, path);
        END LOOP;
      END LOOP;
    END LOOP;
  END LOOP;
END $$;

SELECT bytes, rows, pages, share * 100 AS percent,
  max(microseconds) FILTER (WHERE path = 'scan')::int8 AS scan,
  max(microseconds) FILTER (WHERE path = 'index')::int8 AS index,
  max(microseconds) FILTER (WHERE path = 'bitmap')::int8 AS bitmap,
  max(microseconds) FILTER (WHERE path = 'free')::int8 AS free,
  max(chosen) FILTER (WHERE path = 'free') AS chosen,
  max(buffers) FILTER (WHERE path = 'bitmap') AS bitmap_pages
FROM figure GROUP BY bytes, rows, pages, share ORDER BY bytes, rows, share;
DROP SCHEMA calibration CASCADE;

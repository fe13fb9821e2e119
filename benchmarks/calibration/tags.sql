-- What does it cost to test and to count tags held as bits, against arrays of their codes?
-- Run it in an empty database: psql -X -f benchmarks/calibration/tags.sql "$DATABASE_URL"
-- 100,000 rows, 13 of 40 tags a row on average (or 13 of 200), all pages in shared buffers; each figure is
-- the median of 15 runs in turn, in milliseconds, without the time of planning.
\set ON_ERROR_STOP on
SET client_min_messages = warning;
DROP SCHEMA IF EXISTS calibration CASCADE;
CREATE SCHEMA calibration;
SET search_path = calibration;
SET max_parallel_workers_per_gather = 0;
SET jit = off;

CREATE TABLE figure (question text, form text, round int4, milliseconds float8);

-- Tag t of row i, of 40: a third of all pairs, the same in every form.
CREATE FUNCTION has_tag(i int4, t int4) RETURNS bool IMMUTABLE LANGUAGE sql
AS $$ SELECT hashint8extended(i::int8 * 1000 + t, 7) % 3 = 0 $$;

CREATE TABLE code AS
SELECT i, array_agg(t::int2 ORDER BY t) AS codes, bit_or(1::int8 << t) AS word
FROM generate_series(1, 100000) AS i, generate_series(0, 39) AS t
WHERE has_tag(i, t) GROUP BY i ORDER BY i;

-- Every form in a table of its own, with what else a row of a search table has.
CREATE TABLE as_word AS SELECT word, i AS id, 1::int4 AS a, 2::int4 AS b FROM code ORDER BY i;
CREATE TABLE as_int2 AS SELECT i AS id, 1::int4 AS a, 2::int4 AS b, codes FROM code ORDER BY i;
CREATE TABLE as_int4 AS SELECT i AS id, 1::int4 AS a, 2::int4 AS b, codes::int4[] AS codes FROM code ORDER BY i;
CREATE TABLE as_text AS
SELECT i AS id, 1::int4 AS a, 2::int4 AS b,
  ARRAY(SELECT 'tag number ' || c FROM unnest(codes) AS c) AS codes
FROM code ORDER BY i;
-- The same sets as codes of 200 tags: four words, of which a test reads one.
CREATE TABLE as_words AS
SELECT word & 1023 AS word_1, (word >> 10) & 1023 AS word_2, (word >> 20) & 1023 AS word_3,
  word >> 30 AS word_4, i AS id, 1::int4 AS a, 2::int4 AS b
FROM code ORDER BY i;
-- Nullable, to show what a null bitmap costs: every fifth row lacks the first number.
CREATE TABLE with_null AS
SELECT word, i AS id, CASE WHEN i % 5 > 0 THEN (i % 100)::int2 END AS a, 2::int2 AS b FROM code ORDER BY i;
CREATE TABLE with_absent AS
SELECT word, i AS id, CASE WHEN i % 5 > 0 THEN (i % 100)::int2 ELSE (-32768)::int2 END AS a, 2::int2 AS b
FROM code ORDER BY i;
VACUUM (ANALYZE);

CREATE FUNCTION measure(question text, form text, round int4, sql text) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
  plan json;
BEGIN
  EXECUTE 'EXPLAIN (ANALYZE, TIMING OFF, BUFFERS OFF, FORMAT JSON) ' || sql INTO plan;
  INSERT INTO figure VALUES (question, form, round, (plan -> 0 ->> 'Execution Time')::float8);
END $$;

DO $$
DECLARE
  mask int8 := (1::int8 << 3) | (1::int8 << 17);
BEGIN
  FOR round IN 0 .. 15 LOOP
    PERFORM measure('has 2 of 40', 'word', round, format('SELECT count(*) FROM as_word WHERE (word & %s) = %s', mask, mask));
    PERFORM measure('has 2 of 40', 'int2[]', round, 'SELECT count(*) FROM as_int2 WHERE codes @> ''{3,17}''::int2[]');
    PERFORM measure('has 2 of 40', 'int4[]', round, 'SELECT count(*) FROM as_int4 WHERE codes @> ''{3,17}''::int4[]');
    PERFORM measure('has 2 of 40', 'text[]', round, 'SELECT count(*) FROM as_text WHERE codes @> ''{tag number 3,tag number 17}''');
    PERFORM measure('has 2 of 40', '4 words', round, 'SELECT count(*) FROM as_words WHERE (word_1 & 8) = 8 AND (word_2 & 128) = 128');
    PERFORM measure('has 1 of 40', 'word', round, 'SELECT count(*) FROM as_word WHERE (word & 8) = 8');
    PERFORM measure('has 1 of 40', 'int2[]', round, 'SELECT count(*) FROM as_int2 WHERE codes @> ''{3}''::int2[]');
    PERFORM measure('count 40', 'distinct words', round, 'SELECT word, count(*) FROM as_word WHERE word <> 0 GROUP BY 1');
    PERFORM measure('count 40', 'bit by bit', round,
      'SELECT tag.code, count(*) FROM as_word JOIN (SELECT t AS code, 1::int8 << t AS mask FROM generate_series(0, 39) AS t) AS tag
       ON (word & tag.mask) <> 0 GROUP BY 1');
    PERFORM measure('count 40', 'unnest int2[]', round, 'SELECT tag, count(*) FROM as_int2 CROSS JOIN LATERAL unnest(codes) AS tag GROUP BY 1');
    PERFORM measure('count 40', 'unnest text[]', round, 'SELECT tag, count(*) FROM as_text CROSS JOIN LATERAL unnest(codes) AS tag GROUP BY 1');
    PERFORM measure('range with absent', 'null', round, 'SELECT count(*) FROM with_null WHERE a >= 50 AND b = 2');
    PERFORM measure('range with absent', 'lowest cell', round, 'SELECT count(*) FROM with_absent WHERE a >= 50 AND b = 2');
  END LOOP;
END $$;

WITH median AS (
  SELECT question, form, percentile_cont(0.5) WITHIN GROUP (ORDER BY milliseconds) AS milliseconds, min(milliseconds) AS fastest
  FROM figure WHERE round > 0 GROUP BY 1, 2)
SELECT question, form, round(milliseconds::numeric, 2) AS milliseconds, round(fastest::numeric, 2) AS fastest,
  round((milliseconds / first_value(milliseconds) OVER (PARTITION BY question ORDER BY form NOT IN ('word', 'distinct words', 'lowest cell')))::numeric, 2) AS ratio
FROM median ORDER BY question, ratio;

SELECT relname, pg_relation_size(oid) / 100000 AS bytes_a_row, pg_relation_size(oid) / 8192 AS pages
FROM pg_class WHERE relnamespace = 'calibration'::regnamespace AND relname IN ('as_word', 'as_words', 'as_int2', 'as_int4', 'as_text', 'with_null', 'with_absent')
ORDER BY 2;
DROP SCHEMA calibration CASCADE;

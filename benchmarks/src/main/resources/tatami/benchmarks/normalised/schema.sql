-- The normalised schema: what a person would write who knows PostgreSQL well and has never heard of
-- packed calendars. A row for each night, numbers in place of text keys, no arrays, and a covering
-- index for each table of nights. {FEED} stands for the landed table of a feed, {FEED.first} for the
-- first day of its calendar. The tables with a row for each night are not logged: that makes them
-- sooner, and reads are the same.

DROP SCHEMA IF EXISTS normalised CASCADE;

CREATE SCHEMA normalised;

CREATE TABLE normalised.hotel AS
SELECT
  (row_number() OVER (ORDER BY hotel_code COLLATE "C"))::int4 AS hotel_id,
  -- The order of "recommended" is worked out once, as the product does.
  (row_number() OVER (
    ORDER BY review_count DESC NULLS LAST, rating DESC NULLS LAST, hotel_code COLLATE "C"
  ))::int4 AS recommended,
  hotel_code, kind, region, prefecture, city, latitude, longitude, rating, review_count
FROM {hotel}
WHERE closed_on IS NULL;

ALTER TABLE normalised.hotel ADD PRIMARY KEY (hotel_id);

CREATE INDEX ON normalised.hotel (region, prefecture, city);

CREATE INDEX ON normalised.hotel (latitude, longitude);

CREATE TABLE normalised.amenity AS
SELECT (row_number() OVER (ORDER BY name COLLATE "C"))::int4 AS amenity_id, name
FROM (SELECT DISTINCT unnest(amenities) AS name FROM {hotel}) AS names;

ALTER TABLE normalised.amenity ADD PRIMARY KEY (amenity_id);

ALTER TABLE normalised.amenity ADD UNIQUE (name);

CREATE TABLE normalised.hotel_amenity AS
SELECT DISTINCT amenity.amenity_id, hotel.hotel_id
FROM {hotel} AS landed
JOIN normalised.hotel USING (hotel_code)
CROSS JOIN LATERAL unnest(landed.amenities) AS has (amenity)
JOIN normalised.amenity ON amenity.name = has.amenity;

ALTER TABLE normalised.hotel_amenity ADD PRIMARY KEY (amenity_id, hotel_id);

CREATE INDEX ON normalised.hotel_amenity (hotel_id, amenity_id);

CREATE TABLE normalised.plan AS
SELECT
  (row_number() OVER (ORDER BY hotel_code, plan_code))::int4 AS plan_id,
  hotel_id, hotel_code, plan_code, meal, sale_from, sale_to, stay_from, stay_to,
  min_nights, max_nights, min_guests, max_guests, close_days, close_time::time AS close_time,
  advance_min, advance_max
FROM {plan}
JOIN normalised.hotel USING (hotel_code);

ALTER TABLE normalised.plan ADD PRIMARY KEY (plan_id);

ALTER TABLE normalised.plan ADD UNIQUE (hotel_code, plan_code);

CREATE TABLE normalised.room AS
SELECT
  (row_number() OVER (ORDER BY hotel_code, room_code))::int4 AS room_id,
  hotel_id, hotel_code, room_code, room_type
FROM {room}
JOIN normalised.hotel USING (hotel_code);

ALTER TABLE normalised.room ADD PRIMARY KEY (room_id);

ALTER TABLE normalised.room ADD UNIQUE (hotel_code, room_code);

CREATE TABLE normalised.rebate AS
SELECT plan_id, rule, from_nights, (percent * 100)::int4 AS basis_points, yen, free_every
FROM {long_stay}
JOIN normalised.plan USING (hotel_code, plan_code)
WHERE from_nights >= 1 AND num_nonnulls(percent, yen, free_every) = 1;

ALTER TABLE normalised.rebate ADD PRIMARY KEY (plan_id, rule);

-- What a search reads of a plan stands in the offer, so that it joins one table less; and from how
-- many nights on a rebate may apply, so that rebates are read for few offers.
CREATE TABLE normalised.offer AS
SELECT
  (row_number() OVER (ORDER BY plan_id, room_id))::int4 AS offer_id,
  plan.hotel_id, plan_id, room_id, meal, sale_from, sale_to, stay_from, stay_to,
  min_nights, max_nights, min_guests, max_guests, close_days, close_time, advance_min, advance_max,
  (SELECT min(from_nights) FROM normalised.rebate WHERE rebate.plan_id = plan.plan_id) AS first_rebate
FROM {plan_room}
JOIN normalised.plan USING (hotel_code, plan_code)
JOIN normalised.room USING (hotel_code, room_code);

ALTER TABLE normalised.offer ADD PRIMARY KEY (offer_id);

ALTER TABLE normalised.offer ADD UNIQUE (plan_id, room_id);

CREATE INDEX ON normalised.offer (hotel_id);

CREATE TABLE normalised.age_band AS
SELECT policy_code, band, age_from, age_to, person_class, counts, percent, yen
FROM {child_policy};

ALTER TABLE normalised.age_band ADD PRIMARY KEY (policy_code, band);

-- Only what is closed has a row.
CREATE TABLE normalised.hotel_day AS
SELECT
  hotel_id, (date '{hotel_day.first}' + (cell.night - 1)::int4) AS night,
  cell.closed = 1 AS closed,
  cell.arrival_closed = 1 AS arrival_closed,
  cell.departure_closed = 1 AS departure_closed
FROM {hotel_day} AS landed
JOIN normalised.hotel USING (hotel_code)
CROSS JOIN LATERAL ROWS FROM (
  unnest(landed.closed), unnest(landed.arrival_closed), unnest(landed.departure_closed)
) WITH ORDINALITY AS cell (closed, arrival_closed, departure_closed, night)
WHERE cell.closed = 1 OR cell.arrival_closed = 1 OR cell.departure_closed = 1;

ALTER TABLE normalised.hotel_day
ADD PRIMARY KEY (night, hotel_id) INCLUDE (closed, arrival_closed, departure_closed);

-- Only nights with a rule have a row. A pattern is its characters.
CREATE TABLE normalised.plan_day AS
SELECT
  plan_id, (date '{plan_day.first}' + (cell.night - 1)::int4) AS night,
  COALESCE(cell.stop_sell = 1, false) AS stop_sell,
  CASE WHEN cell.min_nights >= 0 THEN cell.min_nights END AS min_nights,
  CASE WHEN cell.max_nights >= 0 THEN cell.max_nights END AS max_nights,
  CASE WHEN cell.min_through >= 0 THEN cell.min_through END AS min_through,
  CASE WHEN cell.max_through >= 0 THEN cell.max_through END AS max_through,
  CASE WHEN cell.pattern >= 0 THEN reverse(substr(ltrim(cell.pattern::bit(64)::text, '0'), 2)) END
    AS pattern
FROM {plan_day} AS landed
JOIN normalised.plan USING (hotel_code, plan_code)
CROSS JOIN LATERAL ROWS FROM (
  unnest(landed.stop_sell), unnest(landed.min_nights), unnest(landed.max_nights),
  unnest(landed.min_through), unnest(landed.max_through), unnest(landed.pattern)
) WITH ORDINALITY
  AS cell (stop_sell, min_nights, max_nights, min_through, max_through, pattern, night)
WHERE cell.stop_sell = 1 OR cell.min_nights >= 0 OR cell.max_nights >= 0
  OR cell.min_through >= 0 OR cell.max_through >= 0 OR cell.pattern >= 0;

ALTER TABLE normalised.plan_day
ADD PRIMARY KEY (night, plan_id)
INCLUDE (stop_sell, min_nights, max_nights, min_through, max_through, pattern);

-- Nights that are stopped for a room type are not there: a search asks for nothing else of them.
CREATE UNLOGGED TABLE normalised.stock AS
SELECT
  (date '{stock.first}' + (cell.night - 1)::int4) AS night, room_id, cell.rooms
FROM {stock} AS landed
JOIN normalised.room USING (hotel_code, room_code)
CROSS JOIN LATERAL ROWS FROM (
  unnest(landed.rooms), unnest(landed.stop_sell)
) WITH ORDINALITY AS cell (rooms, stop_sell, night)
WHERE cell.rooms >= 0 AND COALESCE(cell.stop_sell, 0) <> 1;

CREATE UNIQUE INDEX stock_night ON normalised.stock (night, room_id) INCLUDE (rooms);

CREATE UNLOGGED TABLE normalised.price AS
SELECT
  offer_id, (date '{price.first}' + (cell.night - 1)::int4) AS night, cell.amount,
  occupancy::int2 AS occupancy, person.class::int2 AS person_class
FROM {price} AS landed
JOIN normalised.plan USING (hotel_code, plan_code)
JOIN normalised.room USING (hotel_code, room_code)
JOIN normalised.offer USING (plan_id, room_id)
JOIN (
  VALUES ('adult', 1), ('child_a', 2), ('child_b', 3), ('child_c', 4), ('child_d', 5), ('infant', 6)
) AS person (name, class) ON person.name = landed.person_class
CROSS JOIN LATERAL unnest(landed.yen) WITH ORDINALITY AS cell (amount, night)
WHERE cell.amount >= 0;

CREATE UNIQUE INDEX price_night
ON normalised.price (night, occupancy, person_class, offer_id) INCLUDE (amount);

VACUUM (ANALYZE);

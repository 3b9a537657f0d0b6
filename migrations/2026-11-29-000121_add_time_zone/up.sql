-- The time zone of the publication, an IANA name: calendar dates and wall times are read in it. Absent: no start has set one
-- yet, which counts as UTC. It is in the row that every act locks, so no act counts while it changes.
--
-- Postgres does all computing with time zones, in the functions below; the servers only pass the name on. Two copies of the
-- time zone data, one here and one in the servers, would differ after an update of either.
ALTER TABLE operations.counter ADD COLUMN time_zone text;

CREATE VIEW delivery.time_zone AS SELECT coalesce(counter.time_zone, 'UTC') AS name FROM operations.counter;

-- The moment at which clocks in a time zone show a wall time. One that the clocks skip is moved forward by what they skip.
-- Of one that they show twice, Postgres itself takes the second; this takes the first, by trying the offset of two days
-- before: clocks were never put back by more than a day.
CREATE FUNCTION delivery.moment_of(wall_time timestamp, zone text) RETURNS timestamptz
LANGUAGE plpgsql STABLE PARALLEL SAFE AS $$
DECLARE
    second timestamptz := wall_time AT TIME ZONE zone;
    before timestamptz := second - interval '48 hours';
    first timestamptz := (wall_time - (before AT TIME ZONE zone - before AT TIME ZONE 'UTC')) AT TIME ZONE 'UTC';
BEGIN
    IF first < second AND first AT TIME ZONE zone = wall_time THEN
        RETURN first;
    END IF;
    RETURN second;
END $$;

-- The month, by its first day, that a date lies in: the one whose first moment is the last that is not later. The calendar
-- alone does not say it: where clocks are put back over midnight, they show the end of a month after its end. That can only
-- be so within a day or two of it.
CREATE FUNCTION delivery.month_of(at timestamptz, zone text) RETURNS date LANGUAGE plpgsql STABLE PARALLEL SAFE AS $$
DECLARE
    answered timestamptz := delivery.answered_date(at);
    shown timestamp := answered AT TIME ZONE zone;
    month timestamp := date_trunc('month', shown);
BEGIN
    IF extract(day FROM shown) BETWEEN 3 AND 26 THEN
        RETURN month;
    ELSIF answered < delivery.moment_of(month, zone) THEN
        RETURN month - interval '1 month';
    ELSIF answered >= delivery.moment_of(month + interval '1 month', zone) THEN
        RETURN month + interval '1 month';
    END IF;
    RETURN month;
END $$;

-- The month that an article is counted in, so that it is taken out of that one whatever its date or the time zone data say
-- by then. Absent: it was counted before there were time zones, by UTC.
ALTER TABLE delivery.search ADD COLUMN month date;

CREATE OR REPLACE VIEW delivery.searched AS
SELECT
    search.article_id, search.locale, search.first_published_at, search.places, search.gist, search.words,
    search.ctid AS row,
    coalesce(
        search.month,
        date_trunc('month', delivery.answered_date(search.first_published_at) AT TIME ZONE 'UTC')::date
    ) AS month
FROM delivery.search;

-- How much is live of what was first published in each month of the time zone. A month is its first day.
DROP VIEW delivery.archived;
ALTER TABLE delivery.months ALTER COLUMN begins_at TYPE date USING (begins_at AT TIME ZONE 'UTC')::date;
ALTER TABLE delivery.months RENAME COLUMN begins_at TO month;
CREATE VIEW delivery.archived AS
SELECT months.locale, months.month, months.article_count FROM delivery.months WHERE months.article_count > 0;

-- The date that is answered for a stored one: the nearest within the bounds of `domain::Moment`. Rows from before dates were
-- bounded may hold any timestamp, `infinity` included.
CREATE FUNCTION delivery.answered_date(at timestamptz) RETURNS timestamptz LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN greatest(least(at, '9999-12-30 00:00:00+00'::timestamptz), '1000-01-02 00:00:00+00'::timestamptz);

-- One statement, so that it is atomic. `SKIP LOCKED` leaves out rows that another session is working on.
WITH lost AS MATERIALIZED (
    SELECT id, crashes >= 2 AS given_up FROM operations.jobs
    WHERE state = 'running' AND lease_until <= now() AND kind = ANY ($2)
    ORDER BY lease_until LIMIT $3 FOR UPDATE SKIP LOCKED
), due AS MATERIALIZED (
    SELECT id, false AS given_up FROM operations.jobs
    WHERE state = 'ready' AND run_at <= now() AND kind = ANY ($2)
    ORDER BY priority, run_at, id LIMIT $3 FOR UPDATE SKIP LOCKED
), chosen AS MATERIALIZED (
    SELECT * FROM (TABLE lost UNION ALL TABLE due) AS either LIMIT $3
), claimed AS (
    UPDATE operations.jobs SET
        state = CASE WHEN given_up THEN 'parked' ELSE 'running' END,
        leased_by = CASE WHEN given_up THEN NULL ELSE $1 END,
        lease_until = CASE WHEN given_up THEN NULL ELSE now() + $4::bigint * interval '1 millisecond' END,
        last_error = CASE WHEN given_up THEN 'Its workers were not heard of again.' ELSE last_error END,
        again = again AND NOT given_up,
        crashes = crashes + (state = 'running')::integer,
        attempt = attempt + 1
    FROM chosen WHERE jobs.id = chosen.id
    RETURNING jobs.id, kind, payload, attempt, failures, state, priority, run_at
), next AS (
    SELECT ceil(extract(epoch FROM min(run_at) - now()) * 1000)::bigint AS next_in FROM operations.jobs
    WHERE state = 'ready' AND run_at > now() AND kind = ANY ($2) AND (SELECT count(*) < $3 FROM chosen)
)
SELECT next_in, id, kind, payload, attempt, failures, state FROM next LEFT JOIN claimed ON true
ORDER BY priority, run_at, id

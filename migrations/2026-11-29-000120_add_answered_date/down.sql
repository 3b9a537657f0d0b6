DROP FUNCTION delivery.answered_date(timestamptz);

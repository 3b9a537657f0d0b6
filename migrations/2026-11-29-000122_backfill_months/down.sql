-- What was counted in another month is counted by that month's first moment again, as everything is by the step before.
SELECT 1;

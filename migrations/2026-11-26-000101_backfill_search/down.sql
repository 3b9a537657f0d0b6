DELETE FROM delivery.months;
DELETE FROM delivery.spellings;
DELETE FROM delivery.search;

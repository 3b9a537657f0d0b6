-- Articles whose date is out of bounds are counted, and found, in the month of the date that is answered for it. There are
-- none, or few; the other articles stay in the month that they were counted in, which is that of UTC.
SET LOCAL statement_timeout = 0;
-- No act counts meanwhile.
SELECT FROM operations.counter FOR UPDATE;

UPDATE delivery.search SET month = searched.month,
    words = ts_delete(search.words, coalesce(
        '|' || search.locale || '|' || to_char(search.first_published_at AT TIME ZONE 'UTC', 'YYYY-MM-BC'), ''
    )) || array_to_tsvector(ARRAY['|' || search.locale || '|' || to_char(searched.month, 'YYYY-MM-BC')])
FROM delivery.searched
WHERE searched.article_id = search.article_id AND searched.locale = search.locale
    AND search.first_published_at <> delivery.answered_date(search.first_published_at);

DELETE FROM delivery.months;
INSERT INTO delivery.months (locale, month, article_count)
SELECT locale, month, count(*) FROM delivery.searched GROUP BY locale, month;

DROP FUNCTION delivery.spelled_like;
DROP VIEW delivery.archived;
DROP VIEW delivery.spelled;
DROP VIEW delivery.searched;
DROP TABLE delivery.months;
DROP TABLE delivery.spellings;
DROP TABLE delivery.search;
DROP EXTENSION pg_trgm;
DROP FUNCTION delivery.search_texts;
DROP FUNCTION delivery.search_language;
DROP VIEW delivery.listed;
CREATE VIEW delivery.listed AS
SELECT
    counts.locale, counts.kind, counts.slug, coalesce(terms.name, counts.name) AS name,
    terms.description, terms.url, terms.picture, counts.article_count
FROM delivery.counts
LEFT JOIN delivery.terms ON terms.kind = counts.kind AND terms.slug = counts.slug
WHERE counts.article_count > 0;

-- When readers last saw an article change, where it is found: lists of a place are read in that order too, and without it
-- all of the place would have to be looked at.
ALTER TABLE delivery.placements ADD COLUMN updated_at timestamptz;

CREATE OR REPLACE VIEW delivery.placed AS
SELECT
    placements.kind, placements.slug, placements.locale, placements.article_id, placements.first_published_at,
    placements.updated_at
FROM delivery.placements;

-- What readers could see, and between which acts. Of what was taken down nothing is left to be seen.
CREATE VIEW delivery.history AS
SELECT
    spans.article_id, spans.locale, spans.opened_sequence, spans.opened_at, spans.closed_sequence, editions.slug
FROM delivery.spans
JOIN delivery.editions ON editions.id = spans.edition_id
WHERE editions.taken_down_at IS NULL;

CREATE INDEX events_taken_down_idx ON operations.events (article_id, locale, sequence) WHERE kind = 'taken_down';

-- What the acts did, in order, and which answers each made stale. Of an act on many articles, each names its own. Of what
-- was taken down nothing is left but that: neither what happened to it before, nor what it was called.
CREATE VIEW delivery.changes AS
SELECT
    events.sequence,
    events.ordinal,
    acts.at,
    CASE WHEN events.kind = 'changed' AND before.slug <> events.slug THEN 'moved' ELSE events.kind END AS kind,
    events.article_id,
    events.locale,
    CASE WHEN events.kind <> 'taken_down' THEN events.slug END AS slug,
    nullif(before.slug, events.slug) AS previous_slug,
    ARRAY(
        SELECT tag FROM unnest(acts.tags) AS tag
        WHERE events.article_id IS NULL OR tag = 'article:' || events.article_id OR NOT starts_with(tag, 'article:')
        ORDER BY tag
    ) AS tags
FROM operations.events
JOIN operations.acts ON acts.sequence = events.sequence
LEFT JOIN LATERAL (
    SELECT editions.slug
    FROM delivery.spans
    JOIN delivery.editions ON editions.id = spans.edition_id
    WHERE spans.closed_sequence = events.sequence AND spans.article_id = events.article_id
        AND spans.locale = events.locale
) AS before ON events.kind = 'changed'
WHERE NOT EXISTS (
    SELECT FROM operations.events AS later
    WHERE later.kind = 'taken_down' AND later.article_id = events.article_id AND later.locale = events.locale
        AND later.sequence > events.sequence
);

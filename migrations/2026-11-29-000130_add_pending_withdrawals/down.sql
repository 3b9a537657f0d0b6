DELETE FROM delivery.schedules WHERE kind = 'withdraw';
DROP VIEW editorial.standings;
ALTER TABLE delivery.schedules
    DROP CONSTRAINT schedules_edition_check,
    DROP CONSTRAINT schedules_kind_check,
    DROP CONSTRAINT schedules_edition_key,
    DROP CONSTRAINT schedules_pkey,
    ALTER COLUMN edition_id SET NOT NULL,
    ALTER COLUMN slug SET NOT NULL,
    ADD CONSTRAINT schedules_pkey PRIMARY KEY (edition_id),
    ADD CONSTRAINT schedules_article_locale_key UNIQUE (article_id, locale),
    DROP COLUMN kind;
CREATE VIEW editorial.standings AS
SELECT
    drafts.id AS draft_id,
    open_span.revision AS live_revision,
    open_span.slug AS live_slug,
    open_span.opened_sequence AS live_sequence,
    schedules.due_at,
    scheduled_edition.revision AS scheduled_revision,
    CASE
        WHEN drafts.trashed_at IS NOT NULL THEN 'trashed'
        WHEN open_span.revision IS NOT NULL THEN 'live'
        WHEN schedules.due_at IS NOT NULL THEN 'scheduled'
        WHEN EXISTS (
            SELECT FROM delivery.spans
            WHERE spans.article_id = drafts.article_id AND spans.locale = drafts.locale
        ) THEN 'withdrawn'
        ELSE 'draft'
    END AS status
FROM editorial.drafts
LEFT JOIN LATERAL (
    SELECT editions.revision, editions.slug, spans.opened_sequence
    FROM delivery.spans
    JOIN delivery.editions ON editions.id = spans.edition_id
    WHERE spans.article_id = drafts.article_id AND spans.locale = drafts.locale AND spans.closed_sequence IS NULL
) AS open_span ON true
LEFT JOIN delivery.schedules ON schedules.article_id = drafts.article_id AND schedules.locale = drafts.locale
LEFT JOIN delivery.editions AS scheduled_edition ON scheduled_edition.id = schedules.edition_id;

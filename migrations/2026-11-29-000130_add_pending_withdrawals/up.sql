-- What is pending is a publication, with its frozen edition and slug, or a withdrawal, which needs neither. One at a time for
-- an article in a locale, so that is the key.
ALTER TABLE delivery.schedules
    ADD COLUMN kind text NOT NULL DEFAULT 'publish',
    DROP CONSTRAINT schedules_pkey,
    DROP CONSTRAINT schedules_article_locale_key,
    ALTER COLUMN edition_id DROP NOT NULL,
    ALTER COLUMN slug DROP NOT NULL,
    ADD CONSTRAINT schedules_pkey PRIMARY KEY (article_id, locale),
    ADD CONSTRAINT schedules_edition_key UNIQUE (edition_id),
    ADD CONSTRAINT schedules_kind_check CHECK (kind IN ('publish', 'withdraw')),
    ADD CONSTRAINT schedules_edition_check CHECK (
        (edition_id IS NOT NULL) = (kind = 'publish') AND (slug IS NOT NULL) = (kind = 'publish')
    );

-- The column at the end is new. What is pending for a live article leaves it live.
CREATE OR REPLACE VIEW editorial.standings AS
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
        WHEN schedules.kind = 'publish' THEN 'scheduled'
        WHEN EXISTS (
            SELECT FROM delivery.spans
            WHERE spans.article_id = drafts.article_id AND spans.locale = drafts.locale
        ) THEN 'withdrawn'
        ELSE 'draft'
    END AS status,
    schedules.kind AS scheduled_kind
FROM editorial.drafts
LEFT JOIN LATERAL (
    SELECT editions.revision, editions.slug, spans.opened_sequence
    FROM delivery.spans
    JOIN delivery.editions ON editions.id = spans.edition_id
    WHERE spans.article_id = drafts.article_id AND spans.locale = drafts.locale AND spans.closed_sequence IS NULL
) AS open_span ON true
LEFT JOIN delivery.schedules ON schedules.article_id = drafts.article_id AND schedules.locale = drafts.locale
LEFT JOIN delivery.editions AS scheduled_edition ON scheduled_edition.id = schedules.edition_id;

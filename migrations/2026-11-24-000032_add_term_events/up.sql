-- An event is about an article in a locale, or about a term.
ALTER TABLE operations.events
    ADD COLUMN term_id uuid,
    ALTER COLUMN article_id DROP NOT NULL,
    ALTER COLUMN locale DROP NOT NULL,
    DROP CONSTRAINT events_kind_check,
    ADD CONSTRAINT events_kind_check CHECK (
        kind IN ('published', 'changed', 'withdrawn', 'taken_down', 'renamed', 'merged')
    ),
    ADD CONSTRAINT events_subject_check CHECK (
        (term_id IS NOT NULL) = (kind IN ('renamed', 'merged'))
        AND (article_id IS NOT NULL) = (kind NOT IN ('renamed', 'merged'))
        AND (article_id IS NULL) = (locale IS NULL)
    );

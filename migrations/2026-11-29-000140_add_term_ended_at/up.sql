-- A term that has ended keeps its row, because revisions and editions name it by identity and never change. `ended_at`
-- says when it ended. `merged_into` names the term that it became, which has not ended itself; where it is null, the term
-- was deleted. A merged term keeps its slug taken, so that imports that name the slug find the term it became.
ALTER TABLE editorial.terms ADD COLUMN ended_at timestamptz;
UPDATE editorial.terms
SET ended_at = coalesce(
        deleted_at,
        (
            SELECT max(audit.at) FROM editorial.audit
            WHERE audit.subject_kind = 'term' AND audit.subject_id = terms.id AND audit.action = 'merge'
        ),
        now()
    ),
    -- What was merged into a term that was deleted later has no term to follow to.
    merged_into = CASE WHEN deleted_at IS NULL THEN merged_into END
WHERE deleted_at IS NOT NULL OR merged_into IS NOT NULL;
DROP INDEX editorial.terms_kind_slug_idx;
ALTER TABLE editorial.terms
    DROP COLUMN deleted_at,
    ADD CONSTRAINT terms_ended_at_check CHECK (merged_into IS NULL OR ended_at IS NOT NULL);
CREATE UNIQUE INDEX terms_kind_slug_idx ON editorial.terms (kind, slug)
    WHERE ended_at IS NULL OR merged_into IS NOT NULL;

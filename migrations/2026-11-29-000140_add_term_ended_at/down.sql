DROP INDEX editorial.terms_kind_slug_idx;
ALTER TABLE editorial.terms
    DROP CONSTRAINT terms_ended_at_check,
    ADD COLUMN deleted_at timestamptz;
UPDATE editorial.terms SET deleted_at = ended_at WHERE ended_at IS NOT NULL AND merged_into IS NULL;
ALTER TABLE editorial.terms DROP COLUMN ended_at;
CREATE UNIQUE INDEX terms_kind_slug_idx ON editorial.terms (kind, slug) WHERE deleted_at IS NULL;

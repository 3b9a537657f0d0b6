DROP INDEX editorial.terms_merged_into_idx;
DROP INDEX editorial.terms_kind_slug_idx;
ALTER TABLE editorial.terms
    DROP CONSTRAINT terms_merged_into_check,
    DROP CONSTRAINT terms_merged_into_fkey,
    DROP CONSTRAINT terms_id_kind_key,
    DROP COLUMN deleted_at,
    DROP COLUMN merged_into,
    ADD CONSTRAINT terms_kind_slug_key UNIQUE (kind, slug);

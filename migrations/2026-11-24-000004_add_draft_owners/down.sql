DROP VIEW editorial.standings;
DROP INDEX editorial.drafts_saved_idx;
DROP INDEX editorial.drafts_owner_idx;
ALTER TABLE editorial.drafts
    DROP CONSTRAINT drafts_owner_fkey,
    DROP COLUMN trashed_at,
    DROP COLUMN owner_id;

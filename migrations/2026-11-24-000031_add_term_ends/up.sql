-- A term ends by becoming another of its kind, which what names it follows from then on, or by being deleted. Its row
-- stays, because revisions and editions name it and never change. Only a deleted one frees its slug.
ALTER TABLE editorial.terms
    ADD COLUMN merged_into uuid,
    ADD COLUMN deleted_at timestamptz,
    ADD CONSTRAINT terms_id_kind_key UNIQUE (id, kind),
    ADD CONSTRAINT terms_merged_into_fkey FOREIGN KEY (merged_into, kind) REFERENCES editorial.terms (id, kind),
    ADD CONSTRAINT terms_merged_into_check CHECK (merged_into <> id),
    DROP CONSTRAINT terms_kind_slug_key;
CREATE UNIQUE INDEX terms_kind_slug_idx ON editorial.terms (kind, slug) WHERE deleted_at IS NULL;
CREATE INDEX terms_merged_into_idx ON editorial.terms (merged_into, kind);

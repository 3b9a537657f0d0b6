-- What an entry of the audit log is about, and digests of it before and after.
ALTER TABLE editorial.audit
    ADD COLUMN subject_kind text,
    ADD COLUMN subject_id uuid,
    ADD COLUMN before_digest bytea,
    ADD COLUMN after_digest bytea,
    ADD CONSTRAINT audit_subject_check CHECK ((subject_kind IS NULL) = (subject_id IS NULL));
CREATE INDEX audit_at_idx ON editorial.audit (at, id);
CREATE INDEX audit_subject_idx ON editorial.audit (subject_id, at);

DROP INDEX editorial.audit_subject_idx;
DROP INDEX editorial.audit_at_idx;
ALTER TABLE editorial.audit
    DROP CONSTRAINT audit_subject_check,
    DROP COLUMN after_digest,
    DROP COLUMN before_digest,
    DROP COLUMN subject_id,
    DROP COLUMN subject_kind;

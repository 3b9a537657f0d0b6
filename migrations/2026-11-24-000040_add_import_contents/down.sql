ALTER TABLE editorial.imports DROP COLUMN content_digest;

DROP TABLE editorial.imports;
DROP TABLE editorial.revision_terms;
ALTER TABLE editorial.drafts DROP CONSTRAINT drafts_newest_revision_fkey;
DROP TABLE editorial.revisions;
DROP TABLE editorial.drafts;
DROP TABLE editorial.articles;

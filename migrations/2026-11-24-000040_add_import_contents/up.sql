-- What a source held when it was last imported: a file that holds the same again makes nothing, whatever became of its
-- draft since. Feeds have none: their blocks are known by what they hold.
ALTER TABLE editorial.imports ADD COLUMN content_digest bytea;

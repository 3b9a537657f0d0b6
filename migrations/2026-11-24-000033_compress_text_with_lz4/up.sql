-- Texts are written once and read over and over: lz4 takes a fraction of the time of pglz for both. What is there stays
-- as it is, and readable. A Postgres that was built without lz4 goes on with pglz.
DO $$
BEGIN
    ALTER TABLE editorial.revisions ALTER COLUMN body SET COMPRESSION lz4;
    ALTER TABLE delivery.editions ALTER COLUMN head SET COMPRESSION lz4, ALTER COLUMN tail SET COMPRESSION lz4;
    ALTER TABLE delivery.renderings
        ALTER COLUMN html_json SET COMPRESSION lz4,
        ALTER COLUMN markdown_json SET COMPRESSION lz4,
        ALTER COLUMN text_json SET COMPRESSION lz4;
    ALTER TABLE operations.idempotency ALTER COLUMN outcome SET COMPRESSION lz4;
EXCEPTION WHEN feature_not_supported THEN
    RAISE NOTICE 'this Postgres has no lz4';
END $$;

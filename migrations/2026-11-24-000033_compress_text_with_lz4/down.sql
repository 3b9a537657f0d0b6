ALTER TABLE operations.idempotency ALTER COLUMN outcome SET COMPRESSION default;
ALTER TABLE delivery.renderings
    ALTER COLUMN html_json SET COMPRESSION default,
    ALTER COLUMN markdown_json SET COMPRESSION default,
    ALTER COLUMN text_json SET COMPRESSION default;
ALTER TABLE delivery.editions ALTER COLUMN head SET COMPRESSION default, ALTER COLUMN tail SET COMPRESSION default;
ALTER TABLE editorial.revisions ALTER COLUMN body SET COMPRESSION default;

WITH moved_renderings AS (
    DELETE FROM preview_staging.renderings RETURNING *
), renderings AS (
    INSERT INTO preview_sets.renderings SELECT * FROM moved_renderings
), moved_editions AS (
    DELETE FROM preview_staging.editions RETURNING *
), editions AS (
    -- Scheduled editions are in `delivery`, which a preview reads too.
    INSERT INTO preview_sets.editions SELECT * FROM moved_editions
    WHERE NOT EXISTS (SELECT FROM delivery.editions WHERE editions.id = moved_editions.id)
), moved_links AS (
    DELETE FROM preview_staging.edition_links RETURNING *
), links AS (
    INSERT INTO preview_sets.edition_links SELECT * FROM moved_links
    WHERE NOT EXISTS (SELECT FROM delivery.editions WHERE editions.id = moved_links.edition_id)
), moved_spans AS (
    DELETE FROM preview_staging.spans RETURNING *
), spans AS (
    INSERT INTO preview_sets.spans SELECT * FROM moved_spans WHERE closed_sequence IS NULL
), moved_slugs AS (
    DELETE FROM preview_staging.slugs RETURNING *
), slugs AS (
    INSERT INTO preview_sets.slugs SELECT * FROM moved_slugs
), moved_terms AS (
    DELETE FROM preview_staging.terms RETURNING *
), terms AS (
    INSERT INTO preview_sets.terms SELECT * FROM moved_terms
), moved_placements AS (
    DELETE FROM preview_staging.placements RETURNING *
), placements AS (
    INSERT INTO preview_sets.placements SELECT * FROM moved_placements
), moved_spellings AS (
    DELETE FROM preview_staging.spellings RETURNING *
), spellings AS (
    INSERT INTO preview_sets.spellings SELECT * FROM moved_spellings
), moved_search AS (
    DELETE FROM preview_staging.search RETURNING *
)
INSERT INTO preview_sets.search SELECT * FROM moved_search

-- The articles beside one, and those related to it, with all that a link shows. `head` stays text: the server takes from it what
-- it needs, and jsonb would refuse an escaped NUL in it.
CREATE OR REPLACE VIEW delivery.live AS
SELECT
    spans.article_id,
    spans.locale,
    spans.first_published_at,
    spans.updated_at,
    spans.opened_sequence AS sequence,
    editions.slug,
    editions.section,
    editions.kicker,
    editions.headline,
    editions.head,
    editions.tail,
    renderings.html_json,
    renderings.markdown_json,
    renderings.text_json,
    -- Unused columns cost nothing: the planner drops them with their subqueries.
    (
        SELECT jsonb_agg(
            jsonb_build_object('locale', other.locale, 'slug', other_edition.slug, 'section', other_edition.section)
            ORDER BY other.locale
        )
        FROM delivery.spans AS other
        JOIN delivery.editions AS other_edition ON other_edition.id = other.edition_id
        WHERE other.article_id = spans.article_id AND other.locale <> spans.locale AND other.closed_sequence IS NULL
    ) AS alternates,
    (
        SELECT jsonb_build_object(
            'slug', mine.slug,
            'name', mine.name,
            'part', mine.part,
            'count', (
                SELECT counts.article_count FROM delivery.counts
                WHERE counts.locale = mine.locale AND counts.kind = 'series' AND counts.slug = mine.slug
            ),
            'previous', (
                SELECT jsonb_build_object(
                    'article_id', near.article_id, 'slug', editions.slug, 'section', editions.section,
                    'head', editions.head,
                    'first_published_micros', (extract(epoch FROM delivery.answered_date(near_span.first_published_at)) * 1000000)::bigint
                )
                FROM delivery.placements AS near
                JOIN delivery.spans AS near_span ON near_span.article_id = near.article_id
                    AND near_span.locale = near.locale AND near_span.closed_sequence IS NULL
                JOIN delivery.editions ON editions.id = near_span.edition_id
                WHERE near.kind = 'series' AND near.slug = mine.slug AND near.locale = mine.locale
                    AND (near.part, near.article_id) < (mine.part, mine.article_id)
                ORDER BY near.part DESC, near.article_id DESC
                LIMIT 1
            ),
            'next', (
                SELECT jsonb_build_object(
                    'article_id', near.article_id, 'slug', editions.slug, 'section', editions.section,
                    'head', editions.head,
                    'first_published_micros', (extract(epoch FROM delivery.answered_date(near_span.first_published_at)) * 1000000)::bigint
                )
                FROM delivery.placements AS near
                JOIN delivery.spans AS near_span ON near_span.article_id = near.article_id
                    AND near_span.locale = near.locale AND near_span.closed_sequence IS NULL
                JOIN delivery.editions ON editions.id = near_span.edition_id
                WHERE near.kind = 'series' AND near.slug = mine.slug AND near.locale = mine.locale
                    AND (near.part, near.article_id) > (mine.part, mine.article_id)
                ORDER BY near.part, near.article_id
                LIMIT 1
            )
        )
        FROM delivery.placements AS mine
        WHERE mine.kind = 'series' AND mine.article_id = spans.article_id AND mine.locale = spans.locale
    ) AS series,
    -- Where the articles live that this one links to: in its own locale, else in another.
    (
        SELECT jsonb_agg(jsonb_build_object(
            'article_id', target.article_id, 'locale', target.locale,
            'slug', target.slug, 'section', target.section
        ))
        FROM delivery.edition_links
        CROSS JOIN LATERAL (
            SELECT there.article_id, there.locale, there_edition.slug, there_edition.section
            FROM delivery.spans AS there
            JOIN delivery.editions AS there_edition ON there_edition.id = there.edition_id
            WHERE there.article_id = edition_links.article_id AND there.closed_sequence IS NULL
            ORDER BY there.locale <> spans.locale, there.locale
            LIMIT 1
        ) AS target
        WHERE edition_links.edition_id = spans.edition_id
    ) AS links,
    renderings.blocks_json,
    -- The nearest of them that are live.
    (
        SELECT jsonb_agg(jsonb_build_object(
            'article_id', near.article_id, 'slug', near.slug, 'section', near.section, 'head', near.head,
            'first_published_micros', (extract(epoch FROM delivery.answered_date(near.first_published_at)) * 1000000)::bigint
        ) ORDER BY near.position)
        FROM (
            SELECT related.position, related.other_id AS article_id, near_edition.slug, near_edition.section,
                near_edition.head, near_span.first_published_at
            FROM delivery.related
            JOIN delivery.spans AS near_span ON near_span.article_id = related.other_id
                AND near_span.locale = related.locale AND near_span.closed_sequence IS NULL
            JOIN delivery.editions AS near_edition ON near_edition.id = near_span.edition_id
            WHERE related.article_id = spans.article_id AND related.locale = spans.locale
            ORDER BY related.position
            LIMIT 4
        ) AS near
    ) AS related
FROM delivery.spans
JOIN delivery.editions ON editions.id = spans.edition_id
-- A left join, because the planner leaves one out when nothing of it is wanted: lists never touch the bodies.
LEFT JOIN delivery.renderings ON renderings.digest = editions.rendering_digest
    AND renderings.markup_version = editions.markup_version
WHERE spans.closed_sequence IS NULL;

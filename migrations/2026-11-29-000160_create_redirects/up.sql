-- Paths that lead to an article, or to another page of the site, because somebody said so. `path` is normalised
-- (`RedirectPath`), and compared byte by byte. `page` is the part of a URL behind the host, `page_path` its path in the
-- normal form, by which loops are found.
CREATE TABLE delivery.redirects (
    id uuid NOT NULL,
    locale text NOT NULL,
    path text COLLATE "C" NOT NULL,
    article_id uuid,
    page text,
    page_path text COLLATE "C",
    created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    created_by text NOT NULL,
    CONSTRAINT redirects_pkey PRIMARY KEY (id),
    CONSTRAINT redirects_path_locale_key UNIQUE (path, locale),
    CONSTRAINT redirects_article_fkey FOREIGN KEY (article_id) REFERENCES editorial.articles (id),
    CONSTRAINT redirects_target_check CHECK (
        (article_id IS NULL) = (page IS NOT NULL) AND (page IS NULL) = (page_path IS NULL)
    ),
    CONSTRAINT redirects_path_check CHECK (path LIKE '/%' AND page LIKE '/%' AND page_path LIKE '/%')
);
CREATE INDEX redirects_article_idx ON delivery.redirects (article_id, locale);

-- Those that readers may know of. One that leads to an article which was never public says nothing of it.
CREATE VIEW delivery.redirected AS
SELECT redirects.locale, redirects.path, redirects.article_id, redirects.page
FROM delivery.redirects
WHERE redirects.article_id IS NULL OR EXISTS (
    SELECT FROM delivery.spans
    WHERE spans.article_id = redirects.article_id AND spans.locale = redirects.locale
);

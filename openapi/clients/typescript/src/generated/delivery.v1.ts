// Made from openapi/delivery.v1.json by `npm run generate`. Not to be edited.

export interface paths {
    "/.well-known/jwks.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Gets the public keys that verify access tokens. */
        get: operations["getSigningKeys"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/livez": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Checks liveness.
         * @description Returns 200 as long as the process can respond at all. It does not query the database.
         */
        get: operations["live"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/readyz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Checks readiness.
         * @description Returns 200 while readers get responses. If the database is unavailable and responses come from the cache,
         *     `degraded` is `true`. Returns 503 while the process starts or stops, if this version cannot read the schema of the
         *     database, and if the database is unavailable and nothing is cached.
         */
        get: operations["ready"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/archive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Gets the archive.
         * @description The years and months in which live articles were first published, with the number of articles. Years and months are
         *     in the site's time zone: `published_on=2026-03` lists the articles that are counted in that month.
         */
        get: operations["getArchive"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/articles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists articles.
         * @description Takes the same filters as the list of teasers, and returns whole articles. Bodies are included in the formats that
         *     `body` names; by default, none are.
         */
        get: operations["listArticles"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/articles/{slug}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Gets one article.
         * @description `slug` is the slug of the article, or `id:` followed by its ID. A former slug redirects to the current one.
         */
        get: operations["getArticle"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/authors": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists authors.
         * @description Returns those with at least one live article, sorted by slug.
         */
        get: operations["listAuthors"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/authors/{slug}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Gets one author. */
        get: operations["getAuthor"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists changes.
         * @description Without a cursor, the log starts with a snapshot of everything that is live, followed by all changes since, in
         *     order, each exactly once. Continue with `page.next` until a page is empty, and poll again later with the same
         *     cursor.
         *
         *     With `Accept: text/event-stream`, the same log is a stream of server-sent events that continues with new changes as
         *     they happen. Each event has the cursor as its `id`, the kind of change as its `event`, and the change as its
         *     `data`.
         */
        get: operations["listChanges"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/feeds/atom": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Gets the Atom feed.
         * @description The newest articles of the publication, or of one section, tag or author, as Atom (RFC 4287).
         */
        get: operations["getAtomFeed"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/feeds/json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Gets the JSON feed.
         * @description The newest articles of the publication, or of one section, tag or author, as JSON Feed 1.1.
         */
        get: operations["getJsonFeed"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/feeds/rss": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Gets the RSS feed.
         * @description The newest articles of the publication, or of one section, tag or author, as RSS 2.0.
         */
        get: operations["getRssFeed"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/kickers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists kickers.
         * @description Returns those with at least one live article, sorted by slug.
         */
        get: operations["listKickers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/resolve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Resolves a path.
         * @description `live`: an article has exactly this path. `moved`: the path redirects to `target`, because the slug or section of
         *     the article changed, because of a redirect, or because of a former path pattern. `gone`: the article was withdrawn
         *     or taken down. `unknown`: nothing public ever had this path. If paths contain no locale, the locale with the best
         *     status is chosen: `live` before `moved` before `gone`. Among equals, `Accept-Language` decides (lookup, RFC 4647,
         *     section 3.4), then the site's default locale.
         */
        get: operations["resolvePath"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Searches articles.
         * @description An article matches if it contains all words in its headline, standfirst or body, or in the names of its section,
         *     kicker, tags, authors and series. The newest 2,000 matches are ranked. If nothing matches, the search is repeated
         *     with the most similar words that occur in articles.
         */
        get: operations["searchArticles"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists sections.
         * @description Returns those with at least one live article, sorted by slug.
         */
        get: operations["listSections"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sections/{slug}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Gets one section. */
        get: operations["getSection"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/series": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists series.
         * @description Returns those with at least one live article, sorted by slug.
         */
        get: operations["listSeries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/series/{slug}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Gets one series. */
        get: operations["getSeries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/site": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Gets the publication.
         * @description Returns its name, base URL, locales, time zone, and the pattern of article paths.
         */
        get: operations["getSite"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sitemap": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Gets the sitemap.
         * @description Lists the URL of every article in every locale, with its alternates in the other locales. If there are more than
         *     fit into one file, the response is an index of parts. The index expects each part at `sitemaps/{part}.xml` below
         *     the site's base URL: serve `/v1/sitemaps/{part}` there.
         */
        get: operations["getSitemap"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sitemaps/{part}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Gets a part of the sitemap.
         * @description `part` is the ID of the part in the index.
         */
        get: operations["getSitemapPart"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tags": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists tags.
         * @description Returns those with at least one live article, sorted by slug.
         */
        get: operations["listTags"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tags/{slug}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Gets one tag. */
        get: operations["getTag"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/teasers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists teasers.
         * @description Sorted by date of first publication, the newest first, unless `sort` is given. Filters are combined with AND.
         */
        get: operations["listTeasers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/teasers/{slug}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Gets one teaser.
         * @description `slug` is the slug of the article, or `id:` followed by its ID. A former slug redirects to the current one.
         */
        get: operations["getTeaser"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /**
         * @description Who may read the body of an article.
         * @enum {string}
         */
        Access: "public";
        /** @description A note or warning that stands out from the text. */
        AlertBlock: {
            /**
             * @description The type.
             * @enum {string}
             */
            type: "alert";
            /** @description The content. */
            blocks: components["schemas"]["Block"][];
            /**
             * @description The ID of the block, unique within the body. It does not change when other blocks change.
             * @example b-3f9a1c2e4d
             */
            id: string;
            /** @description The severity. */
            kind: components["schemas"]["AlertKind"];
            /**
             * @description Its title.
             * @example Mind the lock
             */
            title: string | null;
        };
        /**
         * @description The severity of an alert.
         * @enum {string}
         */
        AlertKind: "note" | "tip" | "important" | "warning" | "caution";
        /**
         * @description The alignment of a table cell.
         * @enum {string}
         */
        Align: "left" | "center" | "right";
        /** @description The same article in another locale. */
        Alternate: {
            /** @description The other locale. */
            locale: components["schemas"]["Locale"];
            /** @description The slug in that locale. */
            slug: components["schemas"]["Slug"];
            /**
             * @description The URL of the page.
             * @example https://example.org/engineering/feature-flags-ohne-faeulnis
             */
            url: string;
        };
        /** @description Live articles by date of first publication, in the time zone of the publication. */
        Archive: {
            /** @description The years with live articles, the newest first. */
            years: components["schemas"]["ArchiveYear"][];
        };
        /** @description A month of the archive. */
        ArchiveMonth: {
            /**
             * Format: int64
             * @description The number of articles.
             * @example 3
             */
            article_count: number;
            /**
             * Format: int32
             * @description The month.
             * @example 4
             */
            month: number;
        };
        /** @description A year of the archive. */
        ArchiveYear: {
            /**
             * Format: int64
             * @description The number of articles.
             * @example 12
             */
            article_count: number;
            /** @description The months with live articles, the newest first. */
            months: components["schemas"]["ArchiveMonth"][];
            /**
             * Format: int32
             * @description The year.
             * @example 2026
             */
            year: number;
        };
        /**
         * Format: uuid
         * @description The ID of an article, the same in all its locales.
         * @example 0199a3c2-5d1e-7c3a-9b1f-4f0d2c8e7a61
         */
        ArticleId: string;
        /** @description A page of articles. */
        ArticlePage: {
            /** @description The articles, in the requested order. */
            data: components["schemas"]["PublicArticle"][];
            /** @description The cursors of the next and the previous page. */
            page: components["schemas"]["PageLinks"];
        };
        /** @description An author as shown with an article. */
        AuthorCredit: {
            /**
             * @description The biography, as plain text.
             * @example Vera builds bridges, and the software that watches them.
             */
            bio: string | null;
            /** @description The display name of the author. */
            name: components["schemas"]["Name"];
            /** @description The portrait. */
            picture: components["schemas"]["Hero"] | null;
            /** @description The slug of the author. */
            slug: components["schemas"]["Slug"];
            /**
             * @description The author's home page.
             * @example https://vera.example
             */
            url: string | null;
        };
        /** @description A page of authors, sorted by slug. */
        AuthorPage: {
            /** @description The authors. */
            data: components["schemas"]["PublicAuthor"][];
            /** @description The cursors of the next and the previous page. */
            page: components["schemas"]["PageLinks"];
        };
        /** @description A block of a body, distinguished by its `type`. */
        Block: components["schemas"]["ParagraphBlock"] | components["schemas"]["HeadingBlock"] | components["schemas"]["ListBlock"] | components["schemas"]["QuoteBlock"] | components["schemas"]["AlertBlock"] | components["schemas"]["CodeBlock"] | components["schemas"]["MathBlock"] | components["schemas"]["FigureBlock"] | components["schemas"]["EmbedBlock"] | components["schemas"]["TableBlock"] | components["schemas"]["DetailsBlock"] | components["schemas"]["FootnotesBlock"] | components["schemas"]["DividerBlock"];
        /** @description The body in the requested formats; the others are `null`. */
        Body: {
            /**
             * @description The body as a tree of typed blocks, for clients without an HTML parser. A link to another article has the
             *     current URL of that article, or `null` if it is not live.
             */
            blocks: components["schemas"]["Block"][] | null;
            /**
             * @description Sanitised HTML with absolute URLs. A link to another article has the current URL of that article, or no `href`
             *     if it is not live.
             * @example <p>Flags are code.</p>
             */
            html: string | null;
            /**
             * @description The original Markdown; URLs are not rewritten. A link to another article is `article:` followed by its ID.
             * @example Flags are code.
             */
            markdown: string | null;
            /**
             * @description Plain text.
             * @example Flags are code.
             */
            text: string | null;
        };
        /** @description A line break. */
        BreakInline: {
            /**
             * @description The type.
             * @enum {string}
             */
            type: "break";
        };
        /**
         * @description What happened to an article in a locale, or to a term.
         * @enum {string}
         */
        ChangeKind: "published" | "changed" | "moved" | "withdrawn" | "taken_down" | "renamed" | "merged";
        /** @description A page of the change log. */
        ChangePage: {
            /** @description The changes, in order. Empty if nothing has changed since. */
            data: components["schemas"]["PublicChange"][];
            /** @description The cursor to continue with. `next` is never `null`. */
            page: components["schemas"]["NextPage"];
        };
        /** @description Code, as text and as highlighted tokens. */
        CodeBlock: {
            /**
             * @description The type.
             * @enum {string}
             */
            type: "code";
            /**
             * @description The numbers of highlighted lines, from 1.
             * @example [
             *       1,
             *       3,
             *       4
             *     ]
             */
            highlighted_lines: number[];
            /**
             * @description The ID of the block, unique within the body. It does not change when other blocks change.
             * @example b-3f9a1c2e4d
             */
            id: string;
            /**
             * @description The language as given in the Markdown.
             * @example rust
             */
            language: string | null;
            /**
             * @description The code.
             * @example fn main() {}
             */
            text: string;
            /**
             * @description The title above the code, such as the name of a file.
             * @example src/main.rs
             */
            title: string | null;
            /** @description The tokens of the code; joined, they are `text`. */
            tokens: components["schemas"]["Token"][];
        };
        /** @description Inline code. */
        CodeInline: {
            /**
             * @description The type.
             * @enum {string}
             */
            type: "code";
            /**
             * @description The code.
             * @example SELECT 1
             */
            text: string;
        };
        /** @description Other articles that the page of an article shows. */
        Context: {
            /** @description The same article in other locales. */
            alternates: components["schemas"]["Alternate"][];
            /** @description Related articles, the most similar first. */
            related: components["schemas"]["LinkedArticle"][];
            /** @description Its position in a series. */
            series: components["schemas"]["SeriesContext"] | null;
        };
        /** @description A block that can be expanded. */
        DetailsBlock: {
            /**
             * @description The type.
             * @enum {string}
             */
            type: "details";
            /** @description The content that can be expanded. */
            blocks: components["schemas"]["Block"][];
            /**
             * @description The ID of the block, unique within the body. It does not change when other blocks change.
             * @example b-3f9a1c2e4d
             */
            id: string;
            /** @description Whether it is expanded at first. */
            open: boolean;
            /** @description The summary, which is always visible. */
            summary: components["schemas"]["Inline"][];
        };
        /** @description A thematic break. */
        DividerBlock: {
            /**
             * @description The type.
             * @enum {string}
             */
            type: "divider";
            /**
             * @description The ID of the block, unique within the body. It does not change when other blocks change.
             * @example b-3f9a1c2e4d
             */
            id: string;
        };
        /** @description Content of a provider that frontends can show. The server does not fetch it. */
        EmbedBlock: {
            /**
             * @description The type.
             * @enum {string}
             */
            type: "embed";
            /**
             * @description The ID of the block, unique within the body. It does not change when other blocks change.
             * @example b-3f9a1c2e4d
             */
            id: string;
            /**
             * @description The provider: `youtube`, `vimeo`, `gist`, `bluesky`, `mastodon` or `x`; others may be added.
             * @example youtube
             */
            provider: string;
            /**
             * @description The URL of the content.
             * @example https://youtu.be/dQw4w9WgXcQ
             */
            url: string;
        };
        /** @description The number of matches with one term. */
        Facet: {
            /**
             * Format: int64
             * @description The number of articles.
             * @example 12
             */
            article_count: number;
            /**
             * @description The display name.
             * @example Engineering
             */
            name: string;
            /**
             * @description The slug, for use in the filter parameter.
             * @example engineering
             */
            slug: string;
        };
        /** @description A picture. */
        FigureBlock: {
            /**
             * @description The type.
             * @enum {string}
             */
            type: "figure";
            /**
             * @description The alternative text.
             * @example Two queues, one of them full
             */
            alt: string;
            /** @description The caption. */
            caption: components["schemas"]["Inline"][] | null;
            /**
             * Format: int32
             * @description The height in pixels, if it was given.
             */
            height: number | null;
            /**
             * @description The ID of the block, unique within the body. It does not change when other blocks change.
             * @example b-3f9a1c2e4d
             */
            id: string;
            /**
             * @description The absolute URL of the picture.
             * @example https://example.org/queues.svg
             */
            src: string;
            /**
             * Format: int32
             * @description The width in pixels, if it was given.
             */
            width: number | null;
        };
        /** @description A footnote. */
        Footnote: {
            /** @description The content. */
            blocks: components["schemas"]["Block"][];
            /**
             * @description The anchor.
             * @example fn:1
             */
            id: string;
            /**
             * Format: int32
             * @description The number, counted from 1.
             * @example 1
             */
            number: number;
            /**
             * @description The anchors of its references.
             * @example [
             *       "fnref:1"
             *     ]
             */
            references: string[];
        };
        /** @description A reference to a footnote. */
        FootnoteReferenceInline: {
            /**
             * @description The type.
             * @enum {string}
             */
            type: "footnote_reference";
            /**
             * @description The anchor of the reference.
             * @example fnref:1
             */
            id: string;
            /**
             * Format: int32
             * @description The number of the footnote.
             * @example 1
             */
            number: number;
            /**
             * @description The anchor of the footnote.
             * @example fn:1
             */
            target: string;
        };
        /** @description The footnotes of the body, in the order of their first reference. */
        FootnotesBlock: {
            /**
             * @description The type.
             * @enum {string}
             */
            type: "footnotes";
            /**
             * @description `footnotes`.
             * @example footnotes
             */
            id: string;
            /** @description The footnotes. */
            notes: components["schemas"]["Footnote"][];
        };
        /** @description A heading. */
        HeadingBlock: {
            /**
             * @description The type.
             * @enum {string}
             */
            type: "heading";
            /** @description The content. */
            content: components["schemas"]["Inline"][];
            /**
             * @description The anchor, the same as in the outline and in the HTML.
             * @example why-it-stalls
             */
            id: string;
            /**
             * Format: int32
             * @description The level, 1 to 6.
             * @example 2
             */
            level: number;
        };
        /**
         * @description A headline: one line of at most 120 characters, without leading or trailing white space.
         * @example Feature flags that do not rot
         */
        Headline: string;
        /** @description A picture with its metadata. */
        Hero: {
            /**
             * @description The alternative text.
             * @example A suspension bridge in fog
             */
            alt: string;
            /** @description The caption. */
            caption: string | null;
            /** @description The credit line. */
            credit: string | null;
            /**
             * Format: int32
             * @description Height in pixels.
             * @example 900
             */
            height: number;
            /**
             * @description A tiny placeholder to show while the picture loads, as a Base64 data URL: AVIF, GIF, JPEG, PNG or WebP.
             * @example null
             */
            placeholder: string | null;
            /** @description Other sizes of the same picture. */
            sources: string[];
            /**
             * @description The URL of the picture: `http` or `https`. You may send a path from the site's root (`/hero.jpg`); the delivery
             *     API returns it as an absolute URL.
             * @example https://images.example/hero.jpg
             */
            src: string;
            /**
             * Format: int32
             * @description Width in pixels.
             * @example 1600
             */
            width: number;
        };
        /** @description Where the search words occur in an article: safe HTML with `<mark>` around each match. */
        Highlights: {
            /**
             * @description The headline.
             * @example Feature <mark>flags</mark> that do not rot
             */
            headline: string;
            /**
             * @description The passage of the body with the most matches; `null` if the body contains none.
             * @example … A <mark>flag</mark> is a branch in the program that no merge ever resolves. …
             */
            passage: string | null;
            /**
             * @description The standfirst.
             * @example Name what a <mark>flag</mark> enables.
             */
            standfirst: string | null;
        };
        /** @description An inline picture. */
        ImageInline: {
            /**
             * @description The type.
             * @enum {string}
             */
            type: "image";
            /**
             * @description The alternative text.
             * @example Two queues, one of them full
             */
            alt: string;
            /**
             * Format: int32
             * @description The height in pixels, if known.
             */
            height: number | null;
            /**
             * @description The absolute URL of the picture.
             * @example https://example.org/queues.svg
             */
            src: string;
            /** @description The title, which browsers show as a tooltip. */
            title: string | null;
            /**
             * Format: int32
             * @description The width in pixels, if known.
             */
            width: number | null;
        };
        /** @description A piece of inline content, distinguished by its `type`. */
        Inline: components["schemas"]["TextInline"] | components["schemas"]["StyledInline"] | components["schemas"]["CodeInline"] | components["schemas"]["MathInline"] | components["schemas"]["LinkInline"] | components["schemas"]["ImageInline"] | components["schemas"]["FootnoteReferenceInline"] | components["schemas"]["BreakInline"];
        /**
         * @description A kicker, such as Dispatch, Review or Opinion: at most 40 characters, with at least one letter or digit.
         * @example Dispatch
         */
        Kicker: string;
        /** @description A link. */
        LinkInline: {
            /**
             * @description The type.
             * @enum {string}
             */
            type: "link";
            /** @description The content. */
            content: components["schemas"]["Inline"][];
            /**
             * @description The target: an absolute URL, or `#` and an anchor of the same body. For another article, its current URL; `null`
             *     when it is not live.
             * @example https://example.org/engineering/feature-flag-hygiene
             */
            href: string | null;
            /** @description The title, which browsers show as a tooltip. */
            title: string | null;
        };
        /** @description Another article, with what a link to it shows. */
        LinkedArticle: {
            /**
             * Format: date-time
             * @description The date of first publication.
             */
            first_published_at: string;
            /** @description Its title. */
            headline: components["schemas"]["Headline"];
            /** @description The lead picture. */
            hero: components["schemas"]["Hero"] | null;
            /** @description The ID of the article. */
            id: components["schemas"]["ArticleId"];
            /** @description The kicker: a short label above the headline. */
            kicker: components["schemas"]["Kicker"] | null;
            /** @description The section. */
            section: components["schemas"]["TermRef"];
            /** @description The slug. */
            slug: components["schemas"]["Slug"];
            /** @description The standfirst. */
            standfirst: components["schemas"]["Standfirst"] | null;
            /**
             * @description The URL of the page.
             * @example https://example.org/engineering/feature-flag-hygiene
             */
            url: string;
        };
        /** @description A list. */
        ListBlock: {
            /**
             * @description The type.
             * @enum {string}
             */
            type: "list";
            /**
             * @description The ID of the block, unique within the body. It does not change when other blocks change.
             * @example b-3f9a1c2e4d
             */
            id: string;
            /** @description The items. */
            items: components["schemas"]["ListItem"][];
            /** @description Whether the items are numbered. */
            ordered: boolean;
            /**
             * Format: int32
             * @description The first number of a numbered list.
             * @example 1
             */
            start: number | null;
        };
        /** @description An item of a list. */
        ListItem: {
            /** @description The content. */
            blocks: components["schemas"]["Block"][];
            /** @description Whether the task is done; `null` if the item is not a task. */
            checked: boolean | null;
        };
        /** @description The liveness of the process. */
        LivenessReport: {
            /**
             * @description Always `ok`.
             * @example ok
             */
            status: string;
        };
        /**
         * @description A language tag (BCP 47) in its canonical case: language, optional script, optional region, as in `en`, `de-AT`,
         *     `zh-Hant-TW`.
         * @example en
         */
        Locale: string;
        /** @description A formula as a block. */
        MathBlock: {
            /**
             * @description The type.
             * @enum {string}
             */
            type: "math";
            /**
             * @description The ID of the block, unique within the body. It does not change when other blocks change.
             * @example b-3f9a1c2e4d
             */
            id: string;
            /**
             * @description The TeX source.
             * @example \sum_{n=0}^{5} 2^n
             */
            text: string;
        };
        /** @description An inline formula. */
        MathInline: {
            /**
             * @description The type.
             * @enum {string}
             */
            type: "math";
            /**
             * @description The TeX source.
             * @example 2^n
             */
            text: string;
        };
        /**
         * @description The display name of a term: one line of at most 80 characters.
         * @example engineering
         */
        Name: string;
        /** @description The cursor of the next page, for lists that can only be read forwards. */
        NextPage: {
            /**
             * @description The cursor of the next page, for `after`.
             * @example null
             */
            next: string | null;
            /**
             * @description Always `null`: this list can only be read forwards.
             * @example null
             */
            previous: string | null;
        };
        /** @description A heading of an article. */
        OutlineEntry: {
            /**
             * @description The anchor, unique within the article: `#id` links to the heading in the HTML.
             * @example name-flags-after-what-they-enable
             */
            id: string;
            /**
             * Format: int32
             * @description The level, 1 to 6.
             * @example 2
             */
            level: number;
            /**
             * @description The heading's text, without markup.
             * @example Name flags after what they enable
             */
            text: string;
        };
        /** @description The cursors of the next and the previous page. */
        PageLinks: {
            /**
             * @description The cursor of the next page, for `after`.
             * @example null
             */
            next: string | null;
            /**
             * @description The cursor of the previous page, for `before`.
             * @example null
             */
            previous: string | null;
            /**
             * @description The total number of items, as text; above 10,000 it is `10,000+`. Only with `total=true`.
             * @example 12
             */
            total: string | null;
        };
        /** @description A paragraph. */
        ParagraphBlock: {
            /**
             * @description The type.
             * @enum {string}
             */
            type: "paragraph";
            /** @description The content. */
            content: components["schemas"]["Inline"][];
            /**
             * @description The ID of the block, unique within the body. It does not change when other blocks change.
             * @example b-3f9a1c2e4d
             */
            id: string;
        };
        /**
         * @description The pattern of article paths: it begins with a slash and contains `{slug}`.
         * @example /{section}/{slug}
         */
        PathPattern: string;
        /**
         * @description The status of a path: an article has exactly this path (`live`), the path redirects elsewhere (`moved`), the
         *     article at this path was withdrawn or taken down (`gone`), or nothing public ever had this path (`unknown`).
         * @enum {string}
         */
        PathStatus: "live" | "moved" | "gone" | "unknown";
        /** @description The body of an error response (RFC 9457). */
        Problem: {
            /**
             * @description A description of this occurrence.
             * @example 1 parameter cannot be accepted.
             */
            detail: string;
            /** @description All errors in the request. */
            errors: components["schemas"]["ProblemError"][];
            /**
             * @description The path of the request.
             * @example /v1/teasers
             */
            instance: string;
            /**
             * @description The ID of the request in the logs. `null` if the response may be cached and served to others.
             * @example 0199a3c2-5d1e-7c3a-9b1f-4f0d2c8e7a61
             */
            request_id: string | null;
            /**
             * Format: int32
             * @description The status code of the response.
             * @example 400
             */
            status: number;
            /**
             * @description The title of the kind.
             * @example A parameter is not valid
             */
            title: string;
            /**
             * @description The kind of problem, as a URI reference that leads to its documentation.
             * @example /docs/problems/malformed-request
             * @example /docs/problems/invalid-parameter
             * @example /docs/problems/invalid-header
             * @example /docs/problems/invalid-body
             * @example /docs/problems/dry-run-unsupported
             * @example /docs/problems/unauthorized
             * @example /docs/problems/sign-in-failed
             * @example /docs/problems/not-allowed
             * @example /docs/problems/not-found
             * @example /docs/problems/method-not-allowed
             * @example /docs/problems/request-timeout
             * @example /docs/problems/slug-taken
             * @example /docs/problems/locale-taken
             * @example /docs/problems/term-exists
             * @example /docs/problems/term-in-use
             * @example /docs/problems/path-in-use
             * @example /docs/problems/redirect-exists
             * @example /docs/problems/redirect-loop
             * @example /docs/problems/email-taken
             * @example /docs/problems/in-trash
             * @example /docs/problems/still-public
             * @example /docs/problems/schedule-pending
             * @example /docs/problems/never-published
             * @example /docs/problems/not-scheduled
             * @example /docs/problems/no-previous-edition
             * @example /docs/problems/revision-superseded
             * @example /docs/problems/source-superseded
             * @example /docs/problems/last-admin
             * @example /docs/problems/not-mergeable
             * @example /docs/problems/bulk-refused
             * @example /docs/problems/job-is-over
             * @example /docs/problems/key-in-use
             * @example /docs/problems/gone
             * @example /docs/problems/start-over
             * @example /docs/problems/stale
             * @example /docs/problems/too-large
             * @example /docs/problems/uri-too-long
             * @example /docs/problems/unsupported-media-type
             * @example /docs/problems/invalid-content
             * @example /docs/problems/incomplete
             * @example /docs/problems/dead-links
             * @example /docs/problems/unknown-term
             * @example /docs/problems/unknown-locale
             * @example /docs/problems/embargo-in-the-past
             * @example /docs/problems/date-in-the-future
             * @example /docs/problems/key-reused
             * @example /docs/problems/token-spent
             * @example /docs/problems/too-many-articles
             * @example /docs/problems/precondition-required
             * @example /docs/problems/too-many-tries
             * @example /docs/problems/too-many-connections
             * @example /docs/problems/headers-too-large
             * @example /docs/problems/internal
             * @example /docs/problems/unavailable
             * @example /docs/problems/behind
             * @example /docs/problems/busy
             */
            type: string;
        };
        /** @description An error in a request. */
        ProblemError: {
            /**
             * @description A description for people.
             * @example A limit is a whole number from 1 to 100.
             */
            detail: string;
            /**
             * @description The name of the query parameter.
             * @example limit
             */
            parameter: string | null;
            /**
             * @description The position in the body, as a JSON pointer.
             * @example null
             */
            pointer: string | null;
            /**
             * @description The violated rule, in snake case.
             * @example range
             */
            rule: string;
        };
        /** @description An article: its teaser, its body and its context. */
        PublicArticle: components["schemas"]["Teaser"] & {
            /** @description The authors with biography and portrait, in the order of the byline. */
            authors: components["schemas"]["AuthorCredit"][];
            /** @description The body in the requested formats. */
            body: components["schemas"]["Body"];
            /** @description Related content: series, alternates and related articles. */
            context: components["schemas"]["Context"];
            /** @description Custom fields of the publication. */
            fields: {
                [key: string]: unknown;
            };
            /** @description The headings, in order. */
            outline: components["schemas"]["OutlineEntry"][];
            /** @description Metadata for search engines. */
            seo: components["schemas"]["Seo"];
        };
        /** @description An author, with the number of live articles. */
        PublicAuthor: {
            /**
             * Format: int64
             * @description The number of live articles in the requested locale.
             * @example 12
             */
            article_count: number;
            /** @description The biography, as plain text. */
            bio: string | null;
            /**
             * @description The display name of the author.
             * @example Vera
             */
            name: string;
            /** @description The portrait. */
            picture: components["schemas"]["Hero"] | null;
            /**
             * @description The slug of the author, for URLs and filters.
             * @example vera
             */
            slug: string;
            /** @description The home page or mail address of the author: `http`, `https` or `mailto`. */
            url: string | null;
        };
        /** @description A change to published content. */
        PublicChange: {
            /**
             * Format: uuid
             * @description The article; `null` if a section, tag, author or series changed.
             */
            article_id: string | null;
            /**
             * Format: date-time
             * @description When it happened.
             */
            at: string;
            /** @description The kind of change. */
            kind: components["schemas"]["ChangeKind"];
            /** @description The article's locale. */
            locale: components["schemas"]["Locale"] | null;
            /** @description The previous slug, if the article moved. */
            previous_slug: components["schemas"]["Slug"] | null;
            /**
             * Format: int64
             * @description The sequence number of the change.
             * @example 1207
             */
            sequence: number;
            /**
             * @description The slug after the change; for a withdrawn article, its last slug; for a merged term, the slug of the term that
             *     it was merged into. `null` if the article was taken down.
             */
            slug: components["schemas"]["Slug"] | null;
            /**
             * @description The cache tags of the responses that the change affects.
             * @example [
             *       "article:0199a3c2-5d1e-7c3a-9b1f-4f0d2c8e7a61",
             *       "lists",
             *       "section:engineering"
             *     ]
             */
            tags: string[];
        };
        /** @description A public key (RFC 8037). */
        PublicKey: {
            /**
             * @description The algorithm: `EdDSA`.
             * @example EdDSA
             */
            alg: string;
            /**
             * @description The curve: `Ed25519`.
             * @example Ed25519
             */
            crv: string;
            /**
             * @description The key ID, which tokens refer to.
             * @example b5Vq2Y0mJxGkGm1h
             */
            kid: string;
            /**
             * @description The kind of key: `OKP`.
             * @example OKP
             */
            kty: string;
            /**
             * @description What the key is for: `sig`.
             * @example sig
             */
            use: string;
            /**
             * @description The key, base64url.
             * @example 11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo
             */
            x: string;
        };
        /** @description A section, tag, series or kicker, with the number of live articles. */
        PublicTerm: {
            /**
             * Format: int64
             * @description The number of live articles in the requested locale.
             * @example 12
             */
            article_count: number;
            /** @description A short description. */
            description: string | null;
            /**
             * @description The display name.
             * @example Engineering
             */
            name: string;
            /**
             * @description The slug, for URLs and filters.
             * @example engineering
             */
            slug: string;
        };
        /** @description A quotation. */
        QuoteBlock: {
            /**
             * @description The type.
             * @enum {string}
             */
            type: "quote";
            /** @description The quoted blocks. */
            blocks: components["schemas"]["Block"][];
            /**
             * @description The ID of the block, unique within the body. It does not change when other blocks change.
             * @example b-3f9a1c2e4d
             */
            id: string;
        };
        /** @description The readiness of the process. */
        ReadinessReport: {
            /**
             * @description Whether the database is unavailable. Readers then get cached responses with an `Age` header, and editors get
             *     503.
             * @example false
             */
            degraded: boolean;
            /**
             * Format: int64
             * @description The number of log lines that were dropped since the start because standard error was not read, or because the
             *     disk was full.
             * @example 0
             */
            dropped_log_lines: number;
            /**
             * @description `ok`, or the reason why the process should not get requests: `starting`, `draining`, `schema` (this version
             *     cannot read the schema of the database) or `database` (the database is unavailable and nothing is cached).
             * @example ok
             */
            status: string;
        };
        /** @description The result of resolving a path. */
        Resolution: {
            /** @description The teaser of the article at that URL; `null` if there is none, as when a redirect leads to another page. */
            article: components["schemas"]["Teaser"] | null;
            /** @description The status of the path. */
            status: components["schemas"]["PathStatus"];
            /**
             * @description The URL of the article or the target of the redirect; `null` if there is none.
             * @example https://example.org/engineering/feature-flag-hygiene
             */
            target: string | null;
        };
        /** @description The number of matches by term and year: for each kind those with the most matches, at most 50. */
        SearchFacets: {
            /** @description By author. */
            authors: components["schemas"]["Facet"][];
            /** @description By kicker. */
            kickers: components["schemas"]["Facet"][];
            /** @description By section. */
            sections: components["schemas"]["Facet"][];
            /** @description By tag. */
            tags: components["schemas"]["Facet"][];
            /** @description By year of first publication, in the site's time zone, the newest first. */
            years: components["schemas"]["YearFacet"][];
        };
        /** @description A match: the teaser of the article, and where the search words occur. */
        SearchHit: components["schemas"]["Teaser"] & {
            /** @description Where the search words occur. */
            highlights: components["schemas"]["Highlights"];
        };
        /** @description A page of search results. */
        SearchPage: {
            /**
             * @description The corrected search words, if the original words had no match. The results are for these words.
             * @example null
             */
            corrected: string | null;
            /**
             * @description The matches, the best first. A match in the headline counts more than one in the standfirst, and that more than
             *     one in the body.
             */
            data: components["schemas"]["SearchHit"][];
            /** @description The number of matches by term and year. Only with `facets=true`. */
            facets: components["schemas"]["SearchFacets"] | null;
            /** @description The number of matches, and the cursor of the next page. */
            page: components["schemas"]["SearchPageLinks"];
        };
        /** @description The number of matches, and the cursor of the next page. */
        SearchPageLinks: {
            /**
             * @description The cursor of the next page, for `after`.
             * @example null
             */
            next: string | null;
            /**
             * @description Always `null`: this list can only be read forwards.
             * @example null
             */
            previous: string | null;
            /**
             * @description The total number of matches, as text. `2000+` means that there may be more: only the newest 2,000 matches are
             *     ranked and counted, and for a phrase, only the newest 500 articles with its words are checked.
             * @example 12
             */
            total: string;
        };
        /** @description Metadata for search engines, where it differs from the article itself. */
        Seo: {
            /**
             * @description The URL of the original, if the article was first published elsewhere: `http` or `https`. You may send a path
             *     from the site's root (`/original`); the delivery API returns it as an absolute URL.
             * @default null
             * @example https://example.org/original
             */
            canonical_url: string | null;
            /**
             * @description The page description.
             * @default null
             */
            description: string | null;
            /**
             * @description The URL of the picture for link previews on other sites. Accepts the same values as `canonical_url`.
             * @default null
             * @example https://images.example/preview.jpg
             */
            image: string | null;
            /**
             * @description Whether search engines are asked not to list the page.
             * @default false
             */
            noindex: boolean;
            /**
             * @description The page title.
             * @default null
             */
            title: string | null;
        };
        /** @description The position of an article in its series, among live articles. */
        SeriesContext: {
            /**
             * Format: int64
             * @description The number of live parts.
             * @example 12
             */
            count: number;
            /** @description The display name of the series. */
            name: components["schemas"]["Name"];
            /** @description The live part after this one. */
            next: components["schemas"]["LinkedArticle"] | null;
            /**
             * Format: int32
             * @description The number of this part, counted from 1.
             * @example 5
             */
            part: number;
            /** @description The live part before this one. */
            previous: components["schemas"]["LinkedArticle"] | null;
            /** @description The slug of the series. */
            slug: components["schemas"]["Slug"];
        };
        /** @description A JSON Web Key Set. */
        SigningKeySet: {
            /** @description The keys that verify access tokens. A new key is listed before it signs tokens. */
            keys: components["schemas"]["PublicKey"][];
        };
        /** @description The publication. */
        Site: {
            /**
             * @description The base URL of articles, without a slash at the end.
             * @example https://example.org
             */
            base_url: string;
            /** @description The locale of requests that specify none. */
            default_locale: components["schemas"]["Locale"];
            /**
             * @description Former path patterns. `resolve` redirects such paths to the current ones.
             * @example []
             */
            former_path_patterns: components["schemas"]["PathPattern"][];
            /** @description All locales of the publication, the default first. */
            locales: components["schemas"]["Locale"][];
            /**
             * @description The name of the publication.
             * @example The Masthead
             */
            name: string;
            /** @description The pattern of article paths, with the placeholders `{section}`, `{slug}` and `{locale}`. */
            path_pattern: components["schemas"]["PathPattern"];
            /**
             * @description The name of the time zone in the IANA database. It applies to the archive, `published_on` and `year`, and to
             *     times without an offset.
             */
            time_zone: components["schemas"]["TimeZone"];
        };
        /**
         * @description The slug of an article or term in URLs: lower-case ASCII letters and digits in groups joined by single hyphens, at
         *     most 96 characters.
         * @example feature-flag-hygiene
         */
        Slug: string;
        /**
         * @description A standfirst: one line of at most 400 characters. It is not normalised and is returned byte for byte.
         * @example One or two sentences, plain text.
         */
        Standfirst: string;
        /** @description Styled text. */
        StyledInline: {
            /**
             * @description The type.
             * @enum {string}
             */
            type: "styled";
            /** @description The content. */
            content: components["schemas"]["Inline"][];
            /** @description The style. */
            style: components["schemas"]["TextStyle"];
        };
        /** @description A table. */
        TableBlock: {
            /**
             * @description The type.
             * @enum {string}
             */
            type: "table";
            /** @description The caption. */
            caption: components["schemas"]["Inline"][] | null;
            /**
             * @description The ID of the block, unique within the body. It does not change when other blocks change.
             * @example b-3f9a1c2e4d
             */
            id: string;
            /** @description The rows, header rows first. */
            rows: components["schemas"]["TableRow"][];
        };
        /** @description A cell of a table. */
        TableCell: {
            /** @description The alignment, if it was given. */
            align: components["schemas"]["Align"] | null;
            /**
             * Format: int32
             * @description The number of columns it spans.
             * @example 1
             */
            column_span: number;
            /** @description The content. */
            content: components["schemas"]["Inline"][];
            /** @description Whether it is a header of its row or column. */
            header: boolean;
            /**
             * Format: int32
             * @description The number of rows it spans.
             * @example 1
             */
            row_span: number;
        };
        /** @description A row of a table. */
        TableRow: {
            /** @description The cells. */
            cells: components["schemas"]["TableCell"][];
            /** @description Whether it is a header row. */
            header: boolean;
        };
        /** @description The summary of an article for lists. */
        Teaser: {
            /** @description Who may read the body. */
            access: components["schemas"]["Access"];
            /** @description The authors, in display order. */
            byline: components["schemas"]["TermRef"][];
            /**
             * Format: date-time
             * @description The date of first publication.
             */
            first_published_at: string;
            /** @description The title. */
            headline: components["schemas"]["Headline"];
            /** @description The lead picture. */
            hero: components["schemas"]["Hero"] | null;
            /** @description The ID of the article, the same in all locales. It never changes. */
            id: components["schemas"]["ArticleId"];
            /** @description The kicker: a short label above the headline. */
            kicker: components["schemas"]["Kicker"] | null;
            /** @description The locale of this edition. */
            locale: components["schemas"]["Locale"];
            /**
             * Format: int32
             * @description The reading time in minutes, at 230 words per minute, rounded up.
             * @example 4
             */
            reading_minutes: number;
            /** @description The section. */
            section: components["schemas"]["TermRef"];
            /**
             * Format: int64
             * @description The sequence number of the change that published this edition. It grows with every change.
             * @example 1207
             */
            sequence: number;
            /** @description The slug of the article, unique in its locale. */
            slug: components["schemas"]["Slug"];
            /** @description The standfirst, as plain text. */
            standfirst: components["schemas"]["Standfirst"] | null;
            /** @description The tags, in the order of the editors. */
            tags: components["schemas"]["TermRef"][];
            /**
             * Format: date-time
             * @description The time of the last update that is not minor.
             */
            updated_at: string;
            /**
             * @description The URL of the article, from the site's base URL and path pattern.
             * @example https://example.org/engineering/feature-flag-hygiene
             */
            url: string;
            /**
             * Format: int32
             * @description The number of words in the body.
             * @example 940
             */
            word_count: number;
        };
        /** @description A page of teasers. */
        TeaserPage: {
            /** @description The teasers, in the requested order. */
            data: components["schemas"]["Teaser"][];
            /** @description The cursors of the next and the previous page. */
            page: components["schemas"]["PageLinks"];
        };
        /** @description A page of terms, sorted by slug. */
        TermPage: {
            /** @description The terms. */
            data: components["schemas"]["PublicTerm"][];
            /** @description The cursors of the next and the previous page. */
            page: components["schemas"]["PageLinks"];
        };
        /** @description A section, tag or author of a teaser. */
        TermRef: {
            /** @description The display name. */
            name: components["schemas"]["Name"];
            /** @description The slug. */
            slug: components["schemas"]["Slug"];
        };
        /** @description Text. */
        TextInline: {
            /**
             * @description The type.
             * @enum {string}
             */
            type: "text";
            /**
             * @description The text, without any markup.
             * @example Flags are
             */
            text: string;
        };
        /**
         * @description The style of a text.
         * @enum {string}
         */
        TextStyle: "strong" | "emphasis" | "deletion" | "insertion" | "subscript" | "superscript" | "highlight" | "keyboard" | "small" | "underline" | "quotation";
        /**
         * @description A name in the form of the IANA time zone database. Postgres decides whether the zone exists.
         * @example UTC
         */
        TimeZone: string;
        /** @description A token of code. */
        Token: {
            /** @description The kind of token, if it is known. */
            kind: components["schemas"]["TokenKind"] | null;
            /**
             * @description The text of the token.
             * @example fn
             */
            text: string;
        };
        /**
         * @description The kind of a token of code. The HTML class is `hl-` and this name.
         * @enum {string}
         */
        TokenKind: "comment" | "keyword" | "string" | "number" | "constant" | "function" | "type" | "variable" | "property" | "operator" | "punctuation" | "tag" | "attribute" | "inserted" | "deleted" | "heading";
        /** @description The number of matches of one year. */
        YearFacet: {
            /**
             * Format: int64
             * @description The number of articles.
             * @example 12
             */
            article_count: number;
            /**
             * Format: int32
             * @description The year.
             * @example 2026
             */
            year: number;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: {
        /**
         * @description Which caches may store the response, and for how long.
         * @example public, max-age=0, s-maxage=60
         */
        "Cache-Control": string;
        /**
         * @description A strong validator for `If-None-Match`: a hash of the body.
         * @example "b5Vq2Y0mJxGkGm1hHc2w"
         */
        ETag: string;
        /**
         * @description The current address of the article.
         * @example /v1/articles/feature-flag-hygiene
         */
        Location: string;
        /**
         * @description The ID of the request in the logs.
         * @example 0199a3c2-5d1e-7c3a-9b1f-4f0d2c8e7a61
         */
        "X-Request-Id": string;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    getSigningKeys: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The keys. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SigningKeySet"];
                };
            };
            /** @description An error, as problem details (RFC 9457). */
            default: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    live: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The process runs. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LivenessReport"];
                };
            };
            /** @description An error, as problem details (RFC 9457). */
            default: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ready: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The process accepts requests. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReadinessReport"];
                };
            };
            /** @description The process should not get requests; `status` gives the reason. */
            503: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReadinessReport"];
                };
            };
            /** @description An error, as problem details (RFC 9457). */
            default: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getArchive: {
        parameters: {
            query?: {
                /** @description The locale. Default: the site's default locale. */
                locale?: components["schemas"]["Locale"];
                /**
                 * @description The `sequence` that a write returned. The response includes that change; if this server has not seen it
                 *     after one second, it returns 503 `behind`.
                 * @example 1
                 */
                min_sequence?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The archive. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Archive"];
                };
            };
            /** @description The response has not changed since the version in `If-None-Match` or `If-Modified-Since`. */
            304: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description An error, as problem details (RFC 9457). */
            default: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listArticles: {
        parameters: {
            query?: {
                /**
                 * @description Filters by section. Several slugs, separated by commas, match any of them. An unknown slug matches nothing.
                 * @example [
                 *       "engineering"
                 *     ]
                 */
                section?: components["schemas"]["Slug"][];
                /**
                 * @description Filters by kicker, by name or by slug. Several, separated by commas, match any of them.
                 * @example [
                 *       "Dispatch"
                 *     ]
                 */
                kicker?: string[];
                /**
                 * @description Filters by tag. Several, separated by commas, match any of them.
                 * @example [
                 *       "operations"
                 *     ]
                 */
                tag?: components["schemas"]["Slug"][];
                /**
                 * @description Filters by author. Several, separated by commas, match any of them.
                 * @example [
                 *       "ines-marchetti"
                 *     ]
                 */
                author?: components["schemas"]["Slug"][];
                /**
                 * @description Filters by tags, separated by commas. An article must have all of them.
                 * @example [
                 *       "operations",
                 *       "rust"
                 *     ]
                 */
                tags_all?: components["schemas"]["Slug"][];
                /**
                 * @description Filters by series. Several, separated by commas, match any of them.
                 * @example [
                 *       "twelve-practices"
                 *     ]
                 */
                series?: components["schemas"]["Slug"][];
                /**
                 * @description Filters by article ID. At most 50, separated by commas.
                 * @example [
                 *       "0199a3c2-5d1e-7c3a-9b1f-4f0d2c8e7a61"
                 *     ]
                 */
                ids?: components["schemas"]["ArticleId"][];
                /**
                 * @description The order: by `first_published_at` or `updated_at`. A leading `-` puts the newest first.
                 * @example -first_published_at
                 */
                sort?: "-first_published_at" | "first_published_at" | "-updated_at" | "updated_at";
                /**
                 * @description Filters by date of first publication: at this time or later.
                 * @example 2026-01-01T00:00:00Z
                 */
                published_since?: string;
                /**
                 * @description Filters by date of first publication: before this time.
                 * @example 2027-01-01T00:00:00Z
                 */
                published_before?: string;
                /**
                 * @description Filters by date of first publication, in the site's time zone: a month, a day or a year, such as `2026-03`,
                 *     `2026-03-05` or `2026`.
                 * @example 2026-03
                 */
                published_on?: string;
                /**
                 * @description Filters by year of first publication, in the site's time zone. An alternative to `published_on`.
                 * @example 2026
                 */
                year?: number;
                /** @description The locale. Default: the site's default locale. */
                locale?: components["schemas"]["Locale"];
                /**
                 * @description The `sequence` that a write returned. The response includes that change; if this server has not seen it
                 *     after one second, it returns 503 `behind`.
                 * @example 1
                 */
                min_sequence?: number;
                /**
                 * @description The number of items on a page, 1 to 100.
                 * @example 20
                 */
                limit?: number;
                /** @description Returns the page after this cursor, which is `page.next` of the previous response. */
                after?: string;
                /** @description Returns the page before this cursor, which is `page.previous` of the previous response. */
                before?: string;
                /**
                 * @description Whether to count all matching items in `page.total`.
                 * @example false
                 */
                total?: boolean;
                /**
                 * @description The formats of the body, separated by commas: `html`, `markdown`, `blocks`, `text`, or `none`. Default:
                 *     `html` for an article, `none` in a list.
                 * @example [
                 *       "html",
                 *       "blocks"
                 *     ]
                 */
                body?: ("html" | "markdown" | "blocks" | "text" | "none")[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of articles. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ArticlePage"];
                };
            };
            /** @description The response has not changed since the version in `If-None-Match` or `If-Modified-Since`. */
            304: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description An error, as problem details (RFC 9457). */
            default: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getArticle: {
        parameters: {
            query?: {
                /** @description The locale. Default: the site's default locale. */
                locale?: components["schemas"]["Locale"];
                /**
                 * @description The `sequence` that a write returned. The response includes that change; if this server has not seen it
                 *     after one second, it returns 503 `behind`.
                 * @example 1
                 */
                min_sequence?: number;
                /**
                 * @description The formats of the body, separated by commas: `html`, `markdown`, `blocks`, `text`, or `none`. Default:
                 *     `html` for an article, `none` in a list.
                 * @example [
                 *       "html",
                 *       "blocks"
                 *     ]
                 */
                body?: ("html" | "markdown" | "blocks" | "text" | "none")[];
            };
            header?: never;
            path: {
                /**
                 * @description The slug, or `id:` followed by the ID.
                 * @example feature-flag-hygiene
                 */
                slug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The article. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublicArticle"];
                };
            };
            /** @description The response has not changed since the version in `If-None-Match` or `If-Modified-Since`. */
            304: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The article has another slug now; `Location` is its address. */
            308: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Location: components["headers"]["Location"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description An error, as problem details (RFC 9457). */
            default: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listAuthors: {
        parameters: {
            query?: {
                /** @description The locale. Default: the site's default locale. */
                locale?: components["schemas"]["Locale"];
                /**
                 * @description The `sequence` that a write returned. The response includes that change; if this server has not seen it
                 *     after one second, it returns 503 `behind`.
                 * @example 1
                 */
                min_sequence?: number;
                /**
                 * @description The number of items on a page, 1 to 100.
                 * @example 20
                 */
                limit?: number;
                /** @description Returns the page after this cursor, which is `page.next` of the previous response. */
                after?: string;
                /** @description Returns the page before this cursor, which is `page.previous` of the previous response. */
                before?: string;
                /**
                 * @description Whether to count all matching items in `page.total`.
                 * @example false
                 */
                total?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of authors. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuthorPage"];
                };
            };
            /** @description The response has not changed since the version in `If-None-Match` or `If-Modified-Since`. */
            304: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description An error, as problem details (RFC 9457). */
            default: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getAuthor: {
        parameters: {
            query?: {
                /** @description The locale. Default: the site's default locale. */
                locale?: components["schemas"]["Locale"];
                /**
                 * @description The `sequence` that a write returned. The response includes that change; if this server has not seen it
                 *     after one second, it returns 503 `behind`.
                 * @example 1
                 */
                min_sequence?: number;
            };
            header?: never;
            path: {
                /** @description The slug. */
                slug: components["schemas"]["Slug"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The author. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublicAuthor"];
                };
            };
            /** @description The response has not changed since the version in `If-None-Match` or `If-Modified-Since`. */
            304: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description An error, as problem details (RFC 9457). */
            default: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listChanges: {
        parameters: {
            query?: {
                /**
                 * @description Where to start: `start` returns everything that is live, each article as `published`, and then the changes
                 *     since; `now` returns only changes from now on. Default: `start`. Cannot be combined with `after`.
                 * @example start
                 */
                from?: "start" | "now";
                /**
                 * @description The number of items on a page, 1 to 100.
                 * @example 20
                 */
                limit?: number;
                /** @description Returns the page after this cursor, which is `page.next` of the previous response. */
                after?: string;
                /**
                 * @description The `sequence` that a write returned. The response includes that change; if this server has not seen it
                 *     after one second, it returns 503 `behind`.
                 * @example 1
                 */
                min_sequence?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of changes, or a stream of events. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangePage"];
                    "text/event-stream": string;
                };
            };
            /** @description The response has not changed since the version in `If-None-Match` or `If-Modified-Since`. */
            304: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description An error, as problem details (RFC 9457). */
            default: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getAtomFeed: {
        parameters: {
            query?: {
                /**
                 * @description Returns the feed of this section.
                 * @example engineering
                 */
                section?: components["schemas"]["Slug"];
                /**
                 * @description Returns the feed of this tag.
                 * @example operations
                 */
                tag?: components["schemas"]["Slug"];
                /**
                 * @description Returns the feed of this author.
                 * @example ines-marchetti
                 */
                author?: components["schemas"]["Slug"];
                /**
                 * @description The number of articles, 1 to 100.
                 * @example 20
                 */
                limit?: number;
                /** @description The locale. Default: the site's default locale. */
                locale?: components["schemas"]["Locale"];
                /**
                 * @description The `sequence` that a write returned. The response includes that change; if this server has not seen it
                 *     after one second, it returns 503 `behind`.
                 * @example 1
                 */
                min_sequence?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The feed. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/atom+xml": string;
                };
            };
            /** @description The response has not changed since the version in `If-None-Match` or `If-Modified-Since`. */
            304: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description An error, as problem details (RFC 9457). */
            default: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getJsonFeed: {
        parameters: {
            query?: {
                /**
                 * @description Returns the feed of this section.
                 * @example engineering
                 */
                section?: components["schemas"]["Slug"];
                /**
                 * @description Returns the feed of this tag.
                 * @example operations
                 */
                tag?: components["schemas"]["Slug"];
                /**
                 * @description Returns the feed of this author.
                 * @example ines-marchetti
                 */
                author?: components["schemas"]["Slug"];
                /**
                 * @description The number of articles, 1 to 100.
                 * @example 20
                 */
                limit?: number;
                /** @description The locale. Default: the site's default locale. */
                locale?: components["schemas"]["Locale"];
                /**
                 * @description The `sequence` that a write returned. The response includes that change; if this server has not seen it
                 *     after one second, it returns 503 `behind`.
                 * @example 1
                 */
                min_sequence?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The feed. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/feed+json": Record<string, never>;
                };
            };
            /** @description The response has not changed since the version in `If-None-Match` or `If-Modified-Since`. */
            304: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description An error, as problem details (RFC 9457). */
            default: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getRssFeed: {
        parameters: {
            query?: {
                /**
                 * @description Returns the feed of this section.
                 * @example engineering
                 */
                section?: components["schemas"]["Slug"];
                /**
                 * @description Returns the feed of this tag.
                 * @example operations
                 */
                tag?: components["schemas"]["Slug"];
                /**
                 * @description Returns the feed of this author.
                 * @example ines-marchetti
                 */
                author?: components["schemas"]["Slug"];
                /**
                 * @description The number of articles, 1 to 100.
                 * @example 20
                 */
                limit?: number;
                /** @description The locale. Default: the site's default locale. */
                locale?: components["schemas"]["Locale"];
                /**
                 * @description The `sequence` that a write returned. The response includes that change; if this server has not seen it
                 *     after one second, it returns 503 `behind`.
                 * @example 1
                 */
                min_sequence?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The feed. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/rss+xml": string;
                };
            };
            /** @description The response has not changed since the version in `If-None-Match` or `If-Modified-Since`. */
            304: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description An error, as problem details (RFC 9457). */
            default: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listKickers: {
        parameters: {
            query?: {
                /** @description The locale. Default: the site's default locale. */
                locale?: components["schemas"]["Locale"];
                /**
                 * @description The `sequence` that a write returned. The response includes that change; if this server has not seen it
                 *     after one second, it returns 503 `behind`.
                 * @example 1
                 */
                min_sequence?: number;
                /**
                 * @description The number of items on a page, 1 to 100.
                 * @example 20
                 */
                limit?: number;
                /** @description Returns the page after this cursor, which is `page.next` of the previous response. */
                after?: string;
                /** @description Returns the page before this cursor, which is `page.previous` of the previous response. */
                before?: string;
                /**
                 * @description Whether to count all matching items in `page.total`.
                 * @example false
                 */
                total?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of kickers. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TermPage"];
                };
            };
            /** @description The response has not changed since the version in `If-None-Match` or `If-Modified-Since`. */
            304: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description An error, as problem details (RFC 9457). */
            default: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    resolvePath: {
        parameters: {
            query: {
                /**
                 * @description The path of a URL of the site, without query and fragment. The path of the site's base URL may be included
                 *     or not, a trailing slash too, and the path may be percent-encoded or not.
                 * @example /engineering/feature-flag-hygiene
                 */
                path: string;
                /** @description The locale to search. Overrides the locale in the path and `Accept-Language`. */
                locale?: components["schemas"]["Locale"];
                /**
                 * @description The `sequence` that a write returned. The response includes that change; if this server has not seen it
                 *     after one second, it returns 503 `behind`.
                 * @example 1
                 */
                min_sequence?: number;
            };
            header?: {
                /**
                 * @description The languages that the reader prefers (RFC 9110, section 12.5.4).
                 * @example de-AT, de;q=0.9, en;q=0.5
                 */
                "Accept-Language"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The status of the path. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Resolution"];
                };
            };
            /** @description The response has not changed since the version in `If-None-Match` or `If-Modified-Since`. */
            304: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description An error, as problem details (RFC 9457). */
            default: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    searchArticles: {
        parameters: {
            query: {
                /**
                 * @description The search words. An article must contain all of them, in any inflection; the last word also matches as a
                 *     prefix. `"words in quotes"` match as a phrase, `-word` excludes a word, and `or` between two words matches
                 *     either. The language of the locale decides how words are inflected.
                 * @example feature flags
                 */
                q: string;
                /**
                 * @description Filters by section. Several slugs, separated by commas, match any of them. An unknown slug matches nothing.
                 * @example [
                 *       "engineering"
                 *     ]
                 */
                section?: components["schemas"]["Slug"][];
                /**
                 * @description Filters by kicker, by name or by slug. Several, separated by commas, match any of them.
                 * @example [
                 *       "Dispatch"
                 *     ]
                 */
                kicker?: string[];
                /**
                 * @description Filters by tag. Several, separated by commas, match any of them.
                 * @example [
                 *       "operations"
                 *     ]
                 */
                tag?: components["schemas"]["Slug"][];
                /**
                 * @description Filters by author. Several, separated by commas, match any of them.
                 * @example [
                 *       "ines-marchetti"
                 *     ]
                 */
                author?: components["schemas"]["Slug"][];
                /**
                 * @description Filters by date of first publication: at this time or later.
                 * @example 2026-01-01T00:00:00Z
                 */
                published_since?: string;
                /**
                 * @description Filters by date of first publication: before this time.
                 * @example 2027-01-01T00:00:00Z
                 */
                published_before?: string;
                /**
                 * @description Filters by date of first publication, in the site's time zone: a month, a day or a year, such as `2026-03`,
                 *     `2026-03-05` or `2026`.
                 * @example 2026-03
                 */
                published_on?: string;
                /**
                 * @description Filters by year of first publication, in the site's time zone. An alternative to `published_on`.
                 * @example 2026
                 */
                year?: number;
                /** @description The locale. Default: the site's default locale. */
                locale?: components["schemas"]["Locale"];
                /**
                 * @description The `sequence` that a write returned. The response includes that change; if this server has not seen it
                 *     after one second, it returns 503 `behind`.
                 * @example 1
                 */
                min_sequence?: number;
                /**
                 * @description Whether to return the number of matches by section, kicker, tag, author and year in `facets`.
                 * @example false
                 */
                facets?: boolean;
                /**
                 * @description The number of items on a page, 1 to 100.
                 * @example 20
                 */
                limit?: number;
                /** @description Returns the page after this cursor, which is `page.next` of the previous response. */
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of matches. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SearchPage"];
                };
            };
            /** @description The response has not changed since the version in `If-None-Match` or `If-Modified-Since`. */
            304: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description An error, as problem details (RFC 9457). */
            default: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listSections: {
        parameters: {
            query?: {
                /** @description The locale. Default: the site's default locale. */
                locale?: components["schemas"]["Locale"];
                /**
                 * @description The `sequence` that a write returned. The response includes that change; if this server has not seen it
                 *     after one second, it returns 503 `behind`.
                 * @example 1
                 */
                min_sequence?: number;
                /**
                 * @description The number of items on a page, 1 to 100.
                 * @example 20
                 */
                limit?: number;
                /** @description Returns the page after this cursor, which is `page.next` of the previous response. */
                after?: string;
                /** @description Returns the page before this cursor, which is `page.previous` of the previous response. */
                before?: string;
                /**
                 * @description Whether to count all matching items in `page.total`.
                 * @example false
                 */
                total?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of sections. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TermPage"];
                };
            };
            /** @description The response has not changed since the version in `If-None-Match` or `If-Modified-Since`. */
            304: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description An error, as problem details (RFC 9457). */
            default: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getSection: {
        parameters: {
            query?: {
                /** @description The locale. Default: the site's default locale. */
                locale?: components["schemas"]["Locale"];
                /**
                 * @description The `sequence` that a write returned. The response includes that change; if this server has not seen it
                 *     after one second, it returns 503 `behind`.
                 * @example 1
                 */
                min_sequence?: number;
            };
            header?: never;
            path: {
                /** @description The slug. */
                slug: components["schemas"]["Slug"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The section. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublicTerm"];
                };
            };
            /** @description The response has not changed since the version in `If-None-Match` or `If-Modified-Since`. */
            304: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description An error, as problem details (RFC 9457). */
            default: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listSeries: {
        parameters: {
            query?: {
                /** @description The locale. Default: the site's default locale. */
                locale?: components["schemas"]["Locale"];
                /**
                 * @description The `sequence` that a write returned. The response includes that change; if this server has not seen it
                 *     after one second, it returns 503 `behind`.
                 * @example 1
                 */
                min_sequence?: number;
                /**
                 * @description The number of items on a page, 1 to 100.
                 * @example 20
                 */
                limit?: number;
                /** @description Returns the page after this cursor, which is `page.next` of the previous response. */
                after?: string;
                /** @description Returns the page before this cursor, which is `page.previous` of the previous response. */
                before?: string;
                /**
                 * @description Whether to count all matching items in `page.total`.
                 * @example false
                 */
                total?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of series. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TermPage"];
                };
            };
            /** @description The response has not changed since the version in `If-None-Match` or `If-Modified-Since`. */
            304: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description An error, as problem details (RFC 9457). */
            default: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getSeries: {
        parameters: {
            query?: {
                /** @description The locale. Default: the site's default locale. */
                locale?: components["schemas"]["Locale"];
                /**
                 * @description The `sequence` that a write returned. The response includes that change; if this server has not seen it
                 *     after one second, it returns 503 `behind`.
                 * @example 1
                 */
                min_sequence?: number;
            };
            header?: never;
            path: {
                /** @description The slug. */
                slug: components["schemas"]["Slug"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The series. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublicTerm"];
                };
            };
            /** @description The response has not changed since the version in `If-None-Match` or `If-Modified-Since`. */
            304: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description An error, as problem details (RFC 9457). */
            default: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getSite: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The publication. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Site"];
                };
            };
            /** @description The response has not changed since the version in `If-None-Match` or `If-Modified-Since`. */
            304: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description An error, as problem details (RFC 9457). */
            default: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getSitemap: {
        parameters: {
            query?: {
                /**
                 * @description The `sequence` that a write returned. The response includes that change; if this server has not seen it
                 *     after one second, it returns 503 `behind`.
                 * @example 1
                 */
                min_sequence?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The sitemap, or an index of its parts. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/xml": string;
                };
            };
            /** @description The response has not changed since the version in `If-None-Match` or `If-Modified-Since`. */
            304: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description An error, as problem details (RFC 9457). */
            default: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getSitemapPart: {
        parameters: {
            query?: {
                /**
                 * @description The `sequence` that a write returned. The response includes that change; if this server has not seen it
                 *     after one second, it returns 503 `behind`.
                 * @example 1
                 */
                min_sequence?: number;
            };
            header?: never;
            path: {
                /**
                 * @description The ID of the part.
                 * @example 0199a3c2-5d1e-7c3a-9b1f-4f0d2c8e7a61
                 */
                part: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The part. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/xml": string;
                };
            };
            /** @description The response has not changed since the version in `If-None-Match` or `If-Modified-Since`. */
            304: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description An error, as problem details (RFC 9457). */
            default: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listTags: {
        parameters: {
            query?: {
                /** @description The locale. Default: the site's default locale. */
                locale?: components["schemas"]["Locale"];
                /**
                 * @description The `sequence` that a write returned. The response includes that change; if this server has not seen it
                 *     after one second, it returns 503 `behind`.
                 * @example 1
                 */
                min_sequence?: number;
                /**
                 * @description The number of items on a page, 1 to 100.
                 * @example 20
                 */
                limit?: number;
                /** @description Returns the page after this cursor, which is `page.next` of the previous response. */
                after?: string;
                /** @description Returns the page before this cursor, which is `page.previous` of the previous response. */
                before?: string;
                /**
                 * @description Whether to count all matching items in `page.total`.
                 * @example false
                 */
                total?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of tags. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TermPage"];
                };
            };
            /** @description The response has not changed since the version in `If-None-Match` or `If-Modified-Since`. */
            304: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description An error, as problem details (RFC 9457). */
            default: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getTag: {
        parameters: {
            query?: {
                /** @description The locale. Default: the site's default locale. */
                locale?: components["schemas"]["Locale"];
                /**
                 * @description The `sequence` that a write returned. The response includes that change; if this server has not seen it
                 *     after one second, it returns 503 `behind`.
                 * @example 1
                 */
                min_sequence?: number;
            };
            header?: never;
            path: {
                /** @description The slug. */
                slug: components["schemas"]["Slug"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The tag. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublicTerm"];
                };
            };
            /** @description The response has not changed since the version in `If-None-Match` or `If-Modified-Since`. */
            304: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description An error, as problem details (RFC 9457). */
            default: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listTeasers: {
        parameters: {
            query?: {
                /**
                 * @description Filters by section. Several slugs, separated by commas, match any of them. An unknown slug matches nothing.
                 * @example [
                 *       "engineering"
                 *     ]
                 */
                section?: components["schemas"]["Slug"][];
                /**
                 * @description Filters by kicker, by name or by slug. Several, separated by commas, match any of them.
                 * @example [
                 *       "Dispatch"
                 *     ]
                 */
                kicker?: string[];
                /**
                 * @description Filters by tag. Several, separated by commas, match any of them.
                 * @example [
                 *       "operations"
                 *     ]
                 */
                tag?: components["schemas"]["Slug"][];
                /**
                 * @description Filters by author. Several, separated by commas, match any of them.
                 * @example [
                 *       "ines-marchetti"
                 *     ]
                 */
                author?: components["schemas"]["Slug"][];
                /**
                 * @description Filters by tags, separated by commas. An article must have all of them.
                 * @example [
                 *       "operations",
                 *       "rust"
                 *     ]
                 */
                tags_all?: components["schemas"]["Slug"][];
                /**
                 * @description Filters by series. Several, separated by commas, match any of them.
                 * @example [
                 *       "twelve-practices"
                 *     ]
                 */
                series?: components["schemas"]["Slug"][];
                /**
                 * @description Filters by article ID. At most 50, separated by commas.
                 * @example [
                 *       "0199a3c2-5d1e-7c3a-9b1f-4f0d2c8e7a61"
                 *     ]
                 */
                ids?: components["schemas"]["ArticleId"][];
                /**
                 * @description The order: by `first_published_at` or `updated_at`. A leading `-` puts the newest first.
                 * @example -first_published_at
                 */
                sort?: "-first_published_at" | "first_published_at" | "-updated_at" | "updated_at";
                /**
                 * @description Filters by date of first publication: at this time or later.
                 * @example 2026-01-01T00:00:00Z
                 */
                published_since?: string;
                /**
                 * @description Filters by date of first publication: before this time.
                 * @example 2027-01-01T00:00:00Z
                 */
                published_before?: string;
                /**
                 * @description Filters by date of first publication, in the site's time zone: a month, a day or a year, such as `2026-03`,
                 *     `2026-03-05` or `2026`.
                 * @example 2026-03
                 */
                published_on?: string;
                /**
                 * @description Filters by year of first publication, in the site's time zone. An alternative to `published_on`.
                 * @example 2026
                 */
                year?: number;
                /** @description The locale. Default: the site's default locale. */
                locale?: components["schemas"]["Locale"];
                /**
                 * @description The `sequence` that a write returned. The response includes that change; if this server has not seen it
                 *     after one second, it returns 503 `behind`.
                 * @example 1
                 */
                min_sequence?: number;
                /**
                 * @description The number of items on a page, 1 to 100.
                 * @example 20
                 */
                limit?: number;
                /** @description Returns the page after this cursor, which is `page.next` of the previous response. */
                after?: string;
                /** @description Returns the page before this cursor, which is `page.previous` of the previous response. */
                before?: string;
                /**
                 * @description Whether to count all matching items in `page.total`.
                 * @example false
                 */
                total?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of teasers. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TeaserPage"];
                };
            };
            /** @description The response has not changed since the version in `If-None-Match` or `If-Modified-Since`. */
            304: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description An error, as problem details (RFC 9457). */
            default: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getTeaser: {
        parameters: {
            query?: {
                /** @description The locale. Default: the site's default locale. */
                locale?: components["schemas"]["Locale"];
                /**
                 * @description The `sequence` that a write returned. The response includes that change; if this server has not seen it
                 *     after one second, it returns 503 `behind`.
                 * @example 1
                 */
                min_sequence?: number;
            };
            header?: never;
            path: {
                /**
                 * @description The slug, or `id:` followed by the ID.
                 * @example feature-flag-hygiene
                 */
                slug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The teaser. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Teaser"];
                };
            };
            /** @description The response has not changed since the version in `If-None-Match` or `If-Modified-Since`. */
            304: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The article has another slug now; `Location` is its address. */
            308: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Location: components["headers"]["Location"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description An error, as problem details (RFC 9457). */
            default: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
}

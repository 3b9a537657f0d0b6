// What readers may read: lists, single things, and what a path is.

import type { operations } from "./generated/delivery.v1.js";
import { Reader } from "./reader.js";
import type {
  Article,
  AskedForms,
  Author,
  DeliveryPaths,
  Page,
  Resolution,
  SearchPage,
  Site,
  Teaser,
  Term,
} from "./schemas.js";
import type { CallOptions, Fresh, NotModified, TransportOptions } from "./transport.js";
import type { Arguments, Input, Lenient, Output, QueryOf } from "./typing.js";

/** What a client of the delivery API is made with. */
export interface ClientOptions extends TransportOptions {
  /** The locale of every call that does not name one; the site's default when absent. */
  locale?: string | undefined;
  /** Opens a preview: everything is then read as it would be with the preview's drafts published. */
  previewToken?: string | undefined;
  /** Keeps answers by their address. What is kept is asked for again, but sent again only when it changed. */
  store?: Store | undefined;
}

/** Keeps answers; a `Map` is one. */
export interface Store {
  get(url: string): Stored | undefined | Promise<Stored | undefined>;
  set(url: string, answer: Stored): unknown;
}

/** An answer that is kept. */
export interface Stored {
  /** The tag of the state that it shows. */
  etag: string;
  /** The JSON of the answer. */
  body: string;
}

/** Filters that mean any or all of several values. */
type Several = "section" | "kicker" | "tag" | "tags_all" | "author" | "series" | "ids";

/** Filters that are moments. */
type Moment = "published_since" | "published_before";

/** A query in which several values may be a list instead of separated by commas, and moments may be dates. */
type Convenient<Query> = {
  [Name in keyof Query]:
    | Query[Name]
    | (Name extends Several ? readonly string[] : Name extends Moment ? Date : never)
    | undefined;
};

/** A query that names the forms of bodies in a way that types can tell. */
type WithBody<Query, Asked extends AskedForms> = Omit<Query, "body"> & {
  /** The forms of the body: one, several, or `none`. */
  body?: Asked | undefined;
};

/** Filters, order and place in a list of teasers. */
export type TeaserQuery = Convenient<QueryOf<operations["listTeasers"]>>;

/** Filters, order and place in a list of articles, and the forms of their bodies: none when absent. */
export type ArticleListQuery<Asked extends AskedForms> = WithBody<
  Convenient<QueryOf<operations["listArticles"]>>,
  Asked
>;

/** The locale of an article, and the forms of its body: `html` when absent. */
export type ArticleQuery<Asked extends AskedForms> = WithBody<Lenient<QueryOf<operations["getArticle"]>>, Asked>;

/** The locale and the place in a list of terms. */
export type TermListQuery = Lenient<QueryOf<operations["listSections"]>>;

/** What is sought (`q`), where, and which page of what is found. */
export type SearchQuery = Convenient<QueryOf<operations["searchArticles"]>> & { q: string };

/** In which locale a single thing is looked for. */
export type LocaleQuery = Lenient<QueryOf<operations["getTeaser"]>>;

/** What names an article: its slug, or its identity. */
export type ArticleName = string | { id: string };

/** A list. */
export interface List<Item, ListQuery> {
  /** One page. */
  list(query?: ListQuery, options?: CallOptions): Promise<Page<Item>>;
  /** Every page from here on, each asked for when it is needed. */
  pages(query?: ListQuery, options?: CallOptions): AsyncGenerator<Page<Item>, void, undefined>;
  /** Everything on every page from here on. */
  all(query?: ListQuery, options?: CallOptions): AsyncGenerator<Item, void, undefined>;
}

/** A list of which each thing can be read by its slug. */
export interface Terms<Item> extends List<Item, TermListQuery> {
  /** The one with this slug. */
  get(slug: string, query?: LocaleQuery, options?: CallOptions): Promise<Item>;
}

/** Articles in short. */
export interface Teasers extends List<Teaser, TeaserQuery> {
  /** The teaser of one article. An old slug gives what has moved from there. */
  get(name: ArticleName, query?: LocaleQuery, options?: CallOptions): Promise<Teaser>;
}

/** Articles whole. */
export interface Articles {
  /** One page. */
  list<const Asked extends AskedForms = "none">(
    query?: ArticleListQuery<Asked>,
    options?: CallOptions,
  ): Promise<Page<Article<Asked>>>;
  /** Every page from here on, each asked for when it is needed. */
  pages<const Asked extends AskedForms = "none">(
    query?: ArticleListQuery<Asked>,
    options?: CallOptions,
  ): AsyncGenerator<Page<Article<Asked>>, void, undefined>;
  /** Everything on every page from here on. */
  all<const Asked extends AskedForms = "none">(
    query?: ArticleListQuery<Asked>,
    options?: CallOptions,
  ): AsyncGenerator<Article<Asked>, void, undefined>;
  /** One article. An old slug gives what has moved from there. */
  get<const Asked extends AskedForms = "html">(
    name: ArticleName,
    query?: ArticleQuery<Asked>,
    options?: CallOptions,
  ): Promise<Article<Asked>>;
}

/** How a path is looked up. */
export interface ResolveOptions extends CallOptions {
  /** The locale to look in, whatever the path names. */
  locale?: string | undefined;
  /** The languages that the reader prefers, as `Accept-Language` has them; the client's locale when absent. */
  acceptLanguage?: string | undefined;
}

type ReadablePath = { [Path in keyof DeliveryPaths]: Path extends `/v1/${string}` ? Path : never }[keyof DeliveryPaths];
type Reading<Path extends ReadablePath> = DeliveryPaths[Path]["get"];

/** Reads a publication. */
export interface Client {
  /** Articles in short, for lists. */
  readonly teasers: Teasers;
  /** Articles whole, for their own pages. */
  readonly articles: Articles;
  /** The sections under which something is live. */
  readonly sections: Terms<Term>;
  /** The tags under which something is live. */
  readonly tags: Terms<Term>;
  /** The series of which something is live. */
  readonly series: Terms<Term>;
  /** The authors of whom something is live. */
  readonly authors: Terms<Author>;
  /** The kickers under which something is live. */
  readonly kickers: List<Term, TermListQuery>;
  /** The articles that have the words of `q`, the best first. */
  search(query: SearchQuery, options?: CallOptions): Promise<SearchPage>;
  /** The publication: its name, its address, its locales. */
  site(options?: CallOptions): Promise<Site>;
  /** What a path of the site is now: live, moved, gone or unknown. */
  resolve(path: string, options?: ResolveOptions): Promise<Resolution>;
  /** What is at any path, with the headers of the answer. With the `etag` that is known, nothing unless it changed. */
  read<Path extends ReadablePath>(
    path: Path,
    input: Input<Reading<Path>> & { etag: string },
  ): Promise<Fresh<Output<Reading<Path>>> | NotModified>;
  read<Path extends ReadablePath>(
    path: Path,
    ...input: Arguments<Input<Reading<Path>>>
  ): Promise<Fresh<Output<Reading<Path>>>>;
}

/** A client of the delivery API. */
export function createClient(options: ClientOptions): Client {
  const reader = new Reader(options);
  return {
    teasers: { ...reader.list("/v1/teasers"), get: reader.single("/v1/teasers/{slug}") },
    articles: { ...reader.list("/v1/articles"), get: reader.single("/v1/articles/{slug}") } as Articles,
    sections: { ...reader.list("/v1/sections"), get: reader.single("/v1/sections/{slug}") },
    tags: { ...reader.list("/v1/tags"), get: reader.single("/v1/tags/{slug}") },
    series: { ...reader.list("/v1/series"), get: reader.single("/v1/series/{slug}") },
    authors: { ...reader.list("/v1/authors"), get: reader.single("/v1/authors/{slug}") },
    kickers: reader.list("/v1/kickers"),
    search: (query, call) => reader.search(query, call),
    site: (call) => reader.data("/v1/site", {}, call),
    resolve: (path, call) => reader.resolve(path, call),
    read: reader.read.bind(reader) as Client["read"],
  };
}

// The client of the delivery API: lists, single resources, search, and resolving paths.

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

/** Options of a client of the delivery API. */
export interface ClientOptions extends TransportOptions {
  /** Locale of all calls that do not name one; by default the default locale of the site. */
  locale?: string | undefined;
  /** Token of a preview: everything is read as if its drafts were published. */
  previewToken?: string | undefined;
  /** Stores responses by URL, for revalidation: unchanged responses are not sent again. */
  store?: Store | undefined;
}

/** A store for responses; a `Map` is one. */
export interface Store {
  get(url: string): Stored | undefined | Promise<Stored | undefined>;
  set(url: string, answer: Stored): unknown;
}

/** A stored response. */
export interface Stored {
  /** The `ETag` of the response. */
  etag: string;
  /** The JSON body of the response. */
  body: string;
}

/** Filters that are times. */
type Moment = "published_since" | "published_before";

/** A query in which times may be dates. */
type Convenient<Query> = {
  [Name in keyof Query]: Lenient<Query>[Name] | (Name extends Moment ? Date : never);
};

/** A query whose body formats determine the type of the result. */
type WithBody<Query, Asked extends AskedForms> = Omit<Query, "body"> & {
  /** The body formats: one, several, or `none`. */
  body?: Asked | undefined;
};

/** Filters, order and position in a list of teasers. */
export type TeaserQuery = Convenient<QueryOf<operations["listTeasers"]>>;

/** Filters, order and position in a list of articles, and the body formats; none by default. */
export type ArticleListQuery<Asked extends AskedForms> = WithBody<
  Convenient<QueryOf<operations["listArticles"]>>,
  Asked
>;

/** The locale of an article and its body formats; `html` by default. */
export type ArticleQuery<Asked extends AskedForms> = WithBody<Lenient<QueryOf<operations["getArticle"]>>, Asked>;

/** The locale and the position in a list of terms. */
export type TermListQuery = Lenient<QueryOf<operations["listSections"]>>;

/** The search query (`q`), filters, and the page of the results. */
export type SearchQuery = Convenient<QueryOf<operations["searchArticles"]>> & { q: string };

/** The locale of a single resource. */
export type LocaleQuery = Lenient<QueryOf<operations["getTeaser"]>>;

/** Identifies an article: its slug or its ID. */
export type ArticleName = string | { id: string };

/** A list. */
export interface List<Item, ListQuery> {
  /** Returns one page. */
  list(query?: ListQuery, options?: CallOptions): Promise<Page<Item>>;
  /** Iterates over the pages from here on, requesting each as needed. */
  pages(query?: ListQuery, options?: CallOptions): AsyncGenerator<Page<Item>, void, undefined>;
  /** Iterates over the entries of all pages from here on. */
  all(query?: ListQuery, options?: CallOptions): AsyncGenerator<Item, void, undefined>;
}

/** A list whose entries can be read by slug. */
export interface Terms<Item> extends List<Item, TermListQuery> {
  /** Returns the entry with this slug. */
  get(slug: string, query?: LocaleQuery, options?: CallOptions): Promise<Item>;
}

/** Teasers. */
export interface Teasers extends List<Teaser, TeaserQuery> {
  /** Returns the teaser of one article. An old slug returns the article that moved from it. */
  get(name: ArticleName, query?: LocaleQuery, options?: CallOptions): Promise<Teaser>;
}

/** Articles. */
export interface Articles {
  /** Returns one page. */
  list<const Asked extends AskedForms = "none">(
    query?: ArticleListQuery<Asked>,
    options?: CallOptions,
  ): Promise<Page<Article<Asked>>>;
  /** Iterates over the pages from here on, requesting each as needed. */
  pages<const Asked extends AskedForms = "none">(
    query?: ArticleListQuery<Asked>,
    options?: CallOptions,
  ): AsyncGenerator<Page<Article<Asked>>, void, undefined>;
  /** Iterates over the entries of all pages from here on. */
  all<const Asked extends AskedForms = "none">(
    query?: ArticleListQuery<Asked>,
    options?: CallOptions,
  ): AsyncGenerator<Article<Asked>, void, undefined>;
  /** Returns one article. An old slug returns the article that moved from it. */
  get<const Asked extends AskedForms = "html">(
    name: ArticleName,
    query?: ArticleQuery<Asked>,
    options?: CallOptions,
  ): Promise<Article<Asked>>;
}

/** Options for resolving a path. */
export interface ResolveOptions extends CallOptions {
  /** The locale to look in, whatever the path contains. */
  locale?: string | undefined;
  /** The reader's preferred languages in the form of `Accept-Language`; by default the locale of the client. */
  acceptLanguage?: string | undefined;
}

type ReadablePath = { [Path in keyof DeliveryPaths]: Path extends `/v1/${string}` ? Path : never }[keyof DeliveryPaths];
type Reading<Path extends ReadablePath> = DeliveryPaths[Path]["get"];

/** A client of the delivery API. */
export interface Client {
  /** Teasers, for lists. */
  readonly teasers: Teasers;
  /** Articles, for article pages. */
  readonly articles: Articles;
  /** Sections with live articles. */
  readonly sections: Terms<Term>;
  /** Tags with live articles. */
  readonly tags: Terms<Term>;
  /** Series with live articles. */
  readonly series: Terms<Term>;
  /** Authors with live articles. */
  readonly authors: Terms<Author>;
  /** Kickers with live articles. */
  readonly kickers: List<Term, TermListQuery>;
  /** Searches articles by the words of `q`, best matches first. */
  search(query: SearchQuery, options?: CallOptions): Promise<SearchPage>;
  /** Returns the site: its name, its address, its locales. */
  site(options?: CallOptions): Promise<Site>;
  /** Resolves a path of the site: live, moved, gone or unknown. */
  resolve(path: string, options?: ResolveOptions): Promise<Resolution>;
  /** Reads any path, with the headers of the response. With a known `etag`, the body is only returned if it changed. */
  read<Path extends ReadablePath>(
    path: Path,
    input: Input<Reading<Path>> & { etag: string },
  ): Promise<Fresh<Output<Reading<Path>>> | NotModified>;
  read<Path extends ReadablePath>(
    path: Path,
    ...input: Arguments<Input<Reading<Path>>>
  ): Promise<Fresh<Output<Reading<Path>>>>;
}

/** Creates a client of the delivery API. */
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

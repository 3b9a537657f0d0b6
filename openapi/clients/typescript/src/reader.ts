// How the delivery API is read: locales, previews, what is kept. What there is to read says `client`.

import { filled } from "./address.js";
import type { Query } from "./address.js";
import type { ArticleName, ClientOptions, List, ResolveOptions, Stored } from "./client.js";
import type { Page, Resolution } from "./schemas.js";
import { parsed, Transport } from "./transport.js";
import type { CallOptions, Fresh, NotModified } from "./transport.js";

interface ReadInput extends CallOptions {
  params?: Record<string, string>;
  query?: Query;
  etag?: string;
}

/** Reads with the options of one client. */
export class Reader {
  readonly #options: ClientOptions;
  readonly #transport: Transport;

  constructor(options: ClientOptions) {
    this.#options = options;
    this.#transport = new Transport(options);
  }

  /** The list at a path. */
  list<Item, ListQuery extends object>(path: string): List<Item, ListQuery> {
    const list = (query?: ListQuery, call?: CallOptions): Promise<Page<Item>> =>
      this.data(path, this.#located(query), call);
    async function* pages(query?: ListQuery, call?: CallOptions): AsyncGenerator<Page<Item>, void, undefined> {
      let next: string | null;
      do {
        const page = await list(query, call);
        yield page;
        next = page.page.next;
        query = { ...query, before: undefined, after: next } as unknown as ListQuery;
      } while (next !== null);
    }
    async function* all(query?: ListQuery, call?: CallOptions): AsyncGenerator<Item, void, undefined> {
      for await (const { data } of pages(query, call)) {
        yield* data;
      }
    }
    return { list, pages, all };
  }

  /** What has a name, at a path with `{slug}` in it. */
  single<Item>(path: string) {
    return (name: ArticleName, query?: object, call?: CallOptions): Promise<Item> => {
      const slug = typeof name === "string" ? name : `id:${name.id}`;
      return this.data(filled(path, { slug }), this.#located(query), call);
    };
  }

  /** What a path of the site is. */
  resolve(path: string, options: ResolveOptions = {}): Promise<Resolution> {
    const { locale, acceptLanguage = this.#options.locale, ...call } = options;
    const headers = acceptLanguage === undefined ? {} : { "accept-language": acceptLanguage };
    return this.data("/v1/resolve", { path, locale }, call, headers);
  }

  /** What is at a path now: sent, or kept and still so. */
  async data<Data>(path: string, query: Query, call?: CallOptions, headers: Record<string, string> = {}): Promise<Data> {
    const { previewToken, store = null } = this.#options;
    const keeper = previewToken === undefined ? store : null;
    const url = this.#transport.url(path, query);
    const kept = await keeper?.get(url);
    const answer = await this.#get(path, query, kept?.etag, call, headers);
    if (answer.notModified) {
      return parsed((kept as Stored).body);
    }
    if (answer.etag !== null) {
      await keeper?.set(url, { etag: answer.etag, body: answer.data });
    }
    return parsed(answer.data);
  }

  /** What is at a path, with the headers of the answer. */
  async read(path: string, input: ReadInput = {}): Promise<Fresh<unknown> | NotModified> {
    const { params, query, etag, ...call } = input;
    const answer = await this.#get(filled(path, params), query, etag, call);
    return answer.notModified ? answer : { ...answer, data: parsed(answer.data) };
  }

  #get(path: string, query: Query | undefined, etag?: string, call?: CallOptions, headers?: Record<string, string>) {
    const { previewToken } = this.#options;
    return this.#transport.send({
      ...call,
      method: "GET",
      path: previewToken === undefined ? path : `/preview${path}`,
      query,
      headers: {
        ...headers,
        ...(etag === undefined ? {} : { "if-none-match": etag }),
        ...(previewToken === undefined ? {} : { authorization: `Bearer ${previewToken}` }),
      },
      isRepeatable: true,
    });
  }

  /** A query with the client's locale, where it names none. */
  #located(query: object = {}): Query {
    return { locale: this.#options.locale, ...query };
  }
}

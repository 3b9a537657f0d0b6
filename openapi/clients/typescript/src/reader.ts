// Reads the delivery API with the options of a client: locale, preview, store. `client` defines what can be read.

import { filled } from "./address.js";
import type { Query } from "./address.js";
import type { ArticleName, ClientOptions, List, ResolveOptions, Store } from "./client.js";
import { eachItem, eachPage } from "./paging.js";
import type { Page, Resolution, SearchPage } from "./schemas.js";
import { parsed, Transport } from "./transport.js";
import type { CallOptions, Fresh, NotModified, Outgoing } from "./transport.js";

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
    const list = (query?: object, call?: CallOptions): Promise<Page<Item>> =>
      this.data(path, this.#located(query), call);
    const pages = (query?: ListQuery, call?: CallOptions) =>
      eachPage((after) => list(after === undefined ? query : { ...query, before: undefined, after }, call));
    const all = (query?: ListQuery, call?: CallOptions) => eachItem(pages(query, call));
    return { list, pages, all };
  }

  /** Resources by slug, at a path with `{slug}`. */
  single<Item>(path: string) {
    return (name: ArticleName, query?: object, call?: CallOptions): Promise<Item> => {
      const slug = typeof name === "string" ? name : `id:${name.id}`;
      return this.data(filled(path, { slug }), this.#located(query), call);
    };
  }

  /** Searches. */
  search(query: object, call?: CallOptions): Promise<SearchPage> {
    return this.data("/v1/search", this.#located(query), call);
  }

  /** Resolves a path of the site. */
  resolve(path: string, options: ResolveOptions = {}): Promise<Resolution> {
    const { locale, acceptLanguage = this.#options.locale, ...call } = options;
    const headers = acceptLanguage === undefined ? {} : { "accept-language": acceptLanguage };
    return this.data("/v1/resolve", { path, locale }, call, headers);
  }

  /** Reads a path, from the server or, if unchanged, from the store. */
  async data<Data>(path: string, query: Query, call?: CallOptions, headers?: Record<string, string>): Promise<Data> {
    const request = this.#request(path, query, call, headers);
    const { store, previewToken } = this.#options;
    if (store === undefined || previewToken !== undefined) {
      return parsed((await this.#transport.send(request)).data);
    }
    return this.#revalidated(request, store);
  }

  /** Revalidates a stored response; otherwise reads it and stores it. */
  async #revalidated<Data>(request: Outgoing, store: Store): Promise<Data> {
    const url = this.#transport.url(request.path, request.query);
    const keep = async ({ data, etag }: Fresh<string>): Promise<string> => {
      if (etag !== null) {
        await store.set(url, { etag, body: data });
      }
      return data;
    };
    const kept = await store.get(url);
    if (kept === undefined) {
      return parsed(await keep(await this.#transport.send(request)));
    }
    const answer = await this.#transport.revalidate(request, kept.etag);
    return parsed(answer.notModified ? kept.body : await keep(answer));
  }

  /** Reads a path, with the headers of the response. */
  async read(path: string, input: ReadInput = {}): Promise<Fresh<unknown> | NotModified> {
    const { params, query, etag, ...call } = input;
    const request = this.#request(filled(path, params), query, call);
    const transport = this.#transport;
    const answer = await (etag === undefined ? transport.send(request) : transport.revalidate(request, etag));
    return answer.notModified ? answer : { ...answer, data: parsed(answer.data) };
  }

  #request(path: string, query?: Query, call?: CallOptions, headers?: Record<string, string>): Outgoing {
    const { previewToken } = this.#options;
    const opened = previewToken === undefined ? {} : { authorization: `Bearer ${previewToken}` };
    return {
      ...call,
      method: "GET",
      path: previewToken === undefined ? path : `/preview${path}`,
      query,
      headers: { ...headers, ...opened },
      isRepeatable: true,
    };
  }

  /** Adds the client's locale to a query without one. */
  #located(query: object = {}): Query {
    return { locale: this.#options.locale, ...query };
  }
}

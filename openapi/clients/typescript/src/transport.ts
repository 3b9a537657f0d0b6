// Sends requests: URLs, headers, timeouts, retries, errors.

import { queryString } from "./address.js";
import type { Query } from "./address.js";
import { mediaType, NetworkFailure, refusal, retryAfterSeconds, UnexpectedAnswer } from "./failures.js";

/** Sends a request: the platform's `fetch` or a replacement. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/** Retries when the server is busy and says how long to wait. */
export interface Retry {
  /** Maximum number of retries. */
  times: number;
  /** Maximum accepted wait in seconds, by default 10. A longer one throws the problem immediately. */
  longestWaitSeconds?: number | undefined;
}

/** Options of a single call. */
export interface CallOptions {
  /** Aborts the call, which then fails with the reason of the signal. */
  signal?: AbortSignal | undefined;
  /** Timeout of the call including all waiting; overrides that of the client. */
  timeoutSeconds?: number | undefined;
}

/** Options of all calls of a client. */
export interface TransportOptions {
  /** URL of Masthead, such as `https://cms.example.org`. */
  baseUrl: string | URL;
  /** Sends the requests instead of the platform's `fetch`. */
  fetch?: Fetch | undefined;
  /** Timeout of a call including all waiting; by default the platform's. */
  timeoutSeconds?: number | undefined;
  /** Retries after 429 and 503 with `Retry-After`. By default these throw a problem immediately. */
  retry?: Retry | undefined;
}

/** A response with a body. */
export interface Fresh<Data> {
  notModified: false;
  /** The parsed body. */
  data: Data;
  /** The `ETag`, if the response has one. */
  etag: string | null;
  /** The status: 200, 201 or 204. */
  status: number;
  /** All headers of the response. */
  headers: Headers;
}

/** The response 304: the known state is current. */
export interface NotModified {
  notModified: true;
  /** The `ETag` of the known state. */
  etag: string;
  /** All headers of the response. */
  headers: Headers;
}

/** A request to send. */
export interface Outgoing extends CallOptions {
  method: string;
  path: string;
  query?: Query | undefined;
  headers?: Record<string, string> | undefined;
  body?: string | undefined;
  /** Whether the request may be retried. */
  isRepeatable: boolean;
}

/** Sends requests to one server. */
export class Transport {
  readonly #base: string;
  readonly #options: TransportOptions;

  constructor(options: TransportOptions) {
    this.#base = new URL(options.baseUrl).href.replace(/\/+$/, "");
    this.#options = options;
  }

  /** The URL of a path with a query. */
  url(path: string, query?: Query): string {
    return this.#base + path + queryString(query);
  }

  /** Sends a request and returns the response with its body as text. */
  async send(outgoing: Outgoing): Promise<Fresh<string>> {
    return fresh(await this.#exchange(outgoing));
  }

  /** The same, unless the state with this `etag` is current. */
  async revalidate(outgoing: Outgoing, etag: string): Promise<Fresh<string> | NotModified> {
    const headers = { ...outgoing.headers, "if-none-match": etag };
    const exchanged = await this.#exchange({ ...outgoing, headers });
    const { status, headers: answered } = exchanged.response;
    return status === 304 ? { notModified: true, etag, headers: answered } : fresh(exchanged);
  }

  async #exchange(outgoing: Outgoing): Promise<Exchanged> {
    const url = this.url(outgoing.path, outgoing.query);
    try {
      const response = await this.#insist(url, outgoing);
      return { url, response, body: await response.text() };
    } catch (cause) {
      outgoing.signal?.throwIfAborted();
      throw new NetworkFailure(url, cause);
    }
  }

  /** Sends a request, with retries if they are enabled and the server is busy. */
  async #insist(url: string, outgoing: Outgoing): Promise<Response> {
    const { fetch = globalThis.fetch, retry, timeoutSeconds } = this.#options;
    const { method, headers = {}, body = null } = outgoing;
    const signal = anyOf(outgoing.signal, outgoing.timeoutSeconds ?? timeoutSeconds);
    const longestWait = retry?.longestWaitSeconds ?? 10;
    for (let left = outgoing.isRepeatable ? (retry?.times ?? 0) : 0; ; left -= 1) {
      const response = await fetch(url, { method, headers, body, signal });
      const wait = left > 0 && isBusy(response) ? retryAfterSeconds(response) : null;
      if (wait === null || wait > longestWait) {
        return response;
      }
      await response.body?.cancel();
      await pause(wait, signal);
    }
  }
}

/** A response as received. */
interface Exchanged {
  url: string;
  response: Response;
  body: string;
}

function fresh({ url, response, body }: Exchanged): Fresh<string> {
  const { status, headers } = response;
  if (!response.ok) {
    throw refusal(response, body, url);
  }
  if (status !== 204 && mediaType(response) !== "application/json") {
    throw new UnexpectedAnswer(url, status, body);
  }
  return { notModified: false, data: body, etag: headers.get("etag"), status, headers };
}

/** Parses the body of a response. */
export function parsed<Data>(body: string): Data {
  return (body === "" ? undefined : JSON.parse(body)) as Data;
}

function isBusy(response: Response): boolean {
  return response.status === 429 || response.status === 503;
}

/** Aborts on the caller's signal or on timeout. */
function anyOf(signal: AbortSignal | undefined, seconds: number | undefined): AbortSignal | null {
  const limit = seconds === undefined ? undefined : AbortSignal.timeout(seconds * 1000);
  return signal && limit ? AbortSignal.any([signal, limit]) : (signal ?? limit ?? null);
}

async function pause(seconds: number, signal: AbortSignal | null): Promise<void> {
  signal?.throwIfAborted();
  await new Promise<void>((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer);
      reject(signal?.reason);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener("abort", stop);
      resolve();
    }, seconds * 1000);
    signal?.addEventListener("abort", stop, { once: true });
  });
}

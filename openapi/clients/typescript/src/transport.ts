// One request and its answer: addresses, headers, waiting, refusals. What is asked for is the clients' business.

import { queryString } from "./address.js";
import type { Query } from "./address.js";
import { mediaType, NetworkFailure, refusal, retryAfterSeconds, UnexpectedAnswer } from "./failures.js";

/** What sends requests: the platform's `fetch`, or whatever stands in for it. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/** How often is asked again when the server is busy and says for how long. */
export interface Retry {
  /** How many times after the first. */
  times: number;
  /** The longest wait that is accepted, in seconds: 10 when absent. A longer one is a problem at once. */
  longestWaitSeconds?: number | undefined;
}

/** What is true of a single call. */
export interface CallOptions {
  /** Ends the call, which then fails with the signal's reason. */
  signal?: AbortSignal | undefined;
  /** How long the call may take, with all that it waits for; instead of the client's limit. */
  timeoutSeconds?: number | undefined;
}

/** What is true of every call of a client. */
export interface TransportOptions {
  /** Where Masthead is, such as `https://cms.example.org`. */
  baseUrl: string | URL;
  /** Sends the requests, instead of the platform's `fetch`. */
  fetch?: Fetch | undefined;
  /** How long a call may take, with all that it waits for; as long as the platform allows when absent. */
  timeoutSeconds?: number | undefined;
  /** Asks again after 429 and 503 where `Retry-After` says when. When absent, these are problems at once. */
  retry?: Retry | undefined;
}

/** An answer with something in it. */
export interface Fresh<Data> {
  notModified: false;
  /** What was asked for. */
  data: Data;
  /** The tag of this state of it, where the server gives one. */
  etag: string | null;
  /** The status: 200, 201 or 204. */
  status: number;
  /** All headers of the answer. */
  headers: Headers;
}

/** What is known already is still so. */
export interface NotModified {
  notModified: true;
  /** The tag of the state that is known. */
  etag: string;
  /** All headers of the answer. */
  headers: Headers;
}

/** A request that is to be sent. */
export interface Outgoing extends CallOptions {
  method: string;
  path: string;
  query?: Query | undefined;
  headers?: Record<string, string> | undefined;
  body?: string | undefined;
  /** Whether it may be sent again. */
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

  /** The address of a path and a query. */
  url(path: string, query?: Query): string {
    return this.#base + path + queryString(query);
  }

  /** The answer to a request, its body still text. */
  async send(outgoing: Outgoing): Promise<Fresh<string>> {
    return fresh(await this.#exchange(outgoing));
  }

  /** The same, unless what `etag` stands for is still so. */
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

  /** Sends a request, and again while the server is busy and that is wanted. */
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

/** An answer as it came. */
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

/** What the text of an answer says. */
export function parsed<Data>(body: string): Data {
  return (body === "" ? undefined : JSON.parse(body)) as Data;
}

function isBusy(response: Response): boolean {
  return response.status === 429 || response.status === 503;
}

/** Ends when the caller's signal does, or the time is up. */
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

// The client of the editorial API: any operation by its path, and shortcuts for drafts.

import { filled } from "./address.js";
import type { Query } from "./address.js";
import { drafts } from "./drafts.js";
import type { Drafts } from "./drafts.js";
import { eachItem, eachPage } from "./paging.js";
import type { Linked } from "./paging.js";
import type { EditorialPaths } from "./schemas.js";
import { parsed, Transport } from "./transport.js";
import type { CallOptions, Fresh, TransportOptions } from "./transport.js";
import type { Arguments, Input, Output } from "./typing.js";

/** Options of a client of the editorial API. */
export interface EditorialOptions extends TransportOptions {
  /** The access token, or a function that returns one per request; none for signing in. */
  token?: string | (() => string | Promise<string>) | undefined;
}

type Method = "get" | "post" | "put" | "patch" | "delete";

/** Paths with a method. */
type PathWith<Of extends Method> = {
  [Path in keyof EditorialPaths]: EditorialPaths[Path] extends Record<Of, object> ? Path : never;
}[keyof EditorialPaths];

/** The operation at a path with a method. */
type OperationAt<Of extends Method, Path extends PathWith<Of>> =
  EditorialPaths[Path] extends Record<Of, infer Operation> ? Operation : never;

/** Paths of lists. */
type ListPath = {
  [Path in PathWith<"get">]: Output<OperationAt<"get", Path>> extends { data: unknown[]; page: unknown } ? Path : never;
}[PathWith<"get">];

/** The entries of the list at a path. */
type ItemAt<Path extends ListPath> = Output<OperationAt<"get", Path>> extends { data: (infer Item)[] } ? Item : never;

/** Calls the operation at a path. */
export type Call<Of extends Method> = <Path extends PathWith<Of>>(
  path: Path,
  ...input: Arguments<Input<OperationAt<Of, Path>>>
) => Promise<Fresh<Output<OperationAt<Of, Path>>>>;

/** A client of the editorial API. */
export interface Editorial {
  /** Sends GET. */
  readonly get: Call<"get">;
  /** Sends POST. */
  readonly post: Call<"post">;
  /** Sends PUT. */
  readonly put: Call<"put">;
  /** Sends PATCH with a merge patch (RFC 7396): properties that are absent stay. */
  readonly patch: Call<"patch">;
  /** Sends DELETE. */
  readonly delete: Call<"delete">;
  /** Iterates over the entries of the list at a path, page by page. */
  all<Path extends ListPath>(
    path: Path,
    ...input: Arguments<Input<OperationAt<"get", Path>>>
  ): AsyncGenerator<ItemAt<Path>, void, undefined>;
  /** Shortcuts for drafts. */
  readonly drafts: Drafts;
}

/** The input of a call, whatever its operation. */
interface AnyInput extends CallOptions {
  params?: Record<string, string | number>;
  query?: Query | undefined;
  body?: unknown;
  ifMatch?: string;
  dryRun?: boolean | undefined;
  idempotencyKey?: string | undefined;
}

/** Creates a client of the editorial API. */
export function editorial(options: EditorialOptions): Editorial {
  const transport = new Transport(options);

  async function call(method: Method, path: string, input: AnyInput = {}): Promise<Fresh<unknown>> {
    const { params, query, body, ifMatch, dryRun, idempotencyKey, ...rest } = input;
    // Retrying a write is only safe with an idempotency key, so generate one if retries are enabled.
    const key = idempotencyKey ?? (options.retry && method !== "get" ? crypto.randomUUID() : undefined);
    const token = typeof options.token === "function" ? await options.token() : options.token;
    const answer = await transport.send({
      ...rest,
      method: method.toUpperCase(),
      path: filled(path, params),
      query,
      body: body === undefined ? undefined : JSON.stringify(body),
      headers: {
        ...(body !== undefined && { "content-type": mediaTypeOf(method) }),
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
        ...(ifMatch !== undefined && { "if-match": ifMatch }),
        ...(dryRun && { prefer: "dry-run" }),
        ...(key !== undefined && { "idempotency-key": quoted(key) }),
      },
      isRepeatable: method === "get" || key !== undefined,
    });
    return { ...answer, data: parsed(answer.data) };
  }

  function all<Item>(path: string, input: AnyInput = {}): AsyncGenerator<Item, void, undefined> {
    const pageAfter = async (after = input.query?.after) => {
      const { data } = await call("get", path, { ...input, query: { ...input.query, after } });
      return data as Linked<Item>;
    };
    return eachItem(eachPage(pageAfter));
  }

  const at = <Of extends Method>(method: Of) => call.bind(undefined, method) as Call<Of>;
  const verbs = { get: at("get"), post: at("post"), put: at("put"), patch: at("patch"), delete: at("delete") };
  return { ...verbs, all, drafts: drafts(verbs) };
}

/** PATCH sends a merge patch; all other methods send JSON. */
function mediaTypeOf(method: Method): string {
  return method === "patch" ? "application/merge-patch+json" : "application/json";
}

/** A string as a structured header field (RFC 9651, section 3.3.3). */
function quoted(value: string): string {
  return `"${value.replace(/["\\]/g, "\\$&")}"`;
}

// What editors do: any operation by its path, and the ways of a draft in short.

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

/** What a client of the editorial API is made with. */
export interface EditorialOptions extends TransportOptions {
  /** The access token, or what gives it for each request; none for signing in. */
  token?: string | (() => string | Promise<string>) | undefined;
}

type Method = "get" | "post" | "put" | "patch" | "delete";

/** The paths that have a method. */
type PathWith<Of extends Method> = {
  [Path in keyof EditorialPaths]: EditorialPaths[Path] extends Record<Of, object> ? Path : never;
}[keyof EditorialPaths];

/** What is done at a path with a method. */
type OperationAt<Of extends Method, Path extends PathWith<Of>> =
  EditorialPaths[Path] extends Record<Of, infer Operation> ? Operation : never;

/** The paths that are lists. */
type ListPath = {
  [Path in PathWith<"get">]: Output<OperationAt<"get", Path>> extends { data: unknown[]; page: unknown } ? Path : never;
}[PathWith<"get">];

/** What is in the list at a path. */
type ItemAt<Path extends ListPath> = Output<OperationAt<"get", Path>> extends { data: (infer Item)[] } ? Item : never;

/** Calls what is at a path. */
export type Call<Of extends Method> = <Path extends PathWith<Of>>(
  path: Path,
  ...input: Arguments<Input<OperationAt<Of, Path>>>
) => Promise<Fresh<Output<OperationAt<Of, Path>>>>;

/** Does what editors do. */
export interface Editorial {
  /** Reads. */
  readonly get: Call<"get">;
  /** Makes something, or has something done. */
  readonly post: Call<"post">;
  /** Sets something. */
  readonly put: Call<"put">;
  /** Changes what the body names, and leaves all else (a merge patch, RFC 7396). */
  readonly patch: Call<"patch">;
  /** Ends something. */
  readonly delete: Call<"delete">;
  /** Everything in the list at a path, page by page. */
  all<Path extends ListPath>(
    path: Path,
    ...input: Arguments<Input<OperationAt<"get", Path>>>
  ): AsyncGenerator<ItemAt<Path>, void, undefined>;
  /** The ways of a draft: begun, saved, looked at, published, withdrawn. */
  readonly drafts: Drafts;
}

/** What a call may be given, whatever its operation. */
interface AnyInput extends CallOptions {
  params?: Record<string, string | number>;
  query?: Query | undefined;
  body?: unknown;
  ifMatch?: string;
  dryRun?: boolean | undefined;
  idempotencyKey?: string | undefined;
}

/** A client of the editorial API. */
export function editorial(options: EditorialOptions): Editorial {
  const transport = new Transport(options);

  async function call(method: Method, path: string, input: AnyInput = {}): Promise<Fresh<unknown>> {
    const { params, query, body, ifMatch, dryRun, idempotencyKey, ...rest } = input;
    // What may be sent again has to have one effect.
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

/** What changes a part of something is a merge patch; everything else is sent whole. */
function mediaTypeOf(method: Method): string {
  return method === "patch" ? "application/merge-patch+json" : "application/json";
}

/** A string as headers have it (RFC 9651, 3.3.3). */
function quoted(value: string): string {
  return `"${value.replace(/["\\]/g, "\\$&")}"`;
}

// How paths and queries are written.

/** What may stand in a query. Lists are joined by commas; `undefined` is left out. */
export type QueryValue = string | number | boolean | Date | readonly string[] | undefined;

/** What stands behind the `?`. */
export type Query = Readonly<Record<string, QueryValue>>;

/** A path with values for the names in braces. */
export function filled(path: string, params: Readonly<Record<string, string | number>> = {}): string {
  return path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(params[name] ?? ""));
}

/** A query with its `?`, or nothing where it is empty. */
export function queryString(query: Query = {}): string {
  const pairs = Object.entries(query).flatMap(([name, value]) => (value === undefined ? [] : [[name, text(value)]]));
  return pairs.length === 0 ? "" : `?${new URLSearchParams(pairs)}`;
}

function text(value: Exclude<QueryValue, undefined>): string {
  return value instanceof Date ? value.toISOString() : String(value);
}

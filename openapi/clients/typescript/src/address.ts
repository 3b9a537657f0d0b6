// Builds paths and queries.

/** Query parameters. Arrays are joined by commas; `undefined` is left out. */
export type QueryValue = string | number | boolean | Date | readonly string[] | undefined;

/** The query string after the `?`. */
export type Query = Readonly<Record<string, QueryValue>>;

/** Fills the placeholders in braces of a path. */
export function filled(path: string, params: Readonly<Record<string, string | number>> = {}): string {
  return path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(params[name] ?? ""));
}

/** The query string with its `?`, or an empty string. */
export function queryString(query: Query = {}): string {
  const pairs = Object.entries(query).flatMap(([name, value]) => (value === undefined ? [] : [[name, text(value)]]));
  return pairs.length === 0 ? "" : `?${new URLSearchParams(pairs)}`;
}

function text(value: Exclude<QueryValue, undefined>): string {
  return value instanceof Date ? value.toISOString() : String(value);
}

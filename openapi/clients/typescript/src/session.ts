// Signs in and refreshes tokens.

import { editorial } from "./editorial.js";
import type { EditorialSchemas } from "./schemas.js";
import type { TransportOptions } from "./transport.js";

/** Credentials and options for signing in. */
export type SignInOptions = TransportOptions & EditorialSchemas["SignIn"];

/** A session. */
export interface Session {
  /** The person who signed in. */
  readonly person: EditorialSchemas["Person"];
  /** Returns a valid access token; pass it as `token` to an editorial client. */
  readonly token: () => Promise<string>;
  /** Ends the session. */
  readonly end: () => Promise<void>;
}

/** Access tokens are refreshed this many seconds before they expire, to allow for latency and clock differences. */
const MARGIN_SECONDS = 30;

/** Signs in. The session refreshes its tokens as long as it is used. */
export async function signIn({ email, password, ...options }: SignInOptions): Promise<Session> {
  const door = editorial(options);
  const { data: first } = await door.post("/editorial/v1/sessions", { body: { email, password } });
  let held = until(first);
  // A refresh token is valid once, so concurrent callers wait for the same refresh.
  let refreshing: Promise<void> | undefined;

  const refresh = async () => {
    const body = { refresh_token: held.tokens.refresh_token };
    held = until((await door.post("/editorial/v1/sessions/refresh", { body })).data);
  };
  const token = async () => {
    if (Date.now() >= held.end) {
      refreshing ??= refresh().finally(() => (refreshing = undefined));
      await refreshing;
    }
    return held.tokens.access_token;
  };
  const end = async () => {
    await editorial({ ...options, token }).delete("/editorial/v1/sessions/{id}", { params: { id: first.session.id } });
  };
  return { person: first.person, token, end };
}

function until(tokens: EditorialSchemas["Tokens"]) {
  return { tokens, end: Date.now() + (tokens.expires_in - MARGIN_SECONDS) * 1000 };
}

// Signing in, and staying signed in.

import { editorial } from "./editorial.js";
import type { EditorialSchemas } from "./schemas.js";
import type { TransportOptions } from "./transport.js";

/** Who signs in, and where. */
export type SignInOptions = TransportOptions & EditorialSchemas["SignIn"];

/** What began with a sign-in. */
export interface Session {
  /** Who signed in. */
  readonly person: EditorialSchemas["Person"];
  /** An access token that is good now: the `token` of an editorial client. */
  readonly token: () => Promise<string>;
  /** Signs out. */
  readonly end: () => Promise<void>;
}

/** An access token is exchanged so many seconds before its end, because requests take time and clocks differ. */
const MARGIN_SECONDS = 30;

/** Signs in. The session keeps itself going for as long as it is used. */
export async function signIn({ email, password, ...options }: SignInOptions): Promise<Session> {
  const door = editorial(options);
  const { data: first } = await door.post("/editorial/v1/sessions", { body: { email, password } });
  let held = until(first);
  // A refresh token is good once, so whoever needs a new one meanwhile waits for the same answer.
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

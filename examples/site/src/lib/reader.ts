// Clients for Masthead.
import { createClient } from "@masthead/client";
import type { Client, Stored } from "@masthead/client";
import { LRUCache } from "lru-cache";
import { MASTHEAD_URL } from "./settings";

// Responses are stored and revalidated with their ETag, so unchanged ones are not sent again.
const store = new LRUCache<string, Stored>({ max: 1000 });
const options = { baseUrl: MASTHEAD_URL, timeoutSeconds: 10, retry: { times: 1, longestWaitSeconds: 2 } };

const published = createClient({ ...options, store });

/** A client for public content or, with a preview token, for that preview. */
export function readerFor(previewToken: string | null): Client {
  return previewToken === null ? published : createClient({ ...options, previewToken });
}

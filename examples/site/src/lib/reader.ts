// How Masthead is asked.
import { createClient } from "@masthead/client";
import type { Client, Stored } from "@masthead/client";
import { LRUCache } from "lru-cache";
import { MASTHEAD_URL } from "./settings";

// What was read is kept and asked for again with its ETag, so that what did not change is not sent again.
const store = new LRUCache<string, Stored>({ max: 1000 });
const options = { baseUrl: MASTHEAD_URL, timeoutSeconds: 10, retry: { times: 1, longestWaitSeconds: 2 } };

const published = createClient({ ...options, store });

/** Reads what is public; with a preview's token also that preview's drafts. */
export function readerFor(previewToken: string | null): Client {
  return previewToken === null ? published : createClient({ ...options, previewToken });
}

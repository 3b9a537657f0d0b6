// Reads one page of a list by its number.
import type { Client, Teaser, TeaserQuery } from "@masthead/client";
import { PAGE_SIZE } from "./settings";

export interface Listing {
  number: number;
  teasers: Teaser[];
  hasNewer: boolean;
  hasOlder: boolean;
}

// One page of the API holds about eleven pages of this site, so page n takes n/11 requests, which Masthead answers from its
// cache and the client revalidates. Cursors are not stored: a cursor from before the newest article would shift the pages
// after it, so that an article would be on two pages or on none.
const STRIDE = Math.floor(100 / PAGE_SIZE) * PAGE_SIZE;

/** Reads page `number` of a list, from the newest article on. Null if the list is shorter; the first page may be empty. */
export async function listing(reader: Client, filter: TeaserQuery, number: number): Promise<Listing | null> {
  let skip = (number - 1) * PAGE_SIZE;
  const limit = number === 1 ? PAGE_SIZE : STRIDE;
  for await (const { data, page } of reader.teasers.pages({ ...filter, limit })) {
    if (skip < data.length || number === 1) {
      const teasers = data.slice(skip, skip + PAGE_SIZE);
      const hasOlder = skip + PAGE_SIZE < data.length || page.next !== null;
      return { number, teasers, hasNewer: number > 1, hasOlder };
    }
    skip -= data.length;
  }
  return null;
}

/** The page number in a path: 1 if absent, null if invalid. */
export function pageNumber(given: string | undefined): number | null {
  if (given === undefined) {
    return 1;
  }
  const isLater = /^[1-9][0-9]{0,5}$/.test(given) && given !== "1";
  return isLater ? Number(given) : null;
}

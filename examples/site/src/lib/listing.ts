// One page of a list, by its number.
import type { Client, Teaser, TeaserQuery } from "@masthead/client";
import { PAGE_SIZE } from "./settings";

export interface Listing {
  number: number;
  teasers: Teaser[];
  hasNewer: boolean;
  hasOlder: boolean;
}

// Twelve or so of our pages are one page of the API: what it takes to reach page n is n/11 answers, each of which Masthead
// has ready and the client keeps. Cursors are not kept: one that is older than the newest article would shift the pages
// behind it, so that an article would be on two or on none.
const STRIDE = Math.floor(100 / PAGE_SIZE) * PAGE_SIZE;

/** Walks to page `number` of a list, from the newest on. Null where the list is shorter; its first page may be empty. */
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

/** The number in a path: 1 where there is none, null where it is not one that such a path has. */
export function pageNumber(given: string | undefined): number | null {
  if (given === undefined) {
    return 1;
  }
  const isLater = /^[1-9][0-9]{0,5}$/.test(given) && given !== "1";
  return isLater ? Number(given) : null;
}

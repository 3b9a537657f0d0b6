// Lists that come in pages, each of which names the next.

/** A page, as far as its list goes on. */
export interface Linked<Item> {
  data: readonly Item[];
  page: { next: string | null };
}

/** Every page, each asked for when it is needed. `ask` gets the cursor of the page; for the first one, none. */
export async function* eachPage<Page extends Linked<unknown>>(
  ask: (after: string | undefined) => Promise<Page>,
): AsyncGenerator<Page, void, undefined> {
  let next: string | null | undefined;
  while (next !== null) {
    const page: Page = await ask(next);
    yield page;
    next = page.page.next;
  }
}

/** Everything on some pages. */
export async function* eachItem<Item>(
  pages: AsyncIterable<Linked<Item>>,
): AsyncGenerator<Item, void, undefined> {
  for await (const { data } of pages) {
    yield* data;
  }
}

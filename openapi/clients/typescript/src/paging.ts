// Iterates over paginated lists.

/** A page with the cursor of the next one. */
export interface Linked<Item> {
  data: readonly Item[];
  page: { next: string | null };
}

/** Iterates over pages, requesting each as needed. `ask` gets the cursor of the page, or none for the first one. */
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

/** Iterates over the entries of pages. */
export async function* eachItem<Item>(
  pages: AsyncIterable<Linked<Item>>,
): AsyncGenerator<Item, void, undefined> {
  for await (const { data } of pages) {
    yield* data;
  }
}

import assert from "node:assert/strict";
import { test } from "node:test";
import { createClient, editorial } from "@masthead/client";
import type { Problem } from "@masthead/client";
import { refused, serve } from "./server.js";
import type { Answered, Asked } from "./server.js";

/** Numbers as slugs, two per page; the cursor is the first number of the page. */
function twoOnAPage(count: number) {
  return ({ query }: Asked): Answered => {
    const start = Number(query.get("after") ?? 0);
    const slugs = [start, start + 1].filter((number) => number < count);
    const next = start + 2 < count ? String(start + 2) : null;
    return { body: { data: slugs.map((slug) => ({ slug })), page: { next, previous: null, total: null } } };
  };
}

async function collected<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const all: Item[] = [];
  for await (const item of items) {
    all.push(item);
  }
  return all;
}

test("everything on every page is read once, in order", async (context) => {
  const { baseUrl, asked } = await serve(context, twoOnAPage(5));
  const teasers = await collected(createClient({ baseUrl }).teasers.all({ tag: ["rust", "http"], limit: 2 }));
  assert.deepEqual(teasers.map(({ slug }) => slug), [0, 1, 2, 3, 4]);
  assert.deepEqual(
    asked.map(({ path, query }) => `${path}?${query}`),
    ["", "&after=2", "&after=4"].map((after) => `/v1/teasers?tag=rust%2Chttp&limit=2${after}`),
  );
});

test("an empty list has one page with nothing on it", async (context) => {
  const { baseUrl } = await serve(context, twoOnAPage(0));
  const { sections } = createClient({ baseUrl });
  assert.deepEqual(await collected(sections.all()), []);
  assert.equal((await collected(sections.pages())).length, 1);
});

test("a page that nobody reads is not asked for", async (context) => {
  const { baseUrl, asked } = await serve(context, twoOnAPage(100));
  for await (const { slug } of createClient({ baseUrl }).articles.all()) {
    if (Number(slug) === 3) {
      break;
    }
  }
  assert.equal(asked.length, 2);
});

test("pages go on from the cursor that they begin at, and forwards only", async (context) => {
  const { baseUrl, asked } = await serve(context, twoOnAPage(6));
  const { tags } = createClient({ baseUrl });
  assert.equal((await collected(tags.pages({ after: "2" }))).length, 2);
  await collected(tags.pages({ before: "x" }));
  const last = asked.slice(2).map(({ query }) => `${query}`);
  assert.deepEqual(last, ["before=x", "after=2", "after=4"]);
});

test("a problem on a later page ends the reading", async (context) => {
  const gone = refused(410, "start-over");
  const { baseUrl } = await serve(context, (asked, count) => (count === 1 ? twoOnAPage(9)(asked) : gone));
  const seen: unknown[] = [];
  await assert.rejects(
    async () => {
      for await (const { slug } of createClient({ baseUrl }).teasers.all()) {
        seen.push(slug);
      }
    },
    (problem: Problem) => problem.kind === "start-over",
  );
  assert.deepEqual(seen, [0, 1]);
});

test("the editors' lists are read the same way", async (context) => {
  const { baseUrl, asked } = await serve(context, twoOnAPage(3));
  const drafts = editorial({ baseUrl, token: "t" }).all("/editorial/v1/drafts", { query: { status: "live" } });
  assert.equal((await collected(drafts)).length, 3);
  assert.deepEqual(asked.map(({ query }) => `${query}`), ["status=live", "status=live&after=2"]);
});

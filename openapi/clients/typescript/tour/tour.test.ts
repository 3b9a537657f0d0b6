// Calls the server at BASE_URL, which has only the demo publication: every read of the client, and a draft from its
// creation to its withdrawal. PASSWORD is the administrator's password.

import assert from "node:assert/strict";
import { test } from "node:test";
import { createClient, editorial, Problem, signIn } from "@masthead/client";
import type { Block, Draft, Inline, ProblemKind, Stored } from "@masthead/client";

const baseUrl = process.env.BASE_URL ?? "http://localhost:8080";
const masthead = createClient({ baseUrl });
const HOW_MANY = 12;

async function collected<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const all: Item[] = [];
  for await (const item of items) {
    all.push(item);
  }
  return all;
}

async function refused(kind: ProblemKind, status: number, call: Promise<unknown>): Promise<void> {
  await assert.rejects(call, (problem) => {
    assert(problem instanceof Problem, String(problem));
    assert.deepEqual([problem.kind, problem.status], [kind, status]);
    return true;
  });
}

test("every page leads to the next, and every article is on exactly one", async () => {
  const pages = await collected(masthead.teasers.pages({ limit: 5, total: true }));
  assert.deepEqual(pages.map(({ data }) => data.length), [5, 5, 2]);
  assert(pages.every(({ page }) => page.total === `${HOW_MANY}`));
  const teasers = pages.flatMap(({ data }) => data);
  assert.equal(new Set(teasers.map(({ id }) => id)).size, HOW_MANY);
  const dates = teasers.map(({ first_published_at }) => Date.parse(first_published_at));
  assert.deepEqual(dates, [...dates].sort((one, other) => other - one));
  const back = await masthead.teasers.list({ limit: 5, before: pages[1]?.page.previous ?? "" });
  assert.deepEqual(back.data, pages[0]?.data);
});

test("filters and order are those that were asked for", async () => {
  const oldest = await masthead.teasers.list({ sort: "first_published_at", limit: 1 });
  const [first] = oldest.data;
  assert(first);
  const earlier = { published_before: new Date(Date.parse(first.first_published_at) + 1000) };
  assert.deepEqual(await collected(masthead.teasers.all(earlier)), [first]);
  const both = await collected(masthead.teasers.all({ tags_all: ["http", "delivery"] }));
  assert(both.length > 0 && both.every(({ tags }) => tags.some(({ slug }) => slug === "delivery")));
  assert.deepEqual((await masthead.teasers.list({ ids: [first.id] })).data, [first]);
});

test("terms count what is live under them, and lists by them agree", async () => {
  const { sections, tags, authors, series, kickers, teasers } = masthead;
  for (const tag of await collected(tags.all({ limit: 3 }))) {
    assert.equal((await collected(teasers.all({ tag: tag.slug }))).length, tag.article_count);
    assert.deepEqual(await tags.get(tag.slug), tag);
  }
  for (const author of await collected(authors.all())) {
    assert.equal((await collected(teasers.all({ author: author.slug }))).length, author.article_count);
    assert.deepEqual(await authors.get(author.slug), author);
  }
  assert.deepEqual((await sections.list()).data.map(({ article_count }) => article_count), [HOW_MANY]);
  assert.equal((await sections.get("engineering")).article_count, HOW_MANY);
  assert.equal((await series.get("twelve-practices")).article_count, HOW_MANY);
  assert.deepEqual((await kickers.list()).data.map(({ slug }) => slug), ["dispatch"]);
  await refused("not-found", 404, tags.get("never-used"));
});

test("an article has the forms of its body that were asked for, and the same text in each", async () => {
  const name = "feature-flag-hygiene";
  const { body, outline, context, authors } = await masthead.articles.get(name, {
    body: ["html", "markdown", "text", "blocks"],
  });
  assert.match(body.html, /<p>/);
  assert.match(body.markdown, /^## /m);
  const headings = body.blocks.filter((block) => block.type === "heading");
  assert.deepEqual(headings.map(({ id, level, content }) => ({ id, level, text: line(content) })), outline);
  for (const paragraph of paragraphs(body.blocks)) {
    assert(squeezed(body.text).includes(squeezed(paragraph)), paragraph);
  }
  assert.equal(context.series?.count, HOW_MANY);
  assert(authors.every(({ bio }) => bio !== null));
  const none = await masthead.articles.get(name, { body: "none" });
  assert.deepEqual(none.body, { html: null, markdown: null, text: null, blocks: null });
});

/** The text of inlines. */
function line(content: readonly Inline[]): string {
  const text = (part: Inline): string => ("content" in part ? line(part.content) : "text" in part ? part.text : "");
  return content.map(text).join("");
}

function paragraphs(blocks: readonly Block[]): string[] {
  return blocks.filter((block) => block.type === "paragraph").map(({ content }) => line(content));
}

function squeezed(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

test("a list has bodies where it is asked for them", async () => {
  const articles = await collected(masthead.articles.all({ limit: 7, body: "text" }));
  assert.equal(articles.length, HOW_MANY);
  assert(articles.every(({ body }) => body.text.length > 1000 && body.html === null));
  const [bare] = (await masthead.articles.list({ limit: 1 })).data;
  assert.equal(bare?.body.text, null);
});

test("what is known is sent again only when it changed", async () => {
  const answers: number[] = [];
  const fetch: typeof globalThis.fetch = async (url, init) => {
    const response = await globalThis.fetch(url, init);
    answers.push(response.status);
    return response;
  };
  const thrifty = createClient({ baseUrl, fetch, store: new Map<string, Stored>() });
  const first = await thrifty.articles.get("feature-flag-hygiene");
  assert.deepEqual(await thrifty.articles.get("feature-flag-hygiene"), first);
  const { etag } = await thrifty.read("/v1/site");
  const known = await thrifty.read("/v1/site", { etag: etag ?? "" });
  assert.equal(known.notModified, true);
  assert.deepEqual(answers, [200, 304, 200, 304]);
});

test("what cannot be is refused, and the refusal names it", async () => {
  await refused("not-found", 404, masthead.articles.get("never-written"));
  await assert.rejects(masthead.teasers.list({ limit: 1000, sort: "loudness" as "updated_at" }), (problem) => {
    assert(problem instanceof Problem);
    assert.equal(problem.kind, "invalid-parameter");
    assert.deepEqual(problem.errors.map(({ parameter }) => parameter).sort(), ["limit", "sort"]);
    return true;
  });
});

test("a path is live, or unknown", async () => {
  const path = "/engineering/feature-flag-hygiene";
  const found = await masthead.resolve(path, { acceptLanguage: "de, en;q=0.5" });
  assert.deepEqual([found.status, found.article?.slug], ["live", "feature-flag-hygiene"]);
  assert(found.target?.endsWith(path));
  const { status, target, article } = await masthead.resolve("/never/written");
  assert.deepEqual([status, target, article], ["unknown", null, null]);
});

test("a draft is begun, saved, previewed, published, moved, scheduled and withdrawn", async () => {
  const session = await signIn({ baseUrl, email: "admin@localhost", password: process.env.PASSWORD ?? "" });
  const desk = editorial({ baseUrl, token: session.token, retry: { times: 2 } });
  const { data: section } = await desk.post("/editorial/v1/terms", { body: { kind: "section", name: "Tour" } });
  const text = { headline: "A tour", standfirst: "It begins.", body: "One *step*." };
  const content = { slug: "tour", section: section.id, ...text };
  const create = (): Promise<Draft> => desk.drafts.create({ content }, { idempotencyKey: "tour" });
  const begun = await create();
  assert.equal((await create()).id, begun.id);

  const draft = await desk.drafts.save(begun, { headline: "A longer tour" });
  await refused("stale", 412, desk.drafts.save(begun, { headline: "A tour of nothing" }));
  assert.deepEqual(await desk.drafts.get(draft.id), draft);

  const { token } = await desk.drafts.preview([draft], { seconds: 60 });
  const preview = createClient({ baseUrl, previewToken: token });
  const shown = await preview.articles.get("tour", { body: "blocks" });
  assert.deepEqual([shown.headline, shown.body.blocks.length], ["A longer tour", 1]);
  assert.equal((await collected(preview.teasers.all({ limit: 5 }))).length, HOW_MANY + 1);
  await refused("not-found", 404, createClient({ baseUrl, previewToken: "wrong" }).site());
  await refused("not-found", 404, masthead.articles.get("tour"));

  assert.equal((await desk.drafts.publish(draft, { dryRun: true })).dry_run, true);
  await refused("not-found", 404, masthead.articles.get("tour"));
  assert.equal((await desk.drafts.publish(draft)).articles[0]?.change, "published");
  assert.equal((await masthead.articles.get("tour")).headline, "A longer tour");

  const moved = await desk.drafts.save(draft, { slug: "grand-tour" });
  assert.equal((await desk.drafts.publish(moved)).articles[0]?.moved_from, "tour");
  assert.equal((await masthead.articles.get("tour")).slug, "grand-tour");
  const resolved = await masthead.resolve("/tour/tour");
  assert.deepEqual([resolved.status, resolved.article?.slug], ["moved", "grand-tour"]);

  const later = await desk.drafts.save(moved, { headline: "A later tour" });
  const scheduled = await desk.drafts.schedule(later, new Date(Date.now() + 1000));
  assert.equal(scheduled.scheduled?.revision, later.revision);
  while ((await masthead.teasers.get("grand-tour")).headline !== "A later tour") {
    await new Promise((resolve) => setTimeout(resolve, 100));
  }

  assert.equal((await desk.drafts.withdraw(later)).articles[0]?.change, "withdrawn");
  await refused("gone", 410, masthead.articles.get("grand-tour"));
  await refused("gone", 410, masthead.teasers.get("tour"));
  assert.equal((await masthead.resolve("/tour/grand-tour")).status, "gone");
  const withdrawn = await collected(desk.all("/editorial/v1/drafts", { query: { status: "withdrawn" } }));
  assert(withdrawn.some(({ id }) => id === later.id));

  await session.end();
  await refused("unauthorized", 401, desk.get("/editorial/v1/me"));
});

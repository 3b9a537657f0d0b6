import assert from "node:assert/strict";
import { test } from "node:test";
import { createClient, editorial, Problem } from "@masthead/client";
import { refused, serve } from "./server.js";

test("an address below a path, with or without a slash at its end, is one", async (context) => {
  const { baseUrl, asked } = await serve(context, () => ({ body: {} }));
  await createClient({ baseUrl: `${baseUrl}/cms/` }).site();
  await createClient({ baseUrl: new URL(baseUrl) }).site();
  assert.deepEqual(asked.map(({ path }) => path), ["/cms/v1/site", "/v1/site"]);
});

test("names and values are written as addresses have them", async (context) => {
  const { baseUrl, asked } = await serve(context, () => ({ body: {} }));
  const client = createClient({ baseUrl, locale: "de" });
  await client.articles.get({ id: "0199" }, { body: ["html", "text"] });
  await client.articles.get("a/b?c", { locale: "en" });
  await client.teasers.list({ published_since: new Date(0), total: true, kicker: undefined });
  await client.read("/v1/tags/{slug}", { params: { slug: "rust" }, query: { locale: "en" } });
  assert.deepEqual(
    asked.map(({ path, query }) => `${decodeURIComponent(path)}?${query}`),
    [
      "/v1/articles/id:0199?locale=de&body=html%2Ctext",
      "/v1/articles/a/b?c?locale=en",
      "/v1/teasers?locale=de&published_since=1970-01-01T00%3A00%3A00.000Z&total=true",
      "/v1/tags/rust?locale=en",
    ],
  );
});

test("a path is resolved in the languages that the reader prefers", async (context) => {
  const { baseUrl, asked } = await serve(context, () => ({ body: {} }));
  const client = createClient({ baseUrl, locale: "de" });
  await client.resolve("/engineering/x y");
  await client.resolve("/x", { locale: "fr", acceptLanguage: "en, de;q=0.5" });
  assert.deepEqual(
    asked.map(({ query, headers }) => [`${query}`, headers["accept-language"]]),
    [
      ["path=%2Fengineering%2Fx+y", "de"],
      ["path=%2Fx&locale=fr", "en, de;q=0.5"],
    ],
  );
});

test("another fetch can stand in", async () => {
  const urls: string[] = [];
  const fetch = async (url: string) => {
    urls.push(url);
    return Response.json({ name: "Elsewhere" });
  };
  const { name } = await createClient({ baseUrl: "https://cms.example", fetch }).site();
  assert.deepEqual([name, urls], ["Elsewhere", ["https://cms.example/v1/site"]]);
});

test("a busy server is asked again as often as is allowed, and no more", async (context) => {
  const busy = refused(503, "busy", {}, { "retry-after": "0" });
  const { baseUrl, asked } = await serve(context, (_, count) => (count % 3 === 0 ? { body: { name: "Here" } } : busy));
  const { name } = await createClient({ baseUrl, retry: { times: 2 } }).site();
  assert.deepEqual([name, asked.length], ["Here", 3]);
  for (const retry of [undefined, { times: 0 }, { times: 1 }]) {
    asked.length = 0;
    await assert.rejects(createClient({ baseUrl, retry }).site(), Problem);
    assert.equal(asked.length, 1 + (retry?.times ?? 0));
  }
});

test("nobody waits longer than is allowed, or without being told how long, or for other problems", async (context) => {
  const { baseUrl, asked } = await serve(context, ({ path }) => {
    const [, kind] = path.split("/tags/");
    return kind === "long"
      ? refused(503, "busy", {}, { "retry-after": "2" })
      : kind === "unsaid"
        ? refused(503, "unavailable")
        : refused(500, "internal", {}, { "retry-after": "0" });
  });
  const { tags } = createClient({ baseUrl, retry: { times: 3, longestWaitSeconds: 1 } });
  for (const slug of ["long", "unsaid", "broken"]) {
    await assert.rejects(tags.get(slug), Problem);
  }
  assert.equal(asked.length, 3);
});

test("waiting ends when the time is up", async (context) => {
  const { baseUrl, asked } = await serve(context, () => refused(429, "too-many-tries", {}, { "retry-after": "5" }));
  const start = performance.now();
  const call = createClient({ baseUrl, retry: { times: 1 }, timeoutSeconds: 0.3 }).site();
  await assert.rejects(call, { name: "NetworkFailure", timedOut: true });
  assert(performance.now() - start < 3000);
  assert.equal(asked.length, 1);
});

test("a write is sent again under the key that it was first sent under", async (context) => {
  const busy = refused(503, "unavailable", {}, { "retry-after": "0" });
  const { baseUrl, asked } = await serve(context, (_, count) => (count % 2 === 1 ? busy : { body: { id: "d" } }));
  const desk = editorial({ baseUrl, token: "t", retry: { times: 1 } });
  await desk.drafts.create({});
  await desk.drafts.create({}, { idempotencyKey: 'my "first" \\ draft' });
  const keys = asked.map(({ headers }) => headers["idempotency-key"]);
  assert.match(`${keys[0]}`, /^"[0-9a-f-]{36}"$/);
  assert.equal(keys[1], keys[0]);
  assert.deepEqual(keys.slice(2), Array(2).fill('"my \\"first\\" \\\\ draft"'));
});

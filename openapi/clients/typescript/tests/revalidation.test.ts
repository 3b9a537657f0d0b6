import assert from "node:assert/strict";
import { test } from "node:test";
import { createClient } from "@masthead/client";
import type { Stored } from "@masthead/client";
import { serve } from "./server.js";
import type { Answered, Asked } from "./server.js";

/** A site with a name that can be changed; its `ETag` is the name. */
function changeable() {
  const site = { name: "Old" };
  const answer = ({ headers }: Asked): Answered => {
    const etag = `"${site.name}"`;
    return headers["if-none-match"] === etag ? { status: 304, headers: { etag } } : { headers: { etag }, body: site };
  };
  return { site, answer };
}

test("what is known is not sent again until it changes", async (context) => {
  const { site, answer } = changeable();
  const { baseUrl } = await serve(context, answer);
  const client = createClient({ baseUrl });
  const first = await client.read("/v1/site");
  assert.deepEqual([first.status, first.data.name, first.etag], [200, "Old", '"Old"']);
  const etag = first.etag ?? "";
  const second = await client.read("/v1/site", { etag });
  assert.deepEqual([second.notModified, second.etag], [true, '"Old"']);
  site.name = "New";
  const third = await client.read("/v1/site", { etag });
  assert(!third.notModified);
  assert.equal(third.data.name, "New");
});

test("a store answers for what did not change, and takes what did", async (context) => {
  const { site, answer } = changeable();
  const { baseUrl, asked } = await serve(context, answer);
  const store = new Map<string, Stored>();
  const client = createClient({ baseUrl, store });
  const names = [(await client.site()).name, (await client.site()).name];
  site.name = "New";
  names.push((await client.site()).name, (await client.site()).name);
  assert.deepEqual(names, ["Old", "Old", "New", "New"]);
  assert.deepEqual(asked.map(({ headers }) => headers["if-none-match"]), [undefined, '"Old"', '"Old"', '"New"']);
  assert.deepEqual([...store.keys()], [`${baseUrl}/v1/site`]);
});

test("whoever changes what they got changes nothing that is kept", async (context) => {
  const { answer } = changeable();
  const { baseUrl } = await serve(context, answer);
  const client = createClient({ baseUrl, store: new Map() });
  (await client.site()).name = "Mine";
  assert.equal((await client.site()).name, "Old");
});

test("nothing of a preview is kept", async (context) => {
  const { answer } = changeable();
  const { baseUrl, asked } = await serve(context, answer);
  const store = new Map<string, Stored>();
  const client = createClient({ baseUrl, store, previewToken: "p" });
  await client.site();
  await client.site();
  assert.equal(store.size, 0);
  assert.deepEqual(asked.map(({ path, headers }) => [path, headers.authorization, headers["if-none-match"]]), [
    ["/preview/v1/site", "Bearer p", undefined],
    ["/preview/v1/site", "Bearer p", undefined],
  ]);
});

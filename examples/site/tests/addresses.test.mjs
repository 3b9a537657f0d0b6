// Tests of addresses: list pages, the feed, redirects and withdrawn articles.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { createServer } from "node:net";
import { after, before, test } from "node:test";
import { createClient } from "@masthead/client";
import { look, openBrowser } from "./browser.mjs";
import { expectSound } from "./expect.mjs";
import { signIn } from "./newsroom.mjs";

const { SITE_URL, MASTHEAD_URL } = process.env;
const ask = (path) => fetch(SITE_URL + path, { redirect: "manual" });
let browser;
let editor;

before(async () => {
  [browser, editor] = await Promise.all([openBrowser(), signIn()]);
});
after(() => browser.close());

const seenAt = (path) =>
  look(browser, { url: SITE_URL + path, ours: [SITE_URL, MASTHEAD_URL], screen: "desktop", scheme: "light" });

test("the pages of the archive hold every article once, in order", async () => {
  const shown = [];
  let path = "/";
  while (path !== undefined) {
    const page = await browser.newPage();
    await page.goto(SITE_URL + path);
    shown.push(...(await page.$$eval(".teaser .headline a", (links) => links.map((link) => link.href))));
    const back = await page.$("a[rel=prev]");
    assert.equal(back === null, path === "/", `whether ${path} leads back`);
    path = await page.$eval("a[rel=next]", (link) => link.pathname).catch(() => undefined);
    await page.close();
  }
  const live = [];
  for await (const { url } of createClient({ baseUrl: MASTHEAD_URL }).teasers.all({ limit: 100 })) {
    live.push(url);
  }
  assert.ok(live.length > 18, `${live.length} articles make three pages`);
  assert.deepEqual(shown, live);
});

test("only pages that exist have an address", async () => {
  const first = await ask("/archive/1");
  assert.deepEqual([first.status, first.headers.get("location")], [308, "/"]);
  for (const path of ["/archive/4", "/archive/0", "/archive/02", "/archive/x", "/tags/postgres/9", "/tags/nothing",
    "/authors/nobody", "/sections/none", "/series/none", "/engineering/nothing", "/nothing", "/%00", "/a//b"]) {
    assert.equal((await ask(path)).status, 404, path);
  }
  const slash = await ask("/engineering/simple-migrations/");
  assert.deepEqual([slash.status, slash.headers.get("location")], [308, "/engineering/simple-migrations"]);
});

test("the feed is one, and its links lead to articles", async () => {
  const answer = await ask("/feed.xml");
  assert.equal(answer.status, 200);
  assert.match(answer.headers.get("content-type"), /xml/);
  const text = await answer.text();
  const page = await browser.newPage();
  const items = await page.evaluate((xml) => {
    const parsed = new DOMParser().parseFromString(xml, "application/xml");
    if (parsed.querySelector("parsererror") !== null) {
      return parsed.querySelector("parsererror").textContent;
    }
    const item = (one) => ["title", "link", "pubDate"].map((name) => one.querySelector(name)?.textContent);
    return [...parsed.querySelectorAll("rss > channel > item")].map(item);
  }, text);
  await page.close();
  const { data } = await createClient({ baseUrl: MASTHEAD_URL }).teasers.list({ limit: 20 });
  const expected = data.map((one) => [one.headline, one.url, new Date(one.first_published_at).toUTCString()]);
  assert.deepEqual(items, expected);
  assert.equal((await fetch(items[0][1])).status, 200);
});

test("an old slug leads to the new one", async () => {
  const draft = await editor.draftOf("http-caching-by-headers");
  await editor.drafts.publish(await editor.drafts.save(draft, { slug: "caching-by-headers" }));
  const moved = await ask("/engineering/http-caching-by-headers?from=there");
  const place = "/engineering/caching-by-headers?from=there";
  assert.deepEqual([moved.status, moved.headers.get("location")], [308, place]);
  assert.equal((await ask(place)).status, 200);
});

test("a withdrawn article is gone, and an unknown one was never there", async () => {
  const path = "/engineering/status-pages-that-reflect-reality";
  assert.equal((await ask(path)).status, 200);
  await editor.drafts.withdraw(await editor.draftOf("status-pages-that-reflect-reality"));
  assert.equal((await ask(path)).status, 410);
  for (const [what, words] of [[path, "This article was withdrawn"], ["/nothing", "There is nothing at this address"]]) {
    const seen = await seenAt(what);
    expectSound({ ...seen, errors: [], failed: seen.failed.filter((url) => url !== SITE_URL + what) });
    assert.deepEqual([seen.headings, seen.robots, seen.canonical], [[words], ["noindex"], []]);
  }
});

test("a preview shows a draft, says so, and is kept by nobody", async () => {
  const headline = "Not published yet";
  const draft = await editor.drafts.save(await editor.draftOf("simple-migrations"), { headline });
  const { token } = await editor.drafts.preview([draft]);
  const path = "/engineering/simple-migrations";
  const seen = await seenAt(`${path}?preview_token=${token}`);
  expectSound(seen);
  assert.deepEqual([seen.headings, seen.robots], [[headline], ["noindex"]]);
  const answer = await ask(`${path}?preview_token=${token}`);
  assert.equal(answer.headers.get("cache-control"), "private, no-store");
  assert.match(await answer.text(), /<strong>Preview\.<\/strong>/);
  const front = await (await ask(`/series/twelve-practices?preview_token=${token}`)).text();
  assert.ok(front.includes(headline));
  const published = await (await ask(path)).text();
  assert.ok(!published.includes(headline) && !published.includes("Preview."));
  assert.equal((await ask(`${path}?preview_token=other`)).status, 404);
  assert.equal((await ask("/?preview_token=other")).status, 404);
});

test("an article can have a picture, and stay out of search engines", async () => {
  const draft = await editor.draftOf("simple-migrations");
  const seo = { ...draft.content.seo, noindex: true, title: "Another title", canonical_url: "https://example.org/original" };
  const src = `${MASTHEAD_URL}/demo/figures/lock-queue.svg`;
  const hero = { src, alt: "Two timelines", caption: "A queue behind a lock.", width: 720, height: 360 };
  await editor.drafts.publish(await editor.drafts.save(draft, { headline: "Published now", seo, hero }));
  const seen = await seenAt("/engineering/simple-migrations");
  expectSound(seen);
  assert.deepEqual([seen.robots, seen.canonical], [["noindex"], ["https://example.org/original"]]);
  assert.match(seen.title, /^Another title – /);
  assert.deepEqual([seen.opengraph["og:image"], seen.opengraph["og:image:alt"]], [src, "Two timelines"]);
  assert.ok(seen.text.includes("A queue behind a lock."));
});

test("while Masthead does not answer, the site says so and asks for patience", async () => {
  const port = await freePort();
  const env = { ...process.env, HOST: "127.0.0.1", PORT: String(port), MASTHEAD_URL: `http://127.0.0.1:${await freePort()}` };
  const entry = new URL("../dist/server/entry.mjs", import.meta.url).pathname;
  const site = spawn(process.execPath, [entry], { env, stdio: ["ignore", "pipe", "ignore"] });
  try {
    await new Promise((resolve) => site.stdout.once("data", resolve));
    const answer = await fetch(`http://127.0.0.1:${port}/`);
    assert.deepEqual([answer.status, answer.headers.get("retry-after")], [503, "5"]);
    assert.equal(answer.headers.get("cache-control"), "private, no-store");
    assert.match(await answer.text(), /<h1 class="title">This page is not available at the moment<\/h1>/);
  } finally {
    site.kill();
  }
});

/** A port without a listener. */
function freePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

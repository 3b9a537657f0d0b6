// Every kind of page, on phone and desktop sizes, in light and dark mode.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { look, openBrowser, SCHEMES, SCREENS } from "./browser.mjs";
import { expectSound, thingsOf } from "./expect.mjs";

const { SITE_URL, MASTHEAD_URL } = process.env;
const ARTICLE = "/engineering/rate-limiters-that-survive-a-spike";
const PAGES = {
  list: "/",
  archive: "/archive/3",
  article: ARTICLE,
  specimen: "/engineering/every-form",
  section: "/sections/engineering",
  author: "/authors/vera-lindqvist",
  tag: "/tags/postgres",
  series: "/series/twelve-practices",
};
let browser;

before(async () => {
  browser = await openBrowser();
});
after(() => browser.close());

const seenAt = (path, screen = "desktop", scheme = "light", name = undefined) =>
  look(browser, { url: SITE_URL + path, ours: [SITE_URL, MASTHEAD_URL], screen, scheme, name });

for (const [name, path] of Object.entries(PAGES)) {
  for (const screen of Object.keys(SCREENS)) {
    for (const scheme of SCHEMES) {
      test(`${name}, ${screen}, ${scheme}`, async () => {
        const seen = await seenAt(path, screen, scheme, name);
        expectSound(seen);
        assert.deepEqual(seen.canonical, [SITE_URL + path]);
        assert.deepEqual(seen.robots, []);
        assert.equal(seen.opengraph["og:url"], SITE_URL + path);
        if (name !== "list") {
          const crumbs = thingsOf(seen).BreadcrumbList.itemListElement;
          assert.deepEqual(crumbs.map(({ position }) => position), crumbs.map((_, index) => index + 1));
          assert.equal(crumbs[0].item, `${SITE_URL}/`);
        }
      });
    }
  }
}

test("words are searched and marked, and mistyped ones are corrected", async () => {
  for (const [query, status] of [["webhook", /^\d+ articles have “webhook”/], ["wehbook", /“webhook”\. Nothing has “wehbook”/], ["zzzz", /^Nothing has “zzzz”/], ['"the"', /^Nothing has/], ["", null]]) {
    const path = `/search?q=${encodeURIComponent(query)}`;
    const seen = await seenAt(path, "phone");
    expectSound(seen);
    assert.deepEqual(seen.robots, ["noindex"]);
    const page = await browser.newPage();
    await page.goto(SITE_URL + path);
    const said = await page.$$eval(".found", (all) => all.map((one) => one.textContent.trim().replace(/\s+/g, " ")));
    assert.equal(said.length, status === null ? 0 : 1, query);
    if (status !== null) {
      assert.match(said[0], status);
    }
    assert.equal((await page.$$("article mark")).length > 0, status !== null && !status.source.startsWith("^Nothing"), query);
    await page.close();
  }
});

test("an article tells search engines what it is", async () => {
  const seen = await seenAt(ARTICLE);
  const article = await (await fetch(`${MASTHEAD_URL}/v1/articles/rate-limiters-that-survive-a-spike`)).json();
  const { Article, BreadcrumbList } = thingsOf(seen);
  assert.equal(Article.headline, article.headline);
  assert.equal(Article.datePublished, article.first_published_at);
  assert.equal(Article.url, SITE_URL + ARTICLE);
  assert.deepEqual(Article.author.map(({ name }) => name), ["Vera Lindqvist"]);
  assert.equal(BreadcrumbList.itemListElement.at(-1).item, SITE_URL + ARTICLE);
  assert.deepEqual(seen.description, [article.standfirst]);
  assert.equal(seen.opengraph["og:type"], "article");
  assert.equal(seen.opengraph["og:title"], article.headline);
  assert.equal(seen.opengraph["article:published_time"], article.first_published_at);
});

test("every block and every piece of a line has its form", async () => {
  const seen = await seenAt(PAGES.specimen);
  const { body } = await (await fetch(`${MASTHEAD_URL}/v1/articles/every-form?body=blocks`)).json();
  const [blocks, pieces] = typesIn(body.blocks);
  const known = "alert code details divider embed figure footnotes heading list math paragraph quote table";
  assert.equal([...blocks].sort().join(" "), known);
  assert.equal([...pieces].sort().join(" "), "break code footnote_reference link math styled text");
  const page = await browser.newPage();
  await page.goto(SITE_URL + PAGES.specimen);
  for (const selector of [
    ".alert.note, .alert.tip, .alert.important, .alert.warning, .alert.caution",
    ".code .look", "details.fold summary", "hr", ".embed a[href='https://youtu.be/dQw4w9WgXcQ']",
    "figure.picture img[width][height][alt]", "figure.picture figcaption", "[role=doc-endnotes] li[id='fn:1']",
    "h2#a-heading-of-the-second-level", "h3", "h4", "ol[start='7']", "ul ul", ".check[aria-label=Done]",
    ".formula math", "p math", "blockquote p", "table thead th[scope=col]", "td.right", "p strong", "p em", "p del",
    "p ins", "p sub", "p sup", "p mark", "p kbd", "p small", "p u", "p q", "p code", "p br", "p a[title]",
  ]) {
    for (const one of selector.startsWith(".alert") ? selector.split(", ") : [selector]) {
      assert.notEqual(await page.$(one), null, one);
    }
  }
  await page.close();
  assert.ok(seen.text.includes("Text with strong, emphasis, deletion, insertion"), "no space before a comma");
  const codes = body.blocks.filter(({ type }) => type === "code").map(({ text }) => text.trimEnd());
  assert.deepEqual(seen.codes.map((text) => text.trimEnd()), codes);
});

test("a note leads back to every place that refers to it", async () => {
  const page = await browser.newPage();
  await page.goto(SITE_URL + PAGES.specimen);
  const ways = await page.$$eval("[role=doc-noteref], [role=doc-backlink]", (links) =>
    links.map((link) => document.getElementById(decodeURIComponent(link.hash.slice(1)))?.tagName ?? link.hash));
  assert.deepEqual(ways, ["LI", "LI", "LI", "A", "A", "A"]);
  await page.close();
});

test("a table is scrolled within itself on a phone", async () => {
  const page = await browser.newPage();
  await page.setViewport(SCREENS.phone);
  await page.goto(SITE_URL + ARTICLE);
  const [inner, outer] = await page.$eval(".table", (table) => [table.scrollWidth, table.clientWidth]);
  assert.ok(inner > outer, `${inner} in ${outer}`);
  await page.close();
});

/** The types of blocks and inlines in a tree. */
function typesIn(tree) {
  const blocks = new Set();
  const pieces = new Set();
  const walk = (value) => {
    if (Array.isArray(value)) {
      value.forEach(walk);
    } else if (value !== null && typeof value === "object") {
      if (typeof value.type === "string") {
        (typeof value.id === "string" && value.type !== "footnote_reference" ? blocks : pieces).add(value.type);
      }
      Object.values(value).forEach(walk);
    }
  };
  walk(tree);
  return [blocks, pieces];
}

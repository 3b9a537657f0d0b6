// Tests the checks themselves, with a page on which everything is wrong.
import assert from "node:assert/strict";
import { createServer } from "node:http";
import { after, before, test } from "node:test";
import { look, openBrowser } from "./browser.mjs";
import { expectSound } from "./expect.mjs";

const WRONG = `<!doctype html><title></title><body style="margin:0">
<h1></h1><h1>Two</h1>
<img src="/missing.png" alt=""><img src="http://localhost:9/other.png" alt="">
<p style="color:#ccc;background:#fff;width:3000px">Pale and wide</p>
<script>console.error("wrong"); setTimeout(() => document.body.prepend(Object.assign(document.createElement("div"),
  { style: "height:200px" })), 50); setTimeout(() => { throw new Error("thrown"); });
const until = Date.now() + 10; while (Date.now() < until);</script>
<script>addEventListener("load", () => { const until = performance.now() + 20; while (performance.now() < until); });</script>`;

let browser;
let server;
let seen;

before(async () => {
  browser = await openBrowser();
  server = createServer((request, response) => {
    response.writeHead(request.url === "/" ? 200 : 404, { "content-type": "text/html" }).end(request.url === "/" ? WRONG : "");
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${server.address().port}`;
  seen = await look(browser, { url: `${url}/`, ours: [url], screen: "phone", scheme: "light" });
});

after(async () => {
  server.close();
  await browser.close();
});

test("a sound page would have nothing of this", () => {
  assert.throws(() => expectSound(seen), /console errors/);
});

for (const [what, found] of Object.entries({
  "console errors": () => seen.errors.includes("wrong"),
  "errors that are thrown": () => seen.errors.some((error) => error.includes("thrown")),
  "requests that failed": () => seen.failed.some((url) => url.endsWith("/missing.png")),
  "requests to other hosts": () => seen.foreign.includes("http://localhost:9/other.png"),
  "layout shifts": () => seen.shifts.length > 0,
  "pale text": () => seen.violations.some((one) => one.startsWith("color-contrast ")),
  "a language that is not named": () => seen.language === "" && seen.violations.some((one) => one.startsWith("html-has-lang ")),
  "pictures that do not show": () => seen.unsized.length === 2,
  "a page that is too wide": () => seen.overflow > 0,
  scripts: () => seen.scripts === 2,
  "an h1 too many": () => seen.headings.length === 2,
  "a title that is not there": () => seen.title === "",
  "a font of the machine": () => seen.font.length === 0,
})) {
  test(`finds ${what}`, () => assert.ok(found(), JSON.stringify(seen, null, 2)));
}

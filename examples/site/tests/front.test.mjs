// The front page of a new publication, in which all articles are complete.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { look, openBrowser, SCHEMES, SCREENS } from "./browser.mjs";
import { expectSound } from "./expect.mjs";

const { SITE_URL, MASTHEAD_URL } = process.env;
let browser;

before(async () => {
  browser = await openBrowser();
});
after(() => browser.close());

for (const screen of Object.keys(SCREENS)) {
  for (const scheme of SCHEMES) {
    test(`the front page, ${screen}, ${scheme}`, async () => {
      const ours = [SITE_URL, MASTHEAD_URL];
      const seen = await look(browser, { url: `${SITE_URL}/`, ours, screen, scheme, name: "front" });
      expectSound(seen);
      const { data } = await (await fetch(`${MASTHEAD_URL}/v1/teasers?limit=9`)).json();
      const day = (moment) => new Date(moment).toLocaleDateString("en-GB", { dateStyle: "long", timeZone: "UTC" });
      for (const { kicker, headline, standfirst, byline, first_published_at, reading_minutes } of data) {
        const parts = [kicker, headline, standfirst, ...byline.map(({ name }) => name), day(first_published_at)];
        for (const part of [...parts, `${reading_minutes} minutes`]) {
          assert.ok(seen.text.includes(part), `${part} of ${headline}`);
        }
      }
      assert.deepEqual(seen.canonical, [`${SITE_URL}/`]);
      assert.deepEqual(seen.next, [`${SITE_URL}/archive/2`]);
      assert.deepEqual(seen.previous, []);
    });
  }
}

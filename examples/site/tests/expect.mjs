// Expectations for every page.
import assert from "node:assert/strict";

/** Fails if a page violates an expectation. */
export function expectSound(seen) {
  assert.deepEqual(seen.errors, [], "console errors");
  assert.deepEqual(seen.failed, [], "requests that failed");
  assert.deepEqual(seen.foreign, [], "requests to other hosts");
  assert.deepEqual(seen.shifts, [], "layout shifts");
  assert.deepEqual(seen.violations, [], "what axe-core finds");
  assert.deepEqual(seen.unsized, [], "pictures that do not show");
  assert.equal(seen.overflow, 0, "pixels that the page is wider than the screen");
  assert.equal(seen.scripts, 0, "scripts");
  assert.equal(seen.headings.length, 1, `one h1, not ${seen.headings}`);
  assert.notEqual(seen.headings[0].trim(), "", "the text of the h1");
  assert.notEqual(seen.title.trim(), "", "the title");
  assert.notEqual(seen.language, "", "the language");
  assert.deepEqual(seen.font, ["Source Serif 4"], "the font of the h1");
}

/** The structured data of a page, by type. */
export function thingsOf(seen) {
  const things = seen.things.map((text) => JSON.parse(text));
  for (const thing of things) {
    assert.equal(thing["@context"], "https://schema.org");
  }
  return Object.fromEntries(things.map((thing) => [thing["@type"], thing]));
}

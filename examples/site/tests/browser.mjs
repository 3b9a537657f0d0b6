// Loads pages in Chromium and reports what they show.
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import axe from "axe-core";
import puppeteer from "puppeteer-core";

const { CHROMIUM, SCREENSHOTS } = process.env;

export const SCREENS = {
  phone: { width: 390, height: 844, deviceScaleFactor: 2, isMobile: true, hasTouch: true },
  desktop: { width: 1280, height: 900, deviceScaleFactor: 1 },
};
export const SCHEMES = ["light", "dark"];

export function openBrowser() {
  // As root, Chromium cannot use its sandbox. It only loads our own pages.
  const args = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
  return puppeteer.launch({ executablePath: CHROMIUM, args: [...args, "--hide-scrollbars"] });
}

/**
 * Loads a URL with an empty cache and then once more, as on the second page of a visit, and reports what it shows. `ours`
 * are the hosts that may be requested; a screenshot is stored under `name` if screenshots are enabled.
 */
export async function look(browser, { url, ours, screen, scheme, name }) {
  const context = await browser.createBrowserContext();
  try {
    const page = await context.newPage();
    const seen = { errors: [], failed: [], foreign: [] };
    page.on("console", (message) => message.type() === "error" && seen.errors.push(message.text()));
    page.on("pageerror", (error) => seen.errors.push(String(error)));
    page.on("requestfailed", (request) => seen.failed.push(request.url()));
    page.on("response", (response) => response.status() >= 400 && seen.failed.push(response.url()));
    page.on("request", (request) => ours.includes(new URL(request.url()).origin) || seen.foreign.push(request.url()));
    await page.setViewport(SCREENS[screen]);
    await page.emulateMediaFeatures([
      { name: "prefers-color-scheme", value: scheme },
      { name: "prefers-reduced-motion", value: "reduce" },
    ]);
    await page.evaluateOnNewDocument(countShifts);
    await read(page, url);
    const shifts = await page.evaluate(() => globalThis.shifts);
    await read(page, url);
    shifts.push(...(await page.evaluate(() => globalThis.shifts)));
    const measured = await page.evaluate(measure);
    const font = await fontOf(page, "h1");
    const violations = await audit(page);
    if (SCREENSHOTS !== undefined && name !== undefined) {
      await mkdir(SCREENSHOTS, { recursive: true });
      await page.screenshot({ path: join(SCREENSHOTS, `${name}-${screen}-${scheme}.png`) });
    }
    return { ...seen, shifts, ...measured, font, violations };
  } finally {
    await context.close();
  }
}

/** Opens a page and scrolls to its end, so that everything is loaded. */
async function read(page, url) {
  await page.goto(url, { waitUntil: "load" });
  await page.evaluate(async () => {
    const frame = () => new Promise((resolve) => requestAnimationFrame(() => resolve()));
    for (let top = 0; top < document.documentElement.scrollHeight; top += 300) {
      scrollTo(0, top);
      await frame();
    }
    await Promise.all([...document.images].map((image) => image.decode().catch(() => {})));
    scrollTo(0, 0);
    await frame();
    await frame();
  });
  await page.waitForNetworkIdle({ idleTime: 100 });
}

function countShifts() {
  globalThis.shifts = [];
  const note = ({ value, sources }) =>
    globalThis.shifts.push(`${value} ${sources.map(({ node }) => node?.nodeName ?? "?").join(" ")}`);
  new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({ type: "layout-shift", buffered: true });
}

function measure() {
  const root = document.documentElement;
  const all = (selector, attribute) => [...document.querySelectorAll(selector)].map((one) => one.getAttribute(attribute));
  return {
    title: document.title,
    language: root.lang,
    headings: [...document.querySelectorAll("h1")].map((heading) => heading.textContent),
    canonical: all("link[rel=canonical]", "href"),
    robots: all("meta[name=robots]", "content"),
    previous: all("head link[rel=prev]", "href"),
    next: all("head link[rel=next]", "href"),
    description: all("meta[name=description]", "content"),
    opengraph: Object.fromEntries(
      [...document.querySelectorAll("meta[property]")].map((one) => [one.getAttribute("property"), one.content]),
    ),
    things: [...document.querySelectorAll("script[type='application/ld+json']")].map((one) => one.textContent),
    scripts: document.querySelectorAll("script:not([type='application/ld+json'])").length,
    overflow: Math.max(root.scrollWidth, document.body.scrollWidth) - root.clientWidth,
    unsized: [...document.images].filter((image) => image.naturalWidth === 0).map((image) => image.src),
    text: document.querySelector("main")?.innerText ?? "",
    codes: [...document.querySelectorAll("pre")].map((block) => block.textContent),
  };
}

/** Whether an element is rendered in a font of the site and not in a system font. */
async function fontOf(page, selector) {
  const session = await page.createCDPSession();
  await session.send("DOM.enable");
  await session.send("CSS.enable");
  const { root } = await session.send("DOM.getDocument");
  const { nodeId } = await session.send("DOM.querySelector", { nodeId: root.nodeId, selector });
  const { fonts } = nodeId === 0 ? { fonts: [] } : await session.send("CSS.getPlatformFontsForNode", { nodeId });
  return fonts.filter((font) => font.isCustomFont).map((font) => font.familyName);
}

/** Accessibility violations that axe-core finds. */
async function audit(page) {
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(() => globalThis.axe.run());
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${id} ${target} ${failureSummary}`));
}

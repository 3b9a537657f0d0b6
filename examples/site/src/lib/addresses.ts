// Where things are on this site.
import type { Site } from "@masthead/client";
import { SITE_URL } from "./settings";

/** The path of an article, from the address that Masthead gives it: links stay on this host. */
export function articlePath({ url }: { url: string }): string {
  return new URL(url).pathname;
}

/** The path of a page that a redirect leads to, with all that stands behind it: links stay on this host. */
export function pagePathOf({ url }: { url: string }): string {
  const { pathname, search, hash } = new URL(url);
  return `${pathname}${search}${hash}`;
}

export type Kind = "sections" | "authors" | "tags" | "series";

/** The path of a section, an author, a tag or a series. */
export function termPath(kind: Kind, { slug }: { slug: string }): string {
  return `/${kind}/${slug}`;
}

/** The path of one page of a list. The front page is the first page of the archive. */
export function pagePath(base: string, number: number): string {
  if (number === 1) {
    return base === "/archive" ? "/" : base;
  }
  return `${base}/${number}`;
}

/** The full address of a path. */
export function absolute(path: string): string {
  return new URL(path, SITE_URL).href;
}

/** The address of a picture. Masthead gives absolute ones; a picture without an address has that of the site. */
export function pictureAddress(src: string): string {
  return new URL(src, SITE_URL).href;
}

/** Where a link in a body leads. Links to articles of this publication stay on this host. */
export function linkTarget(href: string, site: Site): string {
  const isOurs = href === site.base_url || href.startsWith(`${site.base_url}/`);
  return isOurs ? `/${href.slice(site.base_url.length + 1)}` : href;
}

/** The slug, and the locale where paths name one, of an article's path: read off the pattern of the publication. */
export function partsOf(path: string, pattern: string): { slug: string; locale: string | undefined } | null {
  const expression = pattern.replace(/[.*+?^$()|[\]\\]/g, "\\$&").replace(/\{(\w+)\}/g, "(?<$1>[^/]+)");
  const groups = new RegExp(`^${expression}/?$`).exec(path)?.groups;
  const slug = groups?.["slug"];
  return slug === undefined ? null : { slug: decodeURIComponent(slug), locale: groups?.["locale"] };
}

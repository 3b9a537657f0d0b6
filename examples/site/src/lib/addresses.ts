// Builds paths and URLs of this site.
import type { Site } from "@masthead/client";
import { SITE_URL } from "./settings";

/** The path of an article, from the URL that Masthead returns, so that links stay on this host. */
export function articlePath({ url }: { url: string }): string {
  return new URL(url).pathname;
}

/** The path, query and fragment of a redirect target, so that links stay on this host. */
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

/** The absolute URL of a path. */
export function absolute(path: string): string {
  return new URL(path, SITE_URL).href;
}

/** The URL of a picture. Masthead returns absolute URLs; others are resolved against the site. */
export function pictureAddress(src: string): string {
  return new URL(src, SITE_URL).href;
}

/** The target of a link in a body. Links to articles of this publication stay on this host. */
export function linkTarget(href: string, site: Site): string {
  const isOurs = href === site.base_url || href.startsWith(`${site.base_url}/`);
  return isOurs ? `/${href.slice(site.base_url.length + 1)}` : href;
}

/** Parses the slug and, if the pattern has one, the locale from an article's path. */
export function partsOf(path: string, pattern: string): { slug: string; locale: string | undefined } | null {
  const expression = pattern.replace(/[.*+?^$()|[\]\\]/g, "\\$&").replace(/\{(\w+)\}/g, "(?<$1>[^/]+)");
  const groups = new RegExp(`^${expression}/?$`).exec(path)?.groups;
  const slug = groups?.["slug"];
  return slug === undefined ? null : { slug: decodeURIComponent(slug), locale: groups?.["locale"] };
}

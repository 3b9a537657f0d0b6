// Applies to every page: the client for Masthead, cache lifetimes and the Content-Security-Policy.
import { NetworkFailure, Problem, UnexpectedAnswer } from "@masthead/client";
import type { MiddlewareHandler } from "astro";
import { readPublication } from "./lib/publication";
import { readerFor } from "./lib/reader";
import { MASTHEAD_URL } from "./lib/settings";

// No scripts, and nothing from other hosts except pictures that editors chose. Formulas need style attributes.
const CONTENT = [
  "default-src 'none'",
  "style-src 'self'",
  "style-src-attr 'unsafe-inline'",
  "font-src 'self'",
  `img-src 'self' https: ${MASTHEAD_URL.origin}`,
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join("; ");

export const onRequest: MiddlewareHandler = async (context, next) => {
  if (context.locals.reader !== undefined) {
    return next(); // after a rewrite, the locals are set already
  }
  const previewToken = context.url.searchParams.get("preview_token");
  context.locals.isPreview = previewToken !== null;
  context.locals.reader = readerFor(previewToken);
  const response = await answer();
  finish(response.headers, context.locals.isPreview || response.status >= 500);
  return response;

  async function answer(): Promise<Response> {
    try {
      context.locals.publication = await readPublication(readerFor(null));
      return await next();
    } catch (error) {
      if (error instanceof Problem && error.status === 404) {
        return context.rewrite("/404"); // the preview has expired or was revoked
      }
      if (error instanceof NetworkFailure || error instanceof UnexpectedAnswer || error instanceof Problem) {
        console.error(error);
        return context.rewrite("/503");
      }
      throw error;
    }
  }
};

function finish(headers: Headers, isPrivate: boolean) {
  // Shared caches store pages as long as Masthead's own responses, so that lifetimes do not reveal schedules.
  headers.set("Cache-Control", isPrivate ? "private, no-store" : "public, max-age=0, s-maxage=60");
  headers.set("Referrer-Policy", isPrivate ? "no-referrer" : "strict-origin-when-cross-origin");
  headers.set("X-Content-Type-Options", "nosniff");
  if (import.meta.env.PROD) {
    headers.set("Content-Security-Policy", CONTENT);
  }
}

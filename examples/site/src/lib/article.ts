// Resolves a path to an article or a redirect.
import { Problem } from "@masthead/client";
import type { Article, Client, Site, Teaser } from "@masthead/client";
import { articlePath, pagePathOf, partsOf } from "./addresses";

export type WholeArticle = Article<"blocks">;

export type Found =
  | { what: "article"; article: WholeArticle }
  | { what: "moved"; path: string }
  | { what: "gone" }
  | { what: "nothing" };

interface Request {
  path: string;
  acceptLanguage: string | null;
}

/** The article at a path: live, moved, withdrawn or unknown. */
export async function articleAt(reader: Client, { path, acceptLanguage }: Request): Promise<Found> {
  // Masthead rejects invalid paths.
  const resolution = await orNull(reader.resolve(path, { acceptLanguage: acceptLanguage ?? undefined }));
  if (resolution?.status === "gone") {
    return { what: "gone" };
  }
  if (!resolution?.target) {
    return { what: "nothing" };
  }
  const { status, target, article } = resolution;
  if (!article) {
    // A redirect to a page that is not an article keeps its query and fragment.
    return { what: "moved", path: pagePathOf({ url: target }) };
  }
  const home = articlePath({ url: target });
  if (status === "moved" || home !== path) {
    return { what: "moved", path: home };
  }
  const { slug, locale } = article;
  return { what: "article", article: await reader.articles.get(slug, { locale, body: "blocks" }) };
}

/** The article at a path in a preview. Drafts have no address yet, so the slug is taken from the path. */
export async function previewAt(reader: Client, path: string, site: Site): Promise<Found> {
  const parts = partsOf(path, site.path_pattern);
  const article = parts && (await orNull(reader.articles.get(parts.slug, { locale: parts.locale, body: "blocks" })));
  return article ? { what: "article", article } : { what: "nothing" };
}

/** The result of a read, or null if it does not exist. */
export async function orNull<Data>(reading: Promise<Data>): Promise<Data | null> {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof Problem && [400, 404, 410].includes(error.status)) {
      return null;
    }
    throw error;
  }
}

/** A font that only some bodies need. */
export type Face = "italic" | "code";

/** Fonts that a body needs, to preload them. */
export function facesOf({ body }: WholeArticle): Face[] {
  const tree = JSON.stringify(body.blocks);
  const uses = { italic: /"style":"emphasis"|"type":"math"/, code: /"type":"code"|"style":"keyboard"/ };
  return (["italic", "code"] as const).filter((face) => uses[face].test(tree));
}

/** Reading suggestions: related articles and the newest of the section, without neighbours in the series. */
export async function readNext(reader: Client, article: WholeArticle): Promise<Teaser[]> {
  const { locale, context, section } = article;
  const teaser = ({ slug }: { slug: string }) => orNull(reader.teasers.get(slug, { locale }));
  const related = Promise.all(context.related.slice(0, 3).map(teaser));
  const newest = reader.teasers.list({ section: section.slug, locale, limit: 6 });
  const [given, { data }] = await Promise.all([related, newest]);
  const shown = new Set([article.id, context.series?.previous?.id, context.series?.next?.id]);
  const candidates = [...given.filter((one) => one !== null), ...data];
  return candidates.filter(({ id }) => !shown.has(id) && shown.add(id)).slice(0, 3);
}

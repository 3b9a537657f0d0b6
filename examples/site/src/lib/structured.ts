// Structured data (schema.org) for search engines and link previews.
import type { Site } from "@masthead/client";
import { absolute, articlePath, pictureAddress, termPath } from "./addresses";
import type { WholeArticle } from "./article";

export type Thing = Record<string, unknown>;

const CONTEXT = "https://schema.org";

/** An article. */
export function articleThing(article: WholeArticle, site: Site, url: string): Thing {
  const { hero, seo, context } = article;
  const image = seo.image ?? hero?.src;
  return {
    "@context": CONTEXT,
    "@type": "Article",
    headline: article.headline,
    description: seo.description ?? article.standfirst ?? undefined,
    url,
    mainEntityOfPage: url,
    image: image === undefined ? undefined : pictureAddress(image),
    datePublished: article.first_published_at,
    dateModified: article.updated_at,
    inLanguage: article.locale,
    articleSection: article.section.name,
    keywords: article.tags.map(({ name }) => name),
    wordCount: article.word_count,
    author: article.authors.map((author) => ({
      "@type": "Person",
      name: author.name,
      url: author.url ?? absolute(termPath("authors", author)),
    })),
    publisher: { "@type": "Organization", name: site.name, url: absolute("/") },
    isPartOf: context.series
      ? { "@type": "CreativeWorkSeries", name: context.series.name, url: absolute(termPath("series", context.series)) }
      : undefined,
  };
}

/** Breadcrumbs of an article. */
export function articleCrumbs(article: WholeArticle, site: Site): Thing {
  return crumbs([
    { name: site.name, path: "/" },
    { name: article.section.name, path: termPath("sections", article.section) },
    { name: article.headline, path: articlePath(article) },
  ]);
}

/** Breadcrumbs from the front page to a page. */
export function crumbs(way: { name: string; path: string }[]): Thing {
  return {
    "@context": CONTEXT,
    "@type": "BreadcrumbList",
    itemListElement: way.map(({ name, path }, index) => ({
      "@type": "ListItem",
      position: index + 1,
      name,
      item: absolute(path),
    })),
  };
}

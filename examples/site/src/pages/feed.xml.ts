// The newest articles as RSS.
import rss from "@astrojs/rss";
import type { APIRoute } from "astro";
import { absolute, articlePath } from "../lib/addresses";

export const GET: APIRoute = async ({ locals: { reader, publication } }) => {
  const { data } = await reader.teasers.list({ limit: 20 });
  const { name, default_locale } = publication.site;
  return rss({
    title: name,
    description: `The newest articles of ${name}.`,
    site: absolute("/"),
    trailingSlash: false,
    xmlns: { atom: "http://www.w3.org/2005/Atom", dc: "http://purl.org/dc/elements/1.1/" },
    customData: `<language>${default_locale}</language><atom:link href="${absolute("/feed.xml")}" rel="self" type="application/rss+xml"/>`,
    items: data.map((teaser) => ({
      title: teaser.headline,
      link: absolute(articlePath(teaser)),
      pubDate: new Date(teaser.first_published_at),
      description: teaser.standfirst ?? "",
      categories: teaser.tags.map((tag) => tag.name),
      customData: teaser.byline.map((author) => `<dc:creator>${escaped(author.name)}</dc:creator>`).join(""),
    })),
  });
};

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}

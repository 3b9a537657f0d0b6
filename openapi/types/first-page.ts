// A reader of the delivery API that knows it by its types alone. scripts/check-types.sh generates them and compiles this.
import type { components, paths } from "./delivery.v1";

type Schemas = components["schemas"];
type Get<Path extends keyof paths> = paths[Path]["get"];
type Query<Path extends keyof paths> = NonNullable<Get<Path>["parameters"]["query"]>;
type Refusal<Path extends keyof paths> = Get<Path>["responses"]["default"]["content"]["application/problem+json"];
type Answer<Path extends keyof paths> =
  Get<Path> extends { responses: { 200: { content: { "application/json": infer Body } } } } ? Body : never;

class Refused extends Error {
  constructor(readonly problem: Schemas["Problem"]) {
    super(`${problem.status} ${problem.title}: ${problem.detail}`);
  }
}

async function get<Path extends keyof paths>(path: Path, query: Query<Path>, slug = ""): Promise<Answer<Path>> {
  const pairs = Object.entries<string | number | boolean>(query).map(([name, value]) => [name, String(value)]);
  const address = path.replace("{slug}", encodeURIComponent(slug));
  const response = await fetch(`http://127.0.0.1:8080${address}?${new URLSearchParams(pairs)}`);
  if (!response.ok) {
    throw new Refused((await response.json()) as Refusal<Path>);
  }
  return (await response.json()) as Answer<Path>;
}

interface Line {
  title: string;
  under: string;
  picture: string | undefined;
  date: Date;
  names: string[];
  minutes: number;
  url: string;
}

/** One page of a section, and the cursor of the next. */
export async function teasers(section: string, after: string | null): Promise<[Line[], string | null]> {
  const query: Query<"/v1/teasers"> = { section, limit: 20, sort: "-updated_at", total: false };
  if (after !== null) {
    query.after = after;
  }
  const { data, page } = await get("/v1/teasers", query);
  return [data.map(line), page.next];
}

function line(teaser: Schemas["Teaser"]): Line {
  return {
    title: teaser.kicker === null ? teaser.headline : `${teaser.kicker}: ${teaser.headline}`,
    under: teaser.standfirst ?? teaser.section.name,
    picture: teaser.hero?.sources.find((source) => source.endsWith(".avif")) ?? teaser.hero?.src,
    date: new Date(teaser.first_published_at),
    names: teaser.byline.map((author) => author.name),
    minutes: teaser.reading_minutes,
    url: teaser.url,
  };
}

interface Page {
  title: string;
  html: string;
  contents: [number, string][];
  biographies: (string | null)[];
  next: string | undefined;
}

/** An article's page, or what is wrong with the request for it. */
export async function article(slug: string): Promise<Page | string[]> {
  try {
    const { headline, seo, body, outline, authors, context } = await get("/v1/articles/{slug}", { body: "html" }, slug);
    return {
      title: seo.title ?? headline,
      html: body.html ?? "",
      contents: outline.map((entry) => [entry.level, entry.text]),
      biographies: authors.map((author) => author.bio),
      next: context.series?.next?.headline ?? context.related[0]?.headline,
    };
  } catch (error) {
    if (error instanceof Refused) {
      return [error.problem.type, ...error.problem.errors.map(({ parameter, detail }) => `${parameter ?? ""} ${detail}`)];
    }
    throw error;
  }
}

// What the conventions promise. Each line compiles only while the types say it.
type Optional<T> = { [Key in keyof T]-?: object extends Pick<T, Key> ? Key : never }[keyof T];
type Gaps = { [Name in keyof Schemas]: Schemas[Name] extends string ? never : Optional<Schemas[Name]> };
export const propertiesThatMayBeMissing: Record<Gaps[keyof Gaps], true> = {};
// @ts-expect-error The last page has no next.
export const cursor = (page: Schemas["PageLinks"]): string => page.next;
// @ts-expect-error There may be no kicker.
export const kicker = (teaser: Schemas["Teaser"]): string => teaser.kicker;
// @ts-expect-error There is no such filter.
export const query: Query<"/v1/teasers"> = { sektion: "engineering" };

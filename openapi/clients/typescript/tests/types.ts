// Guarantees of the types: each line compiles only as long as they hold. Nothing here runs.

import { createClient, editorial } from "@masthead/client";
import type { BodyForm, DeliverySchemas, PageLinks, Problem, Teaser } from "@masthead/client";

const client = createClient({ baseUrl: "http://localhost:8080" });
const desk = editorial({ baseUrl: "http://localhost:8080" });

// Requested body formats are present, the others are not.
export const html: string = (await client.articles.get("x")).body.html;
const { body: two } = await client.articles.get("x", { body: ["html", "text"] });
export const both: [string, string, null] = [two.html, two.text, two.markdown];
export const none: null = (await client.articles.get("x", { body: "text" })).body.html;
export const inList: string | undefined = (await client.articles.list({ body: "markdown" })).data[0]?.body.markdown;
export const notInList: null | undefined = (await client.articles.list()).data[0]?.body.html;
declare const some: BodyForm[];
export const perhaps: string | null = (await client.articles.get("x", { body: some })).body.html;
// @ts-expect-error Which forms were asked for is not known.
export const certain: string = (await client.articles.get("x", { body: some })).body.html;
declare const either: "html" | "text";
// @ts-expect-error It was one of two.
export const one: string = (await client.articles.get("x", { body: either })).body.html;
// @ts-expect-error There is no such form.
void client.articles.get("x", { body: "pdf" });

// Queries are those of the document.
void client.teasers.list({ section: ["a", "b"], published_before: new Date(), sort: "-updated_at" });
void client.teasers.list({ section: "a", tags_all: ["b", "c"] });
void desk.all("/editorial/v1/drafts", { query: { status: ["draft", "live"] } });
// @ts-expect-error There is no such order.
void client.teasers.list({ sort: "size" });
// @ts-expect-error There is no such status.
void desk.all("/editorial/v1/drafts", { query: { status: "lost" } });
// @ts-expect-error There is no such filter.
void client.teasers.list({ sektion: "engineering" });
// @ts-expect-error A page has a number of teasers.
void client.teasers.list({ limit: "5" });
// @ts-expect-error Kickers have no page of their own.
void client.kickers.get;

// Every property is present; absent values are null.
type Optional<T> = { [Key in keyof T]-?: object extends Pick<T, Key> ? Key : never }[keyof T];
type Gaps = {
  [Name in keyof DeliverySchemas]: DeliverySchemas[Name] extends string ? never : Optional<DeliverySchemas[Name]>;
};
export const propertiesThatMayBeMissing: Record<Gaps[keyof Gaps], true> = {};
// @ts-expect-error The last page has no next.
export const cursor = (page: PageLinks): string => page.next;
// @ts-expect-error There may be no kicker.
export const kicker = (teaser: Teaser): string => teaser.kicker;

// Kinds of problems are a closed union with `other`.
export const isGone = (problem: Problem): boolean => problem.kind === "gone";
// @ts-expect-error There is no such kind.
export const isLost = (problem: Problem): boolean => problem.kind === "lost";

// Calls have the input and output of their operation.
export const name: string = (await client.read("/v1/site")).data.name;
export const draft: number = (await desk.get("/editorial/v1/drafts/{id}", { params: { id: "d" } })).data.revision;
export const nothing: undefined = (await desk.delete("/editorial/v1/terms/{id}", { params: { id: "t" } })).data;
for await (const job of desk.all("/editorial/v1/jobs")) {
  void job.state;
}
// @ts-expect-error A slug is needed.
void client.read("/v1/tags/{slug}");
// @ts-expect-error What is not asked about cannot be unmodified.
export const known: true = (await client.read("/v1/site")).notModified;
// @ts-expect-error It has to be said which state is meant.
void desk.patch("/editorial/v1/drafts/{id}", { params: { id: "d" }, body: { headline: "Hello" } });
// @ts-expect-error A draft has no such property.
void desk.drafts.save({ id: "d", revision: 1 }, { title: "Hello" });
// @ts-expect-error There is nothing to publish there.
void desk.post("/editorial/v1/people/{id}/publish", { params: { id: "p" } });
// @ts-expect-error One person is no list.
void desk.all("/editorial/v1/me");

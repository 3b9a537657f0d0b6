// Names for the types of the API documents.

import type { components as delivery, paths as deliveryPaths } from "./generated/delivery.v1.js";
import type { components as editorial, paths as editorialPaths } from "./generated/editorial.v1.js";

/** All schemas of the delivery API, by name. */
export type DeliverySchemas = delivery["schemas"];
/** All paths of the delivery API. */
export type DeliveryPaths = deliveryPaths;
/** All schemas of the editorial API, by name. */
export type EditorialSchemas = editorial["schemas"];
/** All paths of the editorial API. */
export type EditorialPaths = editorialPaths;

/** The short form of an article, for lists. */
export type Teaser = DeliverySchemas["Teaser"];
/** A section, tag, series or kicker with its number of live articles. */
export type Term = DeliverySchemas["PublicTerm"];
/** An author with the number of live articles. */
export type Author = DeliverySchemas["PublicAuthor"];
/** A section, tag or author as in a teaser. */
export type TermRef = DeliverySchemas["TermRef"];
/** An author as in an article. */
export type AuthorCredit = DeliverySchemas["AuthorCredit"];
/** A picture with all properties needed to show it. */
export type Hero = DeliverySchemas["Hero"];
/** A heading in the outline of an article. */
export type OutlineEntry = DeliverySchemas["OutlineEntry"];
/** The position of an article in its series. */
export type SeriesContext = DeliverySchemas["SeriesContext"];
/** Another article, with all properties needed for a link. */
export type LinkedArticle = DeliverySchemas["LinkedArticle"];
/** Metadata for search engines. */
export type Seo = DeliverySchemas["Seo"];
/** The publication. */
export type Site = DeliverySchemas["Site"];
/** The result of resolving a path. */
export type Resolution = DeliverySchemas["Resolution"];
/** A search result: a teaser with highlights. */
export type SearchHit = DeliverySchemas["SearchHit"];
/** A page of search results. */
export type SearchPage = DeliverySchemas["SearchPage"];
/** The cursors of a page. */
export type PageLinks = DeliverySchemas["PageLinks"];

/** One page of a list. */
export interface Page<Item> {
  /** The entries, in the requested order. */
  data: Item[];
  /** The cursors of the neighbouring pages. */
  page: PageLinks;
}

type Body = DeliverySchemas["Body"];

/** A body format. */
export type BodyForm = keyof Body;

/** Requested body formats: one, several, or none. */
export type AskedForms = BodyForm | "none" | readonly BodyForm[];

/** The formats that are certainly requested; for an array of unknown length, none. */
type CertainForms<Asked extends AskedForms> = Asked extends readonly BodyForm[]
  ? number extends Asked["length"]
    ? never
    : Asked[number]
  : Asked;

/** The formats that may be requested. */
type PossibleForms<Asked extends AskedForms> = Asked extends readonly BodyForm[] ? Asked[number] : Asked;

/** The body in the requested formats; the others are `null`. */
export type BodyIn<Asked extends AskedForms> = Asked extends AskedForms
  ? {
      [Form in BodyForm]: Form extends CertainForms<Asked>
        ? NonNullable<Body[Form]>
        : Form extends PossibleForms<Asked>
          ? Body[Form]
          : null;
    }
  : never;

/** An article with the body in the requested formats. */
export type Article<Asked extends AskedForms = "html"> = Omit<DeliverySchemas["PublicArticle"], "body"> & {
  /** The body in each requested format. */
  body: BodyIn<Asked>;
};

/** A draft: an article in one locale in its newest revision. */
export type Draft = EditorialSchemas["EditorialDraft"];
/** The input for a new draft. */
export type CreateDraft = EditorialSchemas["CreateDraft"];
/** A patch of the content of a draft. */
export type ContentPatch = EditorialSchemas["ContentPatch"];
/** The effect of a change on the public side. */
export type ActReport = EditorialSchemas["ActReport"];
/** A preview with its token. */
export type PreviewLink = EditorialSchemas["PreviewLink"];

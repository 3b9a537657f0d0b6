// Names for what the API documents describe.

import type { components as delivery, paths as deliveryPaths } from "./generated/delivery.v1.js";
import type { components as editorial, paths as editorialPaths } from "./generated/editorial.v1.js";

/** Every form that the delivery API has, by its name in the document. */
export type DeliverySchemas = delivery["schemas"];
/** Every path of the delivery API. */
export type DeliveryPaths = deliveryPaths;
/** Every form that the editorial API has, by its name in the document. */
export type EditorialSchemas = editorial["schemas"];
/** Every path of the editorial API. */
export type EditorialPaths = editorialPaths;

/** An article's short form: what list pages show. */
export type Teaser = DeliverySchemas["Teaser"];
/** A section, tag, series or kicker, with how much is live under it. */
export type Term = DeliverySchemas["PublicTerm"];
/** An author, with how much of theirs is live. */
export type Author = DeliverySchemas["PublicAuthor"];
/** A section, tag or author as a teaser names it. */
export type TermRef = DeliverySchemas["TermRef"];
/** An author as an article's page shows them. */
export type AuthorCredit = DeliverySchemas["AuthorCredit"];
/** A picture with all that is needed to show it. */
export type Hero = DeliverySchemas["Hero"];
/** One heading of an article. */
export type OutlineEntry = DeliverySchemas["OutlineEntry"];
/** An article's place in its series. */
export type SeriesContext = DeliverySchemas["SeriesContext"];
/** Another article, with all that a link to it shows. */
export type LinkedArticle = DeliverySchemas["LinkedArticle"];
/** What pages tell search engines. */
export type Seo = DeliverySchemas["Seo"];
/** The publication. */
export type Site = DeliverySchemas["Site"];
/** What a path of the site is now. */
export type Resolution = DeliverySchemas["Resolution"];
/** An article that was found: its teaser, and where the words stand. */
export type SearchHit = DeliverySchemas["SearchHit"];
/** One page of what was found. */
export type SearchPage = DeliverySchemas["SearchPage"];
/** Where a list goes on. */
export type PageLinks = DeliverySchemas["PageLinks"];

/** One page of a list. */
export interface Page<Item> {
  /** What is on it, in the order asked for. */
  data: Item[];
  /** Where the list goes on. */
  page: PageLinks;
}

type Body = DeliverySchemas["Body"];

/** A form in which the body of an article can be asked for. */
export type BodyForm = keyof Body;

/** What a request says about the body: one form, several, or none. */
export type AskedForms = BodyForm | "none" | readonly BodyForm[];

/** The forms that are certainly asked for; a list of unknown length asks for none with certainty. */
type CertainForms<Asked extends AskedForms> = Asked extends readonly BodyForm[]
  ? number extends Asked["length"]
    ? never
    : Asked[number]
  : Asked;

/** The forms that are possibly asked for. */
type PossibleForms<Asked extends AskedForms> = Asked extends readonly BodyForm[] ? Asked[number] : Asked;

/** The body in the forms that were asked for; `null` in the others. */
export type BodyIn<Asked extends AskedForms> = Asked extends AskedForms
  ? {
      [Form in BodyForm]: Form extends CertainForms<Asked>
        ? NonNullable<Body[Form]>
        : Form extends PossibleForms<Asked>
          ? Body[Form]
          : null;
    }
  : never;

/** An article whole, its body in the forms that were asked for. */
export type Article<Asked extends AskedForms = "html"> = Omit<DeliverySchemas["PublicArticle"], "body"> & {
  /** The body, in each form that was asked for. */
  body: BodyIn<Asked>;
};

/** A draft, whole: an article in one locale, as it was saved last. */
export type Draft = EditorialSchemas["EditorialDraft"];
/** What a draft is begun with. */
export type CreateDraft = EditorialSchemas["CreateDraft"];
/** What is to be changed of a draft. */
export type ContentPatch = EditorialSchemas["ContentPatch"];
/** What readers see happen. */
export type ActReport = EditorialSchemas["ActReport"];
/** What opens a preview. */
export type PreviewLink = EditorialSchemas["PreviewLink"];

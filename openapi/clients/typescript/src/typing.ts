// Input and output types of calls, derived from the generated types of their operations.

import type { CallOptions } from "./transport.js";

/** The same parameters; optional ones may also be `undefined`, and a list may also be one value. */
export type Lenient<Query> = {
  [Name in keyof Query]:
    | Query[Name]
    | (NonNullable<Query[Name]> extends (infer Item)[] ? Item | readonly Item[] : never)
    | undefined;
};

/** The query of an operation. */
export type QueryOf<Operation> = Operation extends { parameters: { query?: infer Query } } ? NonNullable<Query> : never;

type PathInput<Operation> = Operation extends { parameters: { path: infer Params } }
  ? {
      /** Values for the placeholders in the path. */
      params: Params;
    }
  : unknown;

type QueryInput<Operation> = [QueryOf<Operation>] extends [never]
  ? unknown
  : object extends QueryOf<Operation>
    ? {
        /** The query parameters. */
        query?: Lenient<QueryOf<Operation>> | undefined;
      }
    : {
        /** The query parameters. */
        query: Lenient<QueryOf<Operation>>;
      };

type BodyInput<Operation> = Operation extends { requestBody: { content: infer Content } }
  ? {
      /** The request body. */
      body: Content[keyof Content];
    }
  : unknown;

type HeaderNames<Operation> = Operation extends { parameters: { header?: infer Headers } }
  ? [NonNullable<Headers>] extends [never]
    ? never
    : keyof NonNullable<Headers>
  : never;

type PreconditionInput<Operation> = "If-Match" extends HeaderNames<Operation>
  ? {
      /** The `ETag` of the state that the change is based on. */
      ifMatch: string;
    }
  : unknown;

type DryRunInput<Operation> = "Prefer" extends HeaderNames<Operation>
  ? {
      /** Only returns what would change, and changes nothing. */
      dryRun?: boolean | undefined;
    }
  : unknown;

type KeyInput<Operation> = "Idempotency-Key" extends HeaderNames<Operation>
  ? {
      /** Makes the request idempotent: for a day, the same key returns the same response and has no second effect. */
      idempotencyKey?: string | undefined;
    }
  : unknown;

/** The input of an operation. */
export type Input<Operation> = PathInput<Operation> &
  QueryInput<Operation> &
  BodyInput<Operation> &
  PreconditionInput<Operation> &
  DryRunInput<Operation> &
  KeyInput<Operation> &
  CallOptions;

/** An input that may be omitted if nothing in it is required. */
export type Arguments<Given> = object extends Given ? [input?: Given] : [input: Given];

type Success = 200 | 201 | 204;

/** The successful response of an operation. */
export type Output<Operation> = Operation extends { responses: infer Answers }
  ? {
      [Status in keyof Answers & Success]: Answers[Status] extends { content: { "application/json": infer Data } }
        ? Data
        : undefined;
    }[keyof Answers & Success]
  : never;

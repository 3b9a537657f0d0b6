// What a call takes and gives, read off the generated types of its operation. Types only.

import type { CallOptions } from "./transport.js";

/** Parameters that mean any or all of several values, which the API separates by commas. */
type Several = "section" | "kicker" | "tag" | "tags_all" | "author" | "series" | "ids" | "body";

/** Parameters that are moments. */
type Moment = "published_after" | "published_before";

/** A query as the document has it, in which several values may be a list, and moments dates. */
export type Convenient<Query> = {
  [Name in keyof Query]:
    | Query[Name]
    | (Name extends Several ? readonly string[] : Name extends Moment ? Date : never)
    | undefined;
};

type PathInput<Operation> = Operation extends { parameters: { path: infer Parameters } }
  ? {
      /** What stands in the path for the names in braces. */
      params: Parameters;
    }
  : unknown;

type QueryInput<Operation> = Operation extends { parameters: { query: infer Query } }
  ? {
      /** The parameters behind the `?`. */
      query: Convenient<Query>;
    }
  : Operation extends { parameters: { query?: infer Query } }
    ? [NonNullable<Query>] extends [never]
      ? unknown
      : {
          /** The parameters behind the `?`. */
          query?: Convenient<NonNullable<Query>> | undefined;
        }
    : unknown;

type BodyInput<Operation> = Operation extends { requestBody: { content: infer Content } }
  ? {
      /** What is sent. */
      body: Content[keyof Content];
    }
  : unknown;

type HeaderOf<Operation> = Operation extends { parameters: { header?: infer Headers } } ? NonNullable<Headers> : never;

type Has<Operation, Name extends string> = Name extends keyof HeaderOf<Operation> ? true : false;

type PreconditionInput<Operation> = Has<Operation, "If-Match"> extends true
  ? {
      /** The `ETag` of the state that the change is meant for. */
      ifMatch: string;
    }
  : unknown;

type RehearsalInput<Operation> = Has<Operation, "Prefer"> extends true
  ? {
      /** Whether to say only what readers would see happen, and change nothing. */
      dryRun?: boolean | undefined;
    }
  : unknown;

type KeyInput<Operation> = Has<Operation, "Idempotency-Key"> extends true
  ? {
      /** Names the request: the same key again gets the same answer and has no second effect, for a day. */
      idempotencyKey?: string | undefined;
    }
  : unknown;

/** All that a call of an operation takes. */
export type Input<Operation> = PathInput<Operation> &
  QueryInput<Operation> &
  BodyInput<Operation> &
  PreconditionInput<Operation> &
  RehearsalInput<Operation> &
  KeyInput<Operation> &
  CallOptions;

/** The input of a call, which may be left out where nothing in it is required. */
export type Arguments<Given> = object extends Given ? [input?: Given] : [input: Given];

/** What an operation answers when it does what it is asked. */
export type Output<Operation> = Operation extends { responses: infer Responses }
  ? {
      [Status in keyof Responses & (200 | 201 | 204)]: Responses[Status] extends {
        content: { "application/json": infer Data };
      }
        ? Data
        : undefined;
    }[keyof Responses & (200 | 201 | 204)]
  : never;

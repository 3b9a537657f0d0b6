// What a call takes and gives, read off the generated types of its operation. Types only.

import type { CallOptions } from "./transport.js";

/** The same properties, of which those that may be absent may also be `undefined`. */
export type Lenient<Properties> = { [Name in keyof Properties]: Properties[Name] | undefined };

/** The query of an operation. */
export type QueryOf<Operation> = Operation extends { parameters: { query?: infer Query } } ? NonNullable<Query> : never;

type PathInput<Operation> = Operation extends { parameters: { path: infer Params } }
  ? {
      /** What stands in the path for the names in braces. */
      params: Params;
    }
  : unknown;

type QueryInput<Operation> = [QueryOf<Operation>] extends [never]
  ? unknown
  : object extends QueryOf<Operation>
    ? {
        /** What stands behind the `?`. */
        query?: Lenient<QueryOf<Operation>> | undefined;
      }
    : {
        /** What stands behind the `?`. */
        query: Lenient<QueryOf<Operation>>;
      };

type BodyInput<Operation> = Operation extends { requestBody: { content: infer Content } }
  ? {
      /** What is sent. */
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
      /** The `ETag` of the state that the change is meant for. */
      ifMatch: string;
    }
  : unknown;

type DryRunInput<Operation> = "Prefer" extends HeaderNames<Operation>
  ? {
      /** Whether to say only what readers would see happen, and change nothing. */
      dryRun?: boolean | undefined;
    }
  : unknown;

type KeyInput<Operation> = "Idempotency-Key" extends HeaderNames<Operation>
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
  DryRunInput<Operation> &
  KeyInput<Operation> &
  CallOptions;

/** An input, which may be left out where nothing in it is required. */
export type Arguments<Given> = object extends Given ? [input?: Given] : [input: Given];

type Success = 200 | 201 | 204;

/** What an operation answers when it does what it is asked. */
export type Output<Operation> = Operation extends { responses: infer Answers }
  ? {
      [Status in keyof Answers & Success]: Answers[Status] extends { content: { "application/json": infer Data } }
        ? Data
        : undefined;
    }[keyof Answers & Success]
  : never;

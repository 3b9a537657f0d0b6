// Errors: of the API (Problem), of the network (NetworkFailure), and unexpected responses (UnexpectedAnswer).

import type { components } from "./generated/editorial.v1.js";
import { PROBLEM_KINDS } from "./generated/problem-kinds.js";

type Schemas = components["schemas"];

/** One mistake in a request. */
export type ProblemError = Schemas["ProblemError"];

/** The current state, if a change was based on another one. */
export type CurrentState = Schemas["CurrentState"];

/** The kind of a problem: the last part of its `type`. */
export type ProblemKind = (typeof PROBLEM_KINDS)[number];

/** An error of the API (RFC 9457). */
export class Problem extends Error {
  override readonly name = "Problem";
  /** The kind; `other` if the server is newer than this package. */
  readonly kind: ProblemKind | "other";
  /** The URL of the page that says what to do. */
  readonly type: string;
  /** The kind in words. */
  readonly title: string;
  /** The HTTP status. */
  readonly status: number;
  /** What is wrong in this case. */
  readonly detail: string;
  /** The requested path. */
  readonly instance: string;
  /** All mistakes in the request. */
  readonly errors: readonly ProblemError[];
  /** The ID of the request in the logs of the server. */
  readonly requestId: string | null;
  /** Seconds to wait before a retry, if the server says so. */
  readonly retryAfterSeconds: number | null;
  /** The current state, if the kind is `stale`. */
  readonly current: CurrentState | null;

  constructor(body: ProblemBody, response: Response, url: string) {
    super(`${body.status} ${body.title}: ${body.detail}`);
    this.kind = PROBLEM_KINDS.find((known) => body.type.endsWith(`/${known}`)) ?? "other";
    this.type = new URL(body.type, url).href;
    this.title = body.title;
    this.status = body.status;
    this.detail = body.detail;
    this.instance = body.instance;
    this.errors = body.errors;
    this.requestId = body.request_id ?? response.headers.get("x-request-id");
    this.retryAfterSeconds = retryAfterSeconds(response);
    this.current = body.current ?? null;
  }
}

/** There was no response, or none in time. `cause` is the error of `fetch`. */
export class NetworkFailure extends Error {
  override readonly name = "NetworkFailure";
  /** Whether the timeout has expired. */
  readonly timedOut: boolean;

  constructor(
    /** The requested URL. */
    readonly url: string,
    cause: unknown,
  ) {
    const timedOut = cause instanceof DOMException && cause.name === "TimeoutError";
    super(`${url} ${timedOut ? "did not answer in time" : "cannot be reached"}`, { cause });
    this.timedOut = timedOut;
  }
}

/** The response does not come from Masthead: an intermediary responded, or `baseUrl` is wrong. */
export class UnexpectedAnswer extends Error {
  override readonly name = "UnexpectedAnswer";

  constructor(
    /** The requested URL. */
    readonly url: string,
    /** The HTTP status. */
    readonly status: number,
    /** The body of the response. */
    readonly text: string,
  ) {
    super(`${url} gave an answer that is not Masthead's, with status ${status}`);
  }
}

type ProblemBody = Schemas["Problem"] & { current?: CurrentState };

/** Creates the error for a failed request. */
export function refusal(response: Response, text: string, url: string): Problem | UnexpectedAnswer {
  const body = mediaType(response) === "application/problem+json" ? problemBody(text) : undefined;
  return body ? new Problem(body, response, url) : new UnexpectedAnswer(url, response.status, text);
}

/** Parses a problem; `undefined` if it is not one of Masthead's. */
function problemBody(text: string): ProblemBody | undefined {
  try {
    const body = JSON.parse(text) as Partial<ProblemBody> | null;
    return body?.type?.includes("/docs/problems/") ? (body as ProblemBody) : undefined;
  } catch {
    return undefined;
  }
}

/** The media type of a response, without parameters. */
export function mediaType(response: Response): string {
  return (response.headers.get("content-type") ?? "").split(";", 1)[0]!.trim().toLowerCase();
}

/** The seconds in `Retry-After`, if present and in seconds. */
export function retryAfterSeconds(response: Response): number | null {
  const value = response.headers.get("retry-after") ?? "";
  return /^\d+$/.test(value) ? Number(value) : null;
}

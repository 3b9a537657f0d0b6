// What can go wrong: Masthead refuses (Problem), nobody answers (NetworkFailure), another does (UnexpectedAnswer).

import type { components } from "./generated/editorial.v1.js";
import { PROBLEM_KINDS } from "./generated/problem-kinds.js";

type Schemas = components["schemas"];

/** One thing that is wrong with a request. */
export type ProblemError = Schemas["ProblemError"];

/** What there is now, where a change was meant for another state. */
export type CurrentState = Schemas["CurrentState"];

/** A kind of problem: the last part of its `type`. */
export type ProblemKind = (typeof PROBLEM_KINDS)[number];

/** Masthead refused, and said why (RFC 9457). */
export class Problem extends Error {
  override readonly name = "Problem";
  /** Which kind it is; `other` where the server is newer than this package. */
  readonly kind: ProblemKind | "other";
  /** The address of the page that says what to do. */
  readonly type: string;
  /** The kind in words. */
  readonly title: string;
  /** The status of the answer. */
  readonly status: number;
  /** What is wrong this time. */
  readonly detail: string;
  /** The path that was asked for. */
  readonly instance: string;
  /** Everything that is wrong with the request. */
  readonly errors: readonly ProblemError[];
  /** Identifies the request in the logs of the server. */
  readonly requestId: string | null;
  /** After how many seconds to ask again, where the server says so. */
  readonly retryAfterSeconds: number | null;
  /** What there is now, where the kind is `stale`. */
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

/** Nobody answered, or not in time. `cause` is what `fetch` said. */
export class NetworkFailure extends Error {
  override readonly name = "NetworkFailure";
  /** Whether the time was up. */
  readonly timedOut: boolean;

  constructor(
    /** What was asked for. */
    readonly url: string,
    cause: unknown,
  ) {
    const timedOut = cause instanceof DOMException && cause.name === "TimeoutError";
    super(`${url} ${timedOut ? "did not answer in time" : "cannot be reached"}`, { cause });
    this.timedOut = timedOut;
  }
}

/** The answer is not one of Masthead's: something in between gave it, or `baseUrl` leads elsewhere. */
export class UnexpectedAnswer extends Error {
  override readonly name = "UnexpectedAnswer";

  constructor(
    /** What was asked for. */
    readonly url: string,
    /** The status of the answer. */
    readonly status: number,
    /** What it says. */
    readonly text: string,
  ) {
    super(`${url} gave an answer that is not Masthead's, with status ${status}`);
  }
}

type ProblemBody = Schemas["Problem"] & { current?: CurrentState };

/** What a refused request throws. */
export function refusal(response: Response, text: string, url: string): Problem | UnexpectedAnswer {
  const body = mediaType(response) === "application/problem+json" ? problemBody(text) : undefined;
  return body ? new Problem(body, response, url) : new UnexpectedAnswer(url, response.status, text);
}

/** What Masthead says; nothing where the problem is somebody else's. */
function problemBody(text: string): ProblemBody | undefined {
  try {
    const body = JSON.parse(text) as Partial<ProblemBody> | null;
    return body?.type?.includes("/docs/problems/") ? (body as ProblemBody) : undefined;
  } catch {
    return undefined;
  }
}

/** The media type of an answer, without its parameters. */
export function mediaType(response: Response): string {
  return (response.headers.get("content-type") ?? "").split(";", 1)[0]!.trim().toLowerCase();
}

/** The seconds of `Retry-After`, where it is there and says seconds. */
export function retryAfterSeconds(response: Response): number | null {
  const value = response.headers.get("retry-after") ?? "";
  return /^\d+$/.test(value) ? Number(value) : null;
}

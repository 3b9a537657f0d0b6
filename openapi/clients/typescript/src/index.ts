// Clients of the Masthead APIs: `createClient` for the delivery API, `editorial` for the editorial API.

export type * from "./blocks.js";
export { createClient } from "./client.js";
export type * from "./client.js";
export type * from "./drafts.js";
export { editorial } from "./editorial.js";
export type * from "./editorial.js";
export { NetworkFailure, Problem, UnexpectedAnswer } from "./failures.js";
export type { CurrentState, ProblemError, ProblemKind } from "./failures.js";
export { PROBLEM_KINDS } from "./generated/problem-kinds.js";
export type * from "./schemas.js";
export { signIn } from "./session.js";
export type { Session, SignInOptions } from "./session.js";
export type { CallOptions, Fetch, Fresh, NotModified, Retry, TransportOptions } from "./transport.js";

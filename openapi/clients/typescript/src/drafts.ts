// The ways of a draft: begun, saved, looked at, published, withdrawn. Each is one call of the editorial API.

import type { Editorial } from "./editorial.js";
import type { ActReport, ContentPatch, CreateDraft, Draft, EditorialSchemas, PreviewLink } from "./schemas.js";
import type { CallOptions } from "./transport.js";

/** A draft, and the revision of it that was seen: what a change is meant for. A `Draft` is one. */
export type SeenDraft = EditorialSchemas["SeenDraft"];

/** How something is written. */
export interface WriteOptions extends CallOptions {
  /** Names the request: the same key again gets the same answer and has no second effect, for a day. */
  idempotencyKey?: string | undefined;
}

/** How the public side is changed. */
export interface ActOptions extends WriteOptions {
  /** Whether to say only what readers would see happen, and change nothing. */
  dryRun?: boolean | undefined;
}

/** How a draft is published. */
export interface PublishOptions extends ActOptions {
  /** Whether it is a small change, of which readers are not told: `updated_at` stays. */
  minor?: boolean | undefined;
}

/** Which moment a preview shows, and for how long it is good. */
export type PreviewOptions = Omit<EditorialSchemas["CreatePreview"], "drafts">;

/** What can be done with drafts. A change that is meant for an older state than there is gives the problem `stale`. */
export interface Drafts {
  /** Begins a draft. */
  create(draft: CreateDraft, options?: WriteOptions): Promise<Draft>;
  /** A draft as it is now. */
  get(id: string, options?: CallOptions): Promise<Draft>;
  /** Saves what the patch names, and leaves all else. `null` takes a value away. */
  save(draft: SeenDraft, patch: ContentPatch, options?: WriteOptions): Promise<Draft>;
  /** Makes a link under which drafts are shown as if they were published. */
  preview(drafts: readonly { id: string }[], of?: PreviewOptions, options?: WriteOptions): Promise<PreviewLink>;
  /** Shows readers the revision that was seen. */
  publish(draft: SeenDraft, options?: PublishOptions): Promise<ActReport>;
  /** Has the revision that was seen published at a moment. Text without an offset is a wall time in the site's time zone. */
  schedule(draft: SeenDraft, dueAt: Date | string, options?: WriteOptions): Promise<Draft>;
  /** Ends what readers see of it. */
  withdraw(draft: { id: string }, options?: ActOptions): Promise<ActReport>;
}

/** The ways of a draft, by these calls. */
export function drafts({ get, post, patch }: Pick<Editorial, "get" | "post" | "patch">): Drafts {
  return {
    async create(body, options) {
      return (await post("/editorial/v1/drafts", { body, ...options })).data;
    },
    async get(id, options) {
      return (await get("/editorial/v1/drafts/{id}", { params: { id }, ...options })).data;
    },
    async save(draft, body, options) {
      return (await patch("/editorial/v1/drafts/{id}", { ...seen(draft), body, ...options })).data;
    },
    async preview(shown, of, options) {
      const body = { drafts: shown.map(({ id }) => id), ...of };
      return (await post("/editorial/v1/previews", { body, ...options })).data;
    },
    async publish(draft, { minor = false, ...options } = {}) {
      const path = "/editorial/v1/drafts/{id}/publish";
      return (await post(path, { ...seen(draft), body: { minor }, ...options })).data;
    },
    async schedule(draft, dueAt, options) {
      const path = "/editorial/v1/drafts/{id}/schedule";
      const body = { due_at: typeof dueAt === "string" ? dueAt : dueAt.toISOString() };
      return (await post(path, { ...seen(draft), body, ...options })).data;
    },
    async withdraw({ id }, options) {
      return (await post("/editorial/v1/drafts/{id}/withdraw", { params: { id }, ...options })).data;
    },
  };
}

/** The draft, in the state that was seen: its `ETag` is the number of its revision. */
function seen({ id, revision }: SeenDraft) {
  return { params: { id }, ifMatch: `"${revision}"` };
}

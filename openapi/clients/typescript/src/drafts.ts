// Shortcuts for drafts: create, save, read, preview, publish, schedule, withdraw. Each is one call of the editorial API.

import type { Editorial } from "./editorial.js";
import type { ActReport, ContentPatch, CreateDraft, Draft, EditorialSchemas, PreviewLink } from "./schemas.js";
import type { CallOptions } from "./transport.js";

/** A draft and the revision that a change is based on. A `Draft` is one. */
export type SeenDraft = EditorialSchemas["SeenDraft"];

/** Options of a write. */
export interface WriteOptions extends CallOptions {
  /** Makes the request idempotent: for a day, the same key returns the same response and has no second effect. */
  idempotencyKey?: string | undefined;
}

/** Options of a change of the public side. */
export interface ActOptions extends WriteOptions {
  /** Only returns what would change, and changes nothing. */
  dryRun?: boolean | undefined;
}

/** Options of a publish. */
export interface PublishOptions extends ActOptions {
  /** A minor change: `updated_at` stays. */
  minor?: boolean | undefined;
}

/** The time that a preview shows, and its lifetime. */
export type PreviewOptions = Omit<EditorialSchemas["CreatePreview"], "drafts">;

/** Operations on drafts. A change that is based on an outdated revision throws the problem `stale`. */
export interface Drafts {
  /** Creates a draft. */
  create(draft: CreateDraft, options?: WriteOptions): Promise<Draft>;
  /** Returns a draft as it is now. */
  get(id: string, options?: CallOptions): Promise<Draft>;
  /** Saves the properties in the patch and leaves all others. `null` removes a value. */
  save(draft: SeenDraft, patch: ContentPatch, options?: WriteOptions): Promise<Draft>;
  /** Creates a preview, in which the drafts are shown as if they were published. */
  preview(drafts: readonly { id: string }[], of?: PreviewOptions, options?: WriteOptions): Promise<PreviewLink>;
  /** Publishes the revision. */
  publish(draft: SeenDraft, options?: PublishOptions): Promise<ActReport>;
  /** Schedules the revision. A time without an offset is local time in the site's time zone. */
  schedule(draft: SeenDraft, dueAt: Date | string, options?: WriteOptions): Promise<Draft>;
  /** Withdraws the article. */
  withdraw(draft: { id: string }, options?: ActOptions): Promise<ActReport>;
}

/** Builds the shortcuts from the calls of the editorial client. */
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

/** The path parameter and the `If-Match` of a draft: its `ETag` is its revision number. */
function seen({ id, revision }: SeenDraft) {
  return { params: { id }, ifMatch: `"${revision}"` };
}

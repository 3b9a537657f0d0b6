// Made from openapi/editorial.v1.json by `npm run generate`. Not to be edited.

export interface paths {
    "/editorial/v1/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists audit log entries.
         * @description Returns every write, the newest first: who did what to which resource, when, and by which request. Entries cannot
         *     be changed.
         *
         *     Roles: admin, editor.
         */
        get: operations["listAuditEntries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/editorial/v1/bulk/move": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Moves drafts into another section.
         * @description Each draft gets a new revision. Readers see the change when you publish it.
         *
         *     Roles: admin, editor, author (own), contributor (own).
         */
        post: operations["moveDrafts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/editorial/v1/bulk/publish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Publishes drafts in one transaction.
         * @description Either all drafts are published or none. `pending` applies to all of them: it decides what happens to schedules
         *     that conflict.
         *
         *     Roles: admin, editor, author (own).
         */
        post: operations["publishDrafts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/editorial/v1/bulk/trash": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Moves drafts to the trash.
         * @description Their schedules are cancelled.
         *
         *     Roles: admin, editor, author (own), contributor (own).
         */
        post: operations["trashDrafts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/editorial/v1/bulk/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Withdraws articles in one transaction.
         * @description Either all articles are withdrawn or none. The request fails if any of the drafts was saved after the revision that
         *     you name. `pending` applies to all of them: it decides what happens to schedules that conflict.
         *
         *     Roles: admin, editor, author (own).
         */
        post: operations["withdrawDrafts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/editorial/v1/drafts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists drafts.
         * @description Sorted by time of the last save, the newest first. Filters are combined with AND.
         *
         *     Roles: admin, editor, author, contributor (own), viewer.
         */
        get: operations["listDrafts"];
        put?: never;
        /**
         * Creates a draft.
         * @description Creates a draft of a new article, or of an existing article in another locale. You become its owner.
         *
         *     Roles: admin, editor, author, contributor.
         */
        post: operations["createDraft"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/editorial/v1/drafts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Gets a draft.
         * @description `content` is what was saved. `terms` has the current names of the terms in it, and tells which were merged or
         *     deleted. Terms and the status of the draft change without a new revision, so the `ETag` is only for `If-Match`:
         *     `If-None-Match` is ignored, and the response is never 304.
         *
         *     Roles: admin, editor, author, contributor (own), viewer.
         */
        get: operations["getDraft"];
        put?: never;
        post?: never;
        /**
         * Moves a draft to the trash.
         * @description You can restore it later. A live article has to be withdrawn first. A pending schedule is cancelled, which requires
         *     the permission to publish.
         *
         *     Roles: admin, editor, author (own), contributor (own).
         */
        delete: operations["trashDraft"];
        options?: never;
        head?: never;
        /**
         * Saves a draft.
         * @description Applies a merge patch (RFC 7396) to `content`: absent properties stay unchanged, `null` clears a property. Each
         *     save creates a revision, unless nothing changes. If the draft was saved since the revision in `If-Match`, the
         *     request returns 412 with the properties that changed.
         *
         *     Roles: admin, editor, author (own), contributor (own).
         */
        patch: operations["saveDraft"];
        trace?: never;
    };
    "/editorial/v1/drafts/{id}/checks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Checks whether a draft can be published.
         * @description Applies the rules of publishing with your permissions. Each reason for which publishing would fail now is listed in
         *     `obstacles`, with the same problem type. Findings of severity `error` prevent publishing; warnings and notes do
         *     not. Nothing is changed.
         *
         *     Roles: admin, editor, author, contributor (own), viewer.
         */
        get: operations["checkDraft"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/editorial/v1/drafts/{id}/comparison": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Compares two revisions of a draft.
         * @description Compares the body word by word and everything else property by property. In both revisions, a merged term counts as
         *     the term that it was merged into.
         *
         *     Roles: admin, editor, author, contributor (own), viewer.
         */
        get: operations["compareRevisions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/editorial/v1/drafts/{id}/duplicate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Duplicates a draft as a new article.
         * @description Copies everything except the slug and the dates. You become the owner of the new draft.
         *
         *     Roles: admin, editor, author, contributor.
         */
        post: operations["duplicateDraft"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/editorial/v1/drafts/{id}/previous-edition": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Republishes the previous edition.
         * @description The previous edition is the one before the live edition or, for a withdrawn article, the last live edition. If
         *     something is scheduled, `pending` decides what happens to it.
         *
         *     Roles: admin, editor, author (own).
         */
        post: operations["showPreviousEdition"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/editorial/v1/drafts/{id}/publish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Publishes a draft.
         * @description Publishes the revision in `If-Match`. If this revision is live already, nothing changes and the response is 200.
         *     Publishing the scheduled revision completes its schedule; if another revision is scheduled, `pending` decides what
         *     happens to it.
         *
         *     Roles: admin, editor, author (own).
         */
        post: operations["publishDraft"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/editorial/v1/drafts/{id}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Restores a draft from the trash.
         * @description Roles: admin, editor, author (own), contributor (own).
         */
        post: operations["restoreDraft"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/editorial/v1/drafts/{id}/revisions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists the revisions of a draft.
         * @description Roles: admin, editor, author, contributor (own), viewer.
         */
        get: operations["listRevisions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/editorial/v1/drafts/{id}/revisions/{number}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Gets a revision.
         * @description `content` is what was saved, and never changes. `terms` has the current names of the terms in it, and tells which
         *     were merged or deleted. `If-None-Match` is ignored, and the response is never 304.
         *
         *     Roles: admin, editor, author, contributor (own), viewer.
         */
        get: operations["getRevision"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/editorial/v1/drafts/{id}/revisions/{number}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Restores an earlier revision.
         * @description Creates a new revision with the content of the earlier one, so no revision is lost. Terms that were merged since
         *     are replaced with the term they were merged into. Terms that were deleted are left out and listed in `findings`.
         *
         *     Roles: admin, editor, author (own), contributor (own).
         */
        post: operations["restoreRevision"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/editorial/v1/drafts/{id}/schedule": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Schedules a draft.
         * @description Schedules the revision in `If-Match`: it is published at `due_at`, even if newer revisions are saved until then.
         *     This replaces an existing schedule of the article in this locale.
         *
         *     Roles: admin, editor, author (own).
         */
        post: operations["scheduleDraft"];
        /**
         * Cancels a schedule.
         * @description Roles: admin, editor, author (own).
         */
        delete: operations["cancelSchedule"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/editorial/v1/drafts/{id}/take-down": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Takes an article down.
         * @description Erases all editions of the article, including former ones, and cancels a pending schedule. The draft and its
         *     revisions are kept. The request waits up to one second until all servers have confirmed that they no longer serve
         *     the article, and returns which of them have.
         *
         *     Roles: admin, editor.
         */
        post: operations["takeDownDraft"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/editorial/v1/drafts/{id}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Withdraws an article.
         * @description The URLs of the article return 410. Its editions are kept, and you can publish it again. If something is scheduled,
         *     `pending` decides what happens to it.
         *
         *     Roles: admin, editor, author (own).
         */
        post: operations["withdrawDraft"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/editorial/v1/jobs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists jobs.
         * @description Roles: admin, editor.
         */
        get: operations["listJobs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/editorial/v1/jobs/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Gets a job.
         * @description Roles: admin, editor.
         */
        get: operations["getJob"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/editorial/v1/jobs/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cancels a job.
         * @description A running job can no longer write its result.
         *
         *     Roles: admin.
         */
        post: operations["cancelJob"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/editorial/v1/jobs/{id}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Retries a job immediately.
         * @description Roles: admin.
         */
        post: operations["retryJob"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/editorial/v1/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Gets your account.
         * @description Roles: admin, editor, author, contributor, viewer.
         */
        get: operations["getMe"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/editorial/v1/me/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Changes your password.
         * @description Requires the current password. All of your sessions end, including this one: sign in again with the new password.
         *
         *     Dry runs are not supported: `Prefer: dry-run` is refused.
         *
         *     Roles: admin, editor, author, contributor, viewer.
         */
        put: operations["changeOwnPassword"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/editorial/v1/password-resets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Resets a forgotten password.
         * @description Requires a one-time token from an administrator, which is valid for half an hour. All sessions of the account end.
         *     Attempts are limited per client address; too many return 429.
         *
         *     Dry runs are not supported: `Prefer: dry-run` is refused.
         */
        post: operations["setForgottenPassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/editorial/v1/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists people.
         * @description Roles: admin, editor.
         */
        get: operations["listPeople"];
        put?: never;
        /**
         * Creates an account.
         * @description Roles: admin.
         */
        post: operations["createPerson"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/editorial/v1/people/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Gets a person.
         * @description Roles: admin, editor.
         */
        get: operations["getPerson"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Changes an account.
         * @description Applies a merge patch. Changing the role or suspending the account ends all sessions of the person at once. The
         *     last administrator can be neither suspended nor given another role.
         *
         *     Roles: admin.
         */
        patch: operations["changePerson"];
        trace?: never;
    };
    "/editorial/v1/people/{id}/password-token": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Issues a password token.
         * @description With this one-time token, a person sets the first password, or a new one if it was forgotten. The token is valid
         *     for half an hour and replaces an earlier one. It is returned only here, so the response has no `Location`.
         *
         *     Dry runs are not supported: `Prefer: dry-run` is refused.
         *
         *     Roles: admin.
         */
        post: operations["issuePasswordToken"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/editorial/v1/previews": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists valid previews.
         * @description Returns your own previews, or all previews if you may read all drafts.
         *
         *     Roles: admin, editor, author (own), contributor (own).
         */
        get: operations["listPreviews"];
        put?: never;
        /**
         * Creates a preview.
         * @description Anyone with the link can read the site with these drafts, or as it will be at a future time, below `/preview/v1`,
         *     which has the same paths and formats as `/v1`. A future time includes all scheduled articles, so it requires the
         *     permission to read all drafts.
         *
         *     Dry runs are not supported: `Prefer: dry-run` is refused.
         *
         *     Roles: admin, editor, author (own), contributor (own).
         */
        post: operations["createPreview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/editorial/v1/previews/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Gets a preview.
         * @description Returns it without the token, also after it has expired or was revoked.
         *
         *     Roles: admin, editor, author (own), contributor (own).
         */
        get: operations["getPreview"];
        put?: never;
        post?: never;
        /**
         * Revokes a preview.
         * @description Roles: admin, editor, author (own), contributor (own).
         */
        delete: operations["revokePreview"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/editorial/v1/redirects": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists redirects, by path.
         * @description Roles: admin, editor, author, contributor, viewer.
         */
        get: operations["listRedirects"];
        put?: never;
        /**
         * Creates a redirect.
         * @description `GET /v1/resolve` then returns `moved` for the path, or `gone` if the target article is withdrawn. You cannot
         *     create a redirect for the current or a former path of an article: those resolve by themselves.
         *
         *     Roles: admin, editor.
         */
        post: operations["createRedirect"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/editorial/v1/redirects/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Gets a redirect.
         * @description Roles: admin, editor, author, contributor, viewer.
         */
        get: operations["getRedirect"];
        put?: never;
        post?: never;
        /**
         * Deletes a redirect.
         * @description Redirects cannot be changed: to give a path another target, delete the redirect and create a new one.
         *
         *     Roles: admin, editor.
         */
        delete: operations["deleteRedirect"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/editorial/v1/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists your sessions.
         * @description Roles: admin, editor, author, contributor, viewer.
         */
        get: operations["listSessions"];
        put?: never;
        /**
         * Signs in.
         * @description Returns an access token that is valid for ten minutes, and a refresh token. All failures return the same response
         *     after the same time. Attempts are limited per account and per client address; too many return 429.
         *
         *     Dry runs are not supported: `Prefer: dry-run` is refused.
         */
        post: operations["signIn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/editorial/v1/sessions/refresh": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Exchanges a refresh token for new tokens.
         * @description Each refresh token can be used once. Within twenty seconds, the same client gets the same response again, in case
         *     the first was lost; after that, using the token again ends the session. Requests are limited per client address;
         *     too many return 429.
         *
         *     Dry runs are not supported: `Prefer: dry-run` is refused.
         */
        post: operations["refreshSession"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/editorial/v1/sessions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Ends a session.
         * @description End your current session to sign out. Administrators can end the sessions of others. The tokens of the session
         *     become invalid at once.
         *
         *     Dry runs are not supported: `Prefer: dry-run` is refused.
         *
         *     Roles: admin, editor, author, contributor, viewer.
         */
        delete: operations["endSession"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/editorial/v1/terms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists the terms of a kind.
         * @description Roles: admin, editor, author, contributor, viewer.
         */
        get: operations["listTerms"];
        put?: never;
        /**
         * Creates a term.
         * @description Roles: admin, editor.
         */
        post: operations["createTerm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/editorial/v1/terms/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Gets a term.
         * @description Accepts the ID of the term, or the ID of a term that was merged into it.
         *
         *     Roles: admin, editor, author, contributor, viewer.
         */
        get: operations["getTerm"];
        put?: never;
        post?: never;
        /**
         * Deletes an unused term.
         * @description Fails while the newest revision of a draft, or something live or scheduled, uses the term. Older revisions keep its
         *     ID, and their `terms` tell when it was deleted. Its slug and those of the terms merged into it become available.
         *
         *     Roles: admin, editor.
         */
        delete: operations["deleteTerm"];
        options?: never;
        head?: never;
        /**
         * Changes a term.
         * @description Applies a merge patch. The term changes for readers at once; its articles are refreshed by a background job with
         *     progress, and their `updated_at` stays unchanged.
         *
         *     Roles: admin, editor.
         */
        patch: operations["changeTerm"];
        trace?: never;
    };
    "/editorial/v1/terms/{id}/merge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Merges a term into another of its kind.
         * @description Everything that uses the term refers to the other one from then on, and its slug stays reserved. No drafts or
         *     revisions are written: their `terms` show the merge. If the term is public, its articles are refreshed by a
         *     background job.
         *
         *     Roles: admin, editor.
         */
        post: operations["mergeTerm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @description The outcome of a publishing request, or of its dry run. */
        ActReport: {
            /** @description The outcome for each article. */
            articles: components["schemas"]["ArticleReport"][];
            /**
             * @description Whether this was a dry run: nothing was changed.
             * @example false
             */
            dry_run: boolean;
            /** @description Warnings and notes that do not prevent publishing. */
            findings: components["schemas"]["Finding"][];
            /**
             * @description For a takedown, the servers, and whether each has confirmed that it no longer serves the article; otherwise
             *     `null`. A server without a connection to the database may serve cached responses for 15 minutes. To check
             *     again, repeat the request with the same idempotency key.
             * @example null
             */
            instances: components["schemas"]["InstanceReport"][] | null;
            /**
             * Format: int64
             * @description The sequence number of the change. `null` for a dry run, and if nothing changed.
             * @example 1207
             */
            sequence: number | null;
        };
        /**
         * @description How the article changes for readers.
         * @example published
         * @enum {string}
         */
        ArticleChange: "published" | "changed" | "withdrawn" | "taken_down" | "unchanged";
        /**
         * Format: uuid
         * @description The ID of an article, the same in all its locales.
         * @example 0199a3c2-5d1e-7c3a-9b1f-4f0d2c8e7a61
         */
        ArticleId: string;
        /** @description The outcome for an article. */
        ArticleReport: {
            /** @description The article. */
            article_id: components["schemas"]["ArticleId"];
            /** @description The change. */
            change: components["schemas"]["ArticleChange"];
            /**
             * Format: int32
             * @description The number of the live edition.
             * @example 3
             */
            edition_number: number | null;
            /** @description The locale. */
            locale: components["schemas"]["Locale"];
            /** @description The former slug, which now redirects. */
            moved_from: components["schemas"]["Slug"] | null;
            /** @description The current slug, or the last one. */
            slug: components["schemas"]["Slug"];
        };
        /** @description An entry of the audit log. Entries are never changed. */
        AuditEntry: {
            /**
             * @description The action.
             * @example publish
             */
            action: string;
            /**
             * @description The actor: the ID of a person, or the name of a program.
             * @example 0199a3c2-5d1e-7c3a-9b1f-000000000001
             */
            actor: string;
            /** @description A digest of the subject after the action. */
            after_digest: string | null;
            /**
             * Format: date-time
             * @description When it happened, by the clock of the database.
             */
            at: string;
            /** @description A digest of the subject before the action (SHA-256, hexadecimal). */
            before_digest: string | null;
            /** @description Further details. */
            detail: unknown;
            /**
             * Format: uuid
             * @description The ID of the entry.
             * @example 0199a3c2-5d1e-7c3a-9b1f-000000000005
             */
            id: string;
            /**
             * @description The ID of the request.
             * @example 0199a3c2-5d1e-7c3a-9b1f-4f0d2c8e7a61
             */
            request_id: string;
            /**
             * Format: int64
             * @description The sequence number of the act, if the action changed what readers see.
             * @example 1207
             */
            sequence: number | null;
            /**
             * Format: uuid
             * @description The ID of the subject.
             * @example 0199a3c2-5d1e-7c3a-9b1f-4f0d2c8e7a61
             */
            subject_id: string | null;
            /**
             * @description The type of the subject: `draft`, `article`, `term`, `person`, `session`, `preview`, `job`,
             *     `redirect`.
             * @example article
             */
            subject_kind: string | null;
        };
        /** @description A page of the audit log, the newest entries first. */
        AuditPage: {
            /** @description The entries. */
            data: components["schemas"]["AuditEntry"][];
            /** @description The cursors of the next and the previous page. */
            page: components["schemas"]["NextPage"];
        };
        /** @description A change of your password. */
        ChangePassword: {
            /**
             * @description The current password.
             * @example correct horse battery staple 47
             */
            current_password: string;
            /**
             * @description The new password: 15 to 256 characters.
             * @example ink dries slowly in april
             */
            new_password: string;
        };
        /** @description A term after a change. */
        ChangedTerm: components["schemas"]["Term"] & {
            /**
             * Format: int64
             * @description The sequence number of the change, if the term is public; its articles are then refreshed by a background job.
             * @example 1208
             */
            sequence: number | null;
        };
        /** @description The result of checking a draft. */
        CheckReport: {
            /** @description All findings, errors first. Each obstacle has an error. */
            findings: components["schemas"]["Finding"][];
            /** @description Every problem for which publishing would fail now. */
            obstacles: components["schemas"]["Obstacle"][];
            /**
             * @description Whether you could publish the draft now: `true` exactly if `obstacles` is empty.
             * @example true
             */
            publishable: boolean;
        };
        /** @description The difference between two states of content. */
        Comparison: {
            /**
             * @description The diff of the Markdown of the body, in runs of words. Runs that are `equal` or `delete` make up the old body, those that
             *     are `equal` or `insert` the new one.
             */
            body: components["schemas"]["Run"][];
            /** @description Every other property that differs; of `seo` and `fields`, every member that differs. */
            fields: components["schemas"]["FieldChange"][];
        };
        /** @description The content of a revision. A draft may be incomplete, so everything except the body is optional. */
        Content: {
            /** @description The body. */
            body: components["schemas"]["Markdown"];
            /** @description The authors, in display order. */
            byline: components["schemas"]["TermId"][];
            /** @description Custom fields of the publication. */
            fields: {
                [key: string]: unknown;
            };
            /**
             * Format: date-time
             * @description The date of first publication, for imported articles: from 1000-01-02 to 9999-12-30 (UTC). Default: the time at
             *     which the article is first published.
             */
            first_published_at: string | null;
            /** @description The headline. */
            headline: components["schemas"]["Headline"] | null;
            /** @description The lead picture. */
            hero: components["schemas"]["Hero"] | null;
            /** @description The kicker. */
            kicker: components["schemas"]["Kicker"] | null;
            /** @description The section. */
            section: components["schemas"]["TermId"] | null;
            /** @description Metadata for search engines. */
            seo: components["schemas"]["Seo"];
            /** @description The position in a series. */
            series: components["schemas"]["SeriesPart"] | null;
            /** @description The slug that the next publish uses. */
            slug: components["schemas"]["Slug"] | null;
            /** @description The standfirst. If absent, publishing derives it from the body. */
            standfirst: components["schemas"]["Standfirst"] | null;
            /** @description The tags. */
            tags: components["schemas"]["TermId"][];
        };
        /**
         * @description A merge patch (RFC 7396): absent properties stay unchanged, `null` clears a property.
         * @example {
         *       "slug": "feature-flag-hygiene",
         *       "kicker": "Dispatch",
         *       "headline": "Feature flags that do not rot",
         *       "standfirst": "One or two sentences, plain text.",
         *       "body": "Flags are **code**."
         *     }
         */
        ContentPatch: {
            /** @description The body. */
            body?: null | components["schemas"]["Markdown"];
            /** @description The authors, in display order. */
            byline?: null | components["schemas"]["TermId"][];
            /** @description Custom fields of the publication. */
            fields?: null | {
                [key: string]: unknown;
            };
            /**
             * Format: date-time
             * @description The date of first publication, for imported articles: from 1000-01-02 to 9999-12-30 (UTC). Default: the time at
             *     which the article is first published.
             */
            first_published_at?: string | null;
            /** @description The headline. */
            headline?: components["schemas"]["Headline"] | null;
            /** @description The lead picture. */
            hero?: components["schemas"]["Hero"] | null;
            /** @description The kicker. */
            kicker?: components["schemas"]["Kicker"] | null;
            /** @description The section. */
            section?: components["schemas"]["TermId"] | null;
            /** @description Metadata for search engines; absent members stay unchanged. */
            seo?: null | components["schemas"]["SeoPatch"];
            /** @description The position in a series. */
            series?: components["schemas"]["SeriesPart"] | null;
            /** @description The slug that the next publish uses. */
            slug?: components["schemas"]["Slug"] | null;
            /** @description The standfirst. If absent, publishing derives it from the body. */
            standfirst?: components["schemas"]["Standfirst"] | null;
            /** @description The tags. */
            tags?: null | components["schemas"]["TermId"][];
        };
        /** @description A draft to create. */
        CreateDraft: {
            /**
             * @description An existing article, to create its draft in another locale. Default: a new article. If it does not exist or you
             *     may not read it, the request returns 404.
             */
            article_id?: components["schemas"]["ArticleId"] | null;
            /** @description The initial content. Everything is optional. */
            content?: components["schemas"]["ContentPatch"];
            /** @description The locale. Default: the site's default locale. */
            locale?: components["schemas"]["Locale"] | null;
        };
        /** @description An account to create. It has no password: issue a password token with which the person sets one. */
        CreatePerson: {
            /** @description The mail address that the person signs in with. */
            email: components["schemas"]["Email"];
            /** @description The name of the person. */
            name: components["schemas"]["Name"];
            /** @description The role of the person. */
            role: components["schemas"]["Role"];
        };
        /** @description A preview to create. */
        CreatePreview: {
            /**
             * @description Shows the site as it will be at this time: everything scheduled until then is public. Without an offset, it is
             *     a local time in the site's time zone.
             * @example 2030-04-27T08:00:00Z
             */
            at?: string | null;
            /** @description The drafts whose newest revisions are shown as if they were published; at most 50. */
            drafts?: components["schemas"]["DraftId"][];
            /**
             * Format: int32
             * @description How long the link is valid, in seconds: 60 to 2,592,000 (30 days). Default: 86,400 (one day).
             * @example 86400
             */
            seconds?: number;
        };
        /** @description A redirect to create. Give either `article_id` or `url`. */
        CreateRedirect: {
            /**
             * @description The target article; the redirect follows its current path. Without a draft in the locale, the request returns
             *     404.
             */
            article_id?: components["schemas"]["ArticleId"] | null;
            /** @description The locale of the path and of the target article. Default: the site's default locale. */
            locale?: components["schemas"]["Locale"] | null;
            /** @description The path to redirect, without query and fragment. */
            path: components["schemas"]["RedirectPath"];
            /**
             * @description The target page: an absolute URL of the site, or the part of it after the host.
             * @example null
             */
            url?: string | null;
        };
        /** @description A section, tag, author or series to create. */
        CreateTerm: {
            /**
             * @description A short description; for an author, the biography.
             * @example What keeps the site up.
             */
            description?: string | null;
            /** @description The kind of term. */
            kind: components["schemas"]["TermKind"];
            /** @description The display name. */
            name: components["schemas"]["Name"];
            /** @description A picture; for an author, the portrait. */
            picture?: components["schemas"]["Hero"] | null;
            /** @description The slug. Default: derived from the name. */
            slug?: components["schemas"]["Slug"] | null;
            /**
             * @description A page about it; for an author, the home page: `http`, `https` or `mailto`. You may send a path from the site's
             *     root (`/about`); the delivery API returns it as an absolute URL.
             * @example https://vera.example
             */
            url?: string | null;
        };
        /** @description A redirect that was created. */
        CreatedRedirect: components["schemas"]["EditorialRedirect"] & {
            /**
             * Format: int64
             * @description The sequence number of the change; `null` for a dry run.
             * @example 1208
             */
            sequence: number | null;
        };
        /** @description The current state. For a draft, also who saved it and when, and what changed since the revision in `If-Match`. */
        CurrentState: {
            /**
             * @description The `ETag` of the current state.
             * @example "4"
             */
            etag: string;
            /**
             * Format: int32
             * @description The number of the current revision.
             * @example 4
             */
            revision?: number;
            /**
             * Format: date-time
             * @description When it was saved.
             */
            saved_at?: string;
            /** @description Who saved it. */
            saved_by?: string;
            changes?: components["schemas"]["Comparison"];
        };
        /** @description A draft without its content, for lists. */
        DraftEntry: {
            /** @description The article, the same in all locales. */
            article_id: components["schemas"]["ArticleId"];
            /**
             * Format: date-time
             * @description When it was created.
             */
            created_at: string;
            /**
             * @description Whether the content differs from what is live or scheduled.
             * @example false
             */
            has_unpublished_changes: boolean;
            /** @description The headline. */
            headline: components["schemas"]["Headline"] | null;
            /** @description The ID of the draft. */
            id: components["schemas"]["DraftId"];
            /** @description The kicker. */
            kicker: components["schemas"]["Kicker"] | null;
            /** @description The live edition. */
            live: components["schemas"]["LiveState"] | null;
            /** @description The locale of the draft. */
            locale: components["schemas"]["Locale"];
            /** @description The owner of the draft; `null` for imported drafts, which belong to nobody. */
            owner_id: components["schemas"]["PersonId"] | null;
            /**
             * Format: int32
             * @description The number of the newest revision. It is the `ETag` of the draft, which is used for `If-Match` only.
             * @example 3
             */
            revision: number;
            /**
             * Format: date-time
             * @description When it was last saved.
             */
            saved_at: string;
            /**
             * @description Who last saved it: the ID of a person, or the name of a program.
             * @example 0199a3c2-5d1e-7c3a-9b1f-000000000001
             */
            saved_by: string;
            /** @description The pending schedule. */
            scheduled: components["schemas"]["ScheduledState"] | null;
            /** @description The current section: the one in the content, or the one that it was merged into. `null` if it was deleted. */
            section: components["schemas"]["TermId"] | null;
            /** @description The slug that the next publish uses. */
            slug: components["schemas"]["Slug"] | null;
            /** @description The publication status. */
            status: components["schemas"]["DraftStatus"];
            /**
             * Format: date-time
             * @description When it was moved to the trash.
             */
            trashed_at: string | null;
        };
        /**
         * Format: uuid
         * @description The ID of a draft: an article in one locale, as editors see it.
         * @example 0199a3c2-5d1e-7c3a-9b1f-4f0d2c8e7a62
         */
        DraftId: string;
        /** @description A page of drafts, the last saved first. */
        DraftPage: {
            /** @description The changed drafts. */
            data: components["schemas"]["DraftEntry"][];
            /** @description The cursors of the next and the previous page. */
            page: components["schemas"]["NextPage"];
        };
        /**
         * @description The publication status of a draft.
         * @example live
         * @enum {string}
         */
        DraftStatus: "draft" | "scheduled" | "live" | "withdrawn" | "trashed";
        /** @description The outcome of a bulk request, or of its dry run. */
        DraftsReport: {
            /** @description The drafts after the change. */
            drafts: components["schemas"]["DraftEntry"][];
            /**
             * @description Whether this was a dry run: nothing was changed.
             * @example false
             */
            dry_run: boolean;
        };
        /** @description A draft with its content: an article in one locale, in its newest revision. */
        EditorialDraft: components["schemas"]["DraftEntry"] & {
            /** @description The content of the newest revision as it was saved; terms have the IDs that they had then. */
            content: components["schemas"]["Content"];
            /** @description The current state of the terms that the content names. It can change without a new revision. */
            terms: components["schemas"]["NamedTerm"][];
        };
        /** @description A redirect, either to an article or to a page. */
        EditorialRedirect: {
            /** @description The target article. */
            article_id: components["schemas"]["ArticleId"] | null;
            /**
             * Format: date-time
             * @description When it was created.
             */
            created_at: string;
            /**
             * @description Who created it: the ID of a person, or the name of a program.
             * @example 0199a3c2-5d1e-7c3a-9b1f-000000000001
             */
            created_by: string;
            /** @description The ID. */
            id: components["schemas"]["RedirectId"];
            /** @description The locale of the path and of the target article. */
            locale: components["schemas"]["Locale"];
            /** @description The normalised path. */
            path: components["schemas"]["RedirectPath"];
            /**
             * @description The absolute URL of the target page.
             * @example null
             */
            url: string | null;
        };
        /** @description A term, with its use. */
        EditorialTerm: components["schemas"]["Term"] & {
            /**
             * Format: int64
             * @description The number of drafts whose newest revision uses it.
             * @example 12
             */
            draft_count: number;
            /**
             * @description Whether it is public: at least one live article uses it.
             * @example true
             */
            is_public: boolean;
        };
        /** @description A page of terms, sorted by slug. */
        EditorialTermPage: {
            /** @description The terms. */
            data: components["schemas"]["EditorialTerm"][];
            /** @description The cursors of the next and the previous page. */
            page: components["schemas"]["NextPage"];
        };
        /**
         * @description A mail address in canonical form: lower-case ASCII, one `@`, no white space.
         * @example vera@example.org
         */
        Email: string;
        /** @description A property that differs. */
        FieldChange: {
            /** @description The new value; `null` if there is none any more. */
            after: unknown;
            /** @description The old value; `null` if there was none. */
            before: unknown;
            /**
             * @description The property, as a JSON pointer (RFC 6901) into the content.
             * @example /headline
             */
            pointer: string;
        };
        /** @description A finding about a draft that matters for publishing it. */
        Finding: {
            /**
             * @description A description for people.
             * @example The leading picture has no text for those who do not see it.
             */
            detail: string;
            /**
             * @description The position in the content, as a JSON pointer (RFC 6901).
             * @example /hero/alt
             */
            pointer: string;
            /**
             * @description The rule that reports it, in snake case, stable.
             * @example alt_text
             */
            rule: string;
            /** @description The severity. */
            severity: components["schemas"]["Severity"];
        };
        /** @description A new password, with the one-time token that authorises it. */
        ForgottenPassword: {
            /**
             * @description The new password: 15 to 256 characters.
             * @example ink dries slowly in april
             */
            password: string;
            /**
             * @description The one-time token from an administrator.
             * @example q83vEjRWeJCrze8SNFZ4kKvN7xI0VniQq83vEjRWeJA
             */
            token: string;
        };
        /**
         * @description A headline: one line of at most 120 characters, without leading or trailing white space.
         * @example Feature flags that do not rot
         */
        Headline: string;
        /** @description A picture with its metadata. */
        Hero: {
            /**
             * @description The alternative text.
             * @example A suspension bridge in fog
             */
            alt: string;
            /** @description The caption. */
            caption: string | null;
            /** @description The credit line. */
            credit: string | null;
            /**
             * Format: int32
             * @description Height in pixels.
             * @example 900
             */
            height: number;
            /**
             * @description A tiny placeholder to show while the picture loads, as a Base64 data URL: AVIF, GIF, JPEG, PNG or WebP.
             * @example null
             */
            placeholder: string | null;
            /** @description Other sizes of the same picture. */
            sources: string[];
            /**
             * @description The URL of the picture: `http` or `https`. You may send a path from the site's root (`/hero.jpg`); the delivery
             *     API returns it as an absolute URL.
             * @example https://images.example/hero.jpg
             */
            src: string;
            /**
             * Format: int32
             * @description Width in pixels.
             * @example 1600
             */
            width: number;
        };
        /** @description A server that serves readers. */
        InstanceReport: {
            /**
             * @description Whether it has confirmed the change.
             * @example true
             */
            confirmed: boolean;
            /**
             * Format: uuid
             * @description The ID. It changes at every start.
             * @example 0199a3c2-5d1e-7c3a-9b1f-4f0d2c8e7a68
             */
            id: string;
        };
        /** @description A background job. */
        Job: {
            /**
             * Format: int32
             * @description How many times it was started.
             * @example 1
             */
            attempt: number;
            /**
             * Format: int32
             * @description How many times its worker crashed or lost contact.
             * @example 0
             */
            crashes: number;
            /**
             * Format: date-time
             * @description When it was enqueued.
             */
            created_at: string;
            /**
             * Format: int32
             * @description How many times it failed.
             * @example 0
             */
            failures: number;
            /**
             * Format: date-time
             * @description When it finished.
             */
            finished_at: string | null;
            /** @description The ID. */
            id: components["schemas"]["JobId"];
            /**
             * @description The kind of job.
             * @example refresh_editions
             */
            kind: string;
            /** @description The error of the last failed attempt. */
            last_error: string | null;
            /** @description The arguments of the job. */
            payload: unknown;
            /** @description The progress, if the job reports it. */
            progress: components["schemas"]["JobProgress"] | null;
            /**
             * Format: date-time
             * @description The earliest time at which it may start.
             */
            run_at: string;
            /**
             * @description The state: `ready`, `running`, `done`, `parked` (it failed too often and needs attention) or `cancelled`.
             * @example running
             */
            state: string;
        };
        /**
         * Format: uuid
         * @description The ID of a job.
         * @example 0199a3c2-5d1e-7c3a-9b1f-000000000004
         */
        JobId: string;
        /** @description A page of jobs, the newest first. */
        JobPage: {
            /** @description The jobs. */
            data: components["schemas"]["Job"][];
            /** @description The cursors of the next and the previous page. */
            page: components["schemas"]["NextPage"];
        };
        /** @description The progress of a job. */
        JobProgress: {
            /**
             * Format: int32
             * @description The number of items done.
             * @example 300
             */
            done: number;
            /**
             * Format: int32
             * @description The total number of items.
             * @example 1000
             */
            total: number;
        };
        /**
         * @description A kicker, such as Dispatch, Review or Opinion: at most 40 characters, with at least one letter or digit.
         * @example Dispatch
         */
        Kicker: string;
        /** @description The live state of a draft. */
        LiveState: {
            /**
             * Format: int32
             * @description The live revision.
             * @example 2
             */
            revision: number;
            /**
             * Format: int64
             * @description The sequence number of the act that published it.
             * @example 1207
             */
            sequence: number;
            /** @description The live slug. */
            slug: components["schemas"]["Slug"];
        };
        /**
         * @description A language tag (BCP 47) in its canonical case: language, optional script, optional region, as in `en`, `de-AT`,
         *     `zh-Hant-TW`.
         * @example en
         */
        Locale: string;
        /**
         * @description The source of a body: Markdown of at most 1 MiB, without NUL.
         * @example Flags are **code**.
         */
        Markdown: string;
        /** @description The target of a merge. */
        MergeTerm: {
            /** @description The remaining term. */
            into: components["schemas"]["TermId"];
        };
        /** @description Drafts to move to another section. */
        MoveDrafts: {
            /** @description The drafts; at most 100. */
            drafts: components["schemas"]["SeenDraft"][];
            /** @description The section. */
            section: components["schemas"]["TermId"];
        };
        /**
         * @description The display name of a term: one line of at most 80 characters.
         * @example engineering
         */
        Name: string;
        /** @description The current state of a term that content refers to. */
        NamedTerm: {
            /**
             * Format: date-time
             * @description When it was merged or deleted. A term that has ended without `merged_into` was deleted.
             * @example null
             */
            ended_at: string | null;
            /** @description The ID in the content. */
            id: components["schemas"]["TermId"];
            /** @description The kind of term. */
            kind: components["schemas"]["TermKind"];
            /** @description The term that it was merged into. */
            merged_into: components["schemas"]["TermId"] | null;
            /** @description Its current name; for a merged term, the name of the term it was merged into. */
            name: components["schemas"]["Name"];
            /** @description Its current slug; for a merged term, the slug of the term it was merged into. */
            slug: components["schemas"]["Slug"];
        };
        /** @description The cursor of the next page, for lists that can only be read forwards. */
        NextPage: {
            /**
             * @description The cursor of the next page, for `after`.
             * @example null
             */
            next: string | null;
            /**
             * @description Always `null`: this list can only be read forwards.
             * @example null
             */
            previous: string | null;
        };
        /** @description An obstacle to publishing a draft, in the form of the problem that publishing would return. */
        Obstacle: {
            /**
             * @description A description of this occurrence.
             * @example The slug `feature-flags` is in use by another article in the locale `en`.
             */
            detail: string;
            /** @description All errors of this kind in the draft. */
            errors: components["schemas"]["ProblemError"][];
            /**
             * Format: int32
             * @description The status that publishing would return.
             * @example 409
             */
            status: number;
            /**
             * @description The title of the kind.
             * @example The slug is in use
             */
            title: string;
            /**
             * @description The kind of problem, as a URI reference that leads to its documentation.
             * @example /docs/problems/slug-taken
             */
            type: string;
        };
        /**
         * @description How a run of words changed.
         * @enum {string}
         */
        Op: "equal" | "insert" | "delete";
        /** @description A password token. It is returned only once. */
        PasswordToken: {
            /**
             * Format: date-time
             * @description When it expires.
             */
            expires_at: string;
            /**
             * @description The token, for `POST /editorial/v1/password-resets`.
             * @example q83vEjRWeJCrze8SNFZ4kKvN7xI0VniQq83vEjRWeJA
             */
            token: string;
        };
        /**
         * @description What a schedule does when it is due.
         * @example publish
         * @enum {string}
         */
        PendingKind: "publish" | "withdraw";
        /** @description A person with an account. */
        Person: {
            /**
             * Format: date-time
             * @description When the account was created.
             */
            created_at: string;
            /** @description The mail address that the person signs in with. */
            email: components["schemas"]["Email"];
            /** @description The ID. It is never reused. */
            id: components["schemas"]["PersonId"];
            /** @description The display name. */
            name: components["schemas"]["Name"];
            /** @description The role. */
            role: components["schemas"]["Role"];
            /**
             * Format: date-time
             * @description When the account was suspended; `null` if it is not.
             */
            suspended_at: string | null;
            /**
             * Format: int64
             * @description The version of the account, from 1, incremented by each change. It is the `ETag`.
             * @example 1
             */
            version: number;
        };
        /**
         * Format: uuid
         * @description The ID of a person with an account.
         * @example 0199a3c2-5d1e-7c3a-9b1f-000000000001
         */
        PersonId: string;
        /** @description A page of people, sorted by creation of their accounts. */
        PersonPage: {
            /** @description The people. */
            data: components["schemas"]["Person"][];
            /** @description The cursors of the next and the previous page. */
            page: components["schemas"]["NextPage"];
        };
        /** @description Changes to an account. */
        PersonPatch: {
            /** @description The mail address that the person signs in with. */
            email?: components["schemas"]["Email"];
            /** @description The name of the person. */
            name?: components["schemas"]["Name"];
            /** @description The role of the person. Changing it ends all sessions of the person. */
            role?: components["schemas"]["Role"];
            /**
             * @description Whether the account is suspended. Suspending it ends all sessions of the person.
             * @example false
             */
            suspended?: boolean;
        };
        /**
         * @description What a preview link shows to people without an account: the site with some drafts in their newest revision, or as it will
         *     be at a time in the future, or both.
         */
        Preview: {
            /**
             * Format: date-time
             * @description The time that is shown: everything scheduled until then counts as published.
             */
            at: string | null;
            /**
             * Format: date-time
             * @description When it was created.
             */
            created_at: string;
            /** @description The drafts that are shown as if they were published. */
            draft_ids: components["schemas"]["DraftId"][];
            /**
             * Format: date-time
             * @description When it expires.
             */
            expires_at: string;
            /** @description The ID. */
            id: components["schemas"]["PreviewId"];
            /** @description Who created it. */
            made_by: components["schemas"]["PersonId"];
            /**
             * Format: date-time
             * @description When it was revoked, if it was revoked before it expired.
             */
            revoked_at: string | null;
        };
        /**
         * Format: uuid
         * @description The ID of a preview.
         * @example 0199a3c2-5d1e-7c3a-9b1f-000000000003
         */
        PreviewId: string;
        /** @description A preview with its token and link. */
        PreviewLink: {
            /**
             * @description The base URL of the preview. Below it are all paths of the delivery API.
             * @example /preview/v1/teasers?preview_token=AZmjwl0efDqbH08NLI56YgAAAAAAAAAAYcXXMNww867ML56_3uxmDHOdTNglnZE
             */
            link: string;
            /** @description The preview. */
            preview: components["schemas"]["Preview"];
            /**
             * @description The token: send it as `Authorization: Bearer …`, or as the query parameter `preview_token`. It is returned only
             *     once.
             * @example AZmjwl0efDqbH08NLI56YgAAAAAAAAAAYcXXMNww867ML56_3uxmDHOdTNglnZE
             */
            token: string;
        };
        /** @description A page of previews, the newest first. */
        PreviewPage: {
            /** @description The valid previews. */
            data: components["schemas"]["Preview"][];
            /** @description The cursors of the next and the previous page. */
            page: components["schemas"]["NextPage"];
        };
        /** @description The body of an error response (RFC 9457). */
        Problem: {
            /**
             * @description A description of this occurrence.
             * @example 1 parameter cannot be accepted.
             */
            detail: string;
            /** @description All errors in the request. */
            errors: components["schemas"]["ProblemError"][];
            /**
             * @description The path of the request.
             * @example /v1/teasers
             */
            instance: string;
            /**
             * @description The ID of the request in the logs. `null` if the response may be cached and served to others.
             * @example 0199a3c2-5d1e-7c3a-9b1f-4f0d2c8e7a61
             */
            request_id: string | null;
            /**
             * Format: int32
             * @description The status code of the response.
             * @example 400
             */
            status: number;
            /**
             * @description The title of the kind.
             * @example A parameter is not valid
             */
            title: string;
            /**
             * @description The kind of problem, as a URI reference that leads to its documentation.
             * @example /docs/problems/malformed-request
             * @example /docs/problems/invalid-parameter
             * @example /docs/problems/invalid-header
             * @example /docs/problems/invalid-body
             * @example /docs/problems/dry-run-unsupported
             * @example /docs/problems/unauthorized
             * @example /docs/problems/sign-in-failed
             * @example /docs/problems/not-allowed
             * @example /docs/problems/not-found
             * @example /docs/problems/method-not-allowed
             * @example /docs/problems/request-timeout
             * @example /docs/problems/slug-taken
             * @example /docs/problems/locale-taken
             * @example /docs/problems/term-exists
             * @example /docs/problems/term-in-use
             * @example /docs/problems/path-in-use
             * @example /docs/problems/redirect-exists
             * @example /docs/problems/redirect-loop
             * @example /docs/problems/email-taken
             * @example /docs/problems/in-trash
             * @example /docs/problems/still-public
             * @example /docs/problems/schedule-pending
             * @example /docs/problems/never-published
             * @example /docs/problems/not-scheduled
             * @example /docs/problems/no-previous-edition
             * @example /docs/problems/revision-superseded
             * @example /docs/problems/source-superseded
             * @example /docs/problems/last-admin
             * @example /docs/problems/not-mergeable
             * @example /docs/problems/bulk-refused
             * @example /docs/problems/job-is-over
             * @example /docs/problems/key-in-use
             * @example /docs/problems/gone
             * @example /docs/problems/start-over
             * @example /docs/problems/stale
             * @example /docs/problems/too-large
             * @example /docs/problems/uri-too-long
             * @example /docs/problems/unsupported-media-type
             * @example /docs/problems/invalid-content
             * @example /docs/problems/incomplete
             * @example /docs/problems/dead-links
             * @example /docs/problems/unknown-term
             * @example /docs/problems/unknown-locale
             * @example /docs/problems/embargo-in-the-past
             * @example /docs/problems/date-in-the-future
             * @example /docs/problems/key-reused
             * @example /docs/problems/token-spent
             * @example /docs/problems/too-many-articles
             * @example /docs/problems/precondition-required
             * @example /docs/problems/too-many-tries
             * @example /docs/problems/too-many-connections
             * @example /docs/problems/headers-too-large
             * @example /docs/problems/internal
             * @example /docs/problems/unavailable
             * @example /docs/problems/behind
             * @example /docs/problems/busy
             */
            type: string;
        };
        /** @description An error in a request. */
        ProblemError: {
            /**
             * @description A description for people.
             * @example A limit is a whole number from 1 to 100.
             */
            detail: string;
            /**
             * @description The name of the query parameter.
             * @example limit
             */
            parameter: string | null;
            /**
             * @description The position in the body, as a JSON pointer.
             * @example null
             */
            pointer: string | null;
            /**
             * @description The violated rule, in snake case.
             * @example range
             */
            rule: string;
        };
        /** @description Options of publishing a draft. */
        PublishDraft: {
            /**
             * @description Whether this is a minor change that leaves `updated_at` unchanged.
             * @default false
             * @example false
             */
            minor?: boolean;
        };
        /** @description Drafts to publish. */
        PublishDrafts: {
            /** @description The drafts; at most 100. */
            drafts: components["schemas"]["SeenDraft"][];
            /**
             * @description Whether this is a minor change that leaves `updated_at` unchanged.
             * @example false
             */
            minor?: boolean;
        };
        /**
         * Format: uuid
         * @description The ID of a redirect.
         * @example 0199a3c2-5d1e-7c3a-9b1f-000000000006
         */
        RedirectId: string;
        /** @description A page of redirects, sorted by path. */
        RedirectPage: {
            /** @description The redirects. */
            data: components["schemas"]["EditorialRedirect"][];
            /** @description The cursors of the next and the previous page. */
            page: components["schemas"]["NextPage"];
        };
        /**
         * @description A normalised path. Different spellings of a path are equal: percent-encoding, Unicode composition, `.` and `..`,
         *     repeated slashes and a trailing slash make no difference. Paths are case-sensitive.
         * @example /2015/05/old-name
         */
        RedirectPath: string;
        /** @description A refresh token to exchange. */
        Refresh: {
            /**
             * @description The refresh token of the previous response.
             * @example AZmjwl0efDqbH08NLI56YgAAAAMAAAAA
             */
            refresh_token: string;
        };
        /** @description A draft after a revision was restored. */
        RestoredDraft: components["schemas"]["EditorialDraft"] & {
            /** @description The parts of the earlier revision that could not be restored because a term was deleted since. */
            findings: components["schemas"]["Finding"][];
        };
        /** @description A revision of a draft with its content. It is immutable. */
        Revision: components["schemas"]["RevisionEntry"] & {
            /** @description The content as it was saved; terms have the IDs that they had then. */
            content: components["schemas"]["Content"];
            /** @description The current state of the terms that the content names. It can change although the revision does not. */
            terms: components["schemas"]["NamedTerm"][];
        };
        /** @description A revision of a draft without its content. */
        RevisionEntry: {
            /** @description The headline. */
            headline: components["schemas"]["Headline"] | null;
            /**
             * Format: int32
             * @description The number, counted from 1.
             * @example 3
             */
            number: number;
            /**
             * Format: date-time
             * @description When it was saved.
             */
            saved_at: string;
            /**
             * @description Who saved it: the ID of a person, or the name of a program.
             * @example 0199a3c2-5d1e-7c3a-9b1f-000000000001
             */
            saved_by: string;
        };
        /** @description A page of revisions, the newest first. */
        RevisionPage: {
            /** @description The revisions. */
            data: components["schemas"]["RevisionEntry"][];
            /** @description The cursors of the next and the previous page. */
            page: components["schemas"]["NextPage"];
        };
        /**
         * @description The role of a person, which determines the permissions.
         * @example editor
         * @enum {string}
         */
        Role: "admin" | "editor" | "author" | "contributor" | "viewer";
        /** @description A run of words of the body, and how it changed. */
        Run: {
            /** @description The change. */
            op: components["schemas"]["Op"];
            /**
             * @description The text of the run, as written in Markdown.
             * @example Flags are
             */
            text: string;
        };
        /** @description The time at which a draft is published. */
        ScheduleDraft: {
            /**
             * @description A time in the future. Without an offset, it is a local time in the site's time zone: a time that is skipped by
             *     a clock change is moved forward, and of a time that occurs twice, the first is used.
             * @example 2030-04-27T08:00:00Z
             */
            due_at: string;
        };
        /** @description A pending schedule of a draft. */
        ScheduledState: {
            /**
             * Format: date-time
             * @description When it will happen.
             */
            due_at: string;
            /** @description What will happen: a revision is published, or the article is withdrawn. */
            kind: components["schemas"]["PendingKind"];
            /**
             * Format: int32
             * @description The revision to be published; `null` for a withdrawal.
             * @example 3
             */
            revision: number | null;
        };
        /** @description A draft, with the revision that you have read. */
        SeenDraft: {
            /** @description The draft. */
            id: components["schemas"]["DraftId"];
            /**
             * Format: int32
             * @description The number of the revision that you have read.
             * @example 3
             */
            revision: number;
        };
        /** @description The drafts of a bulk request. */
        SeenDrafts: {
            /** @description The drafts; at most 100. */
            drafts: components["schemas"]["SeenDraft"][];
        };
        /** @description Metadata for search engines, where it differs from the article itself. */
        Seo: {
            /**
             * @description The URL of the original, if the article was first published elsewhere: `http` or `https`. You may send a path
             *     from the site's root (`/original`); the delivery API returns it as an absolute URL.
             * @default null
             * @example https://example.org/original
             */
            canonical_url: string | null;
            /**
             * @description The page description.
             * @default null
             */
            description: string | null;
            /**
             * @description The URL of the picture for link previews on other sites. Accepts the same values as `canonical_url`.
             * @default null
             * @example https://images.example/preview.jpg
             */
            image: string | null;
            /**
             * @description Whether search engines are asked not to list the page.
             * @default false
             */
            noindex: boolean;
            /**
             * @description The page title.
             * @default null
             */
            title: string | null;
        };
        /** @description Metadata for search engines, where it differs from the article itself. */
        SeoPatch: {
            /**
             * @description The URL of the original, if the article was first published elsewhere: `http` or `https`. You may send a path
             *     from the site's root (`/original`); the delivery API returns it as an absolute URL.
             * @default null
             * @example https://example.org/original
             */
            canonical_url?: string | null;
            /**
             * @description The page description.
             * @default null
             */
            description?: string | null;
            /**
             * @description The URL of the picture for link previews on other sites. Accepts the same values as `canonical_url`.
             * @default null
             * @example https://images.example/preview.jpg
             */
            image?: string | null;
            /**
             * @description Whether search engines are asked not to list the page.
             * @default false
             */
            noindex?: boolean;
            /**
             * @description The page title.
             * @default null
             */
            title?: string | null;
        };
        /** @description A position in a series. */
        SeriesPart: {
            /**
             * Format: int32
             * @description The number of the part, counted from 1.
             * @example 5
             */
            part: number;
            /** @description The series. */
            series: components["schemas"]["TermId"];
        };
        /** @description A session: it begins with a sign-in. */
        Session: {
            /**
             * @description The `User-Agent` of the client that signed in.
             * @example curl/8.5.0
             */
            client: string;
            /**
             * Format: date-time
             * @description When it began.
             */
            created_at: string;
            /**
             * Format: date-time
             * @description When it expires at the latest, even if it is used.
             */
            expires_at: string;
            /** @description The ID. */
            id: components["schemas"]["SessionId"];
            /**
             * Format: date-time
             * @description When its refresh token was last exchanged.
             */
            refreshed_at: string;
        };
        /**
         * Format: uuid
         * @description The ID of a session, which begins with a sign-in and ends with a sign-out.
         * @example 0199a3c2-5d1e-7c3a-9b1f-000000000002
         */
        SessionId: string;
        /** @description Your sessions. */
        SessionList: {
            /** @description Your active sessions, the newest first. */
            data: components["schemas"]["Session"][];
        };
        /**
         * @description The severity of a finding, the highest first.
         * @enum {string}
         */
        Severity: "error" | "warning" | "note";
        /** @description Credentials. */
        SignIn: {
            /**
             * @description The mail address of the account.
             * @example vera@example.org
             */
            email: string;
            /**
             * @description The password.
             * @example correct horse battery staple 47
             */
            password: string;
        };
        /**
         * @description The slug of an article or term in URLs: lower-case ASCII letters and digits in groups joined by single hyphens, at
         *     most 96 characters.
         * @example feature-flag-hygiene
         */
        Slug: string;
        /** @description An error response (RFC 9457) with the current state of the resource. */
        StaleProblem: components["schemas"]["Problem"] & {
            current: components["schemas"]["CurrentState"];
        };
        /**
         * @description A standfirst: one line of at most 400 characters. It is not normalised and is returned byte for byte.
         * @example One or two sentences, plain text.
         */
        Standfirst: string;
        /** @description A section, tag, author or series. */
        Term: {
            /** @description A short description; for an author, the biography. */
            description: string | null;
            /** @description The ID. */
            id: components["schemas"]["TermId"];
            /** @description The kind of term. */
            kind: components["schemas"]["TermKind"];
            /** @description The display name. */
            name: components["schemas"]["Name"];
            /** @description A picture; for an author, the portrait. */
            picture: components["schemas"]["Hero"] | null;
            /** @description The slug, unique within its kind. */
            slug: components["schemas"]["Slug"];
            /**
             * @description A page about it; for an author, the home page: `http`, `https` or `mailto`. You may send a path from the site's
             *     root (`/about`); the delivery API returns it as an absolute URL.
             */
            url: string | null;
            /**
             * Format: int64
             * @description The version, from 1, incremented by each change. Editions record the version that they copied.
             */
            version: number;
        };
        /**
         * Format: uuid
         * @description The ID of a section, tag, author or series.
         * @example 0199a3c2-5d1e-7c3a-9b1f-4f0d2c8e7a63
         */
        TermId: string;
        /**
         * @description The kind of a term.
         * @enum {string}
         */
        TermKind: "section" | "tag" | "author" | "series";
        /** @description Changes to a term. Absent properties stay unchanged. */
        TermPatch: {
            /**
             * @description A short description; for an author, the biography.
             * @example What keeps the site up.
             */
            description?: string | null;
            /** @description The display name. */
            name?: components["schemas"]["Name"];
            /** @description A picture; for an author, the portrait. */
            picture?: components["schemas"]["Hero"] | null;
            /** @description The slug. */
            slug?: components["schemas"]["Slug"];
            /**
             * @description A page about it; for an author, the home page: `http`, `https` or `mailto`. You may send a path from the site's
             *     root (`/about`); the delivery API returns it as an absolute URL.
             * @example https://vera.example
             */
            url?: string | null;
        };
        /** @description The tokens of a session. */
        Tokens: {
            /**
             * @description The access token. Send it with every request as `Authorization: Bearer …`.
             * @example eyJ0eXAiOiJhdCtqd3QiLCJhbGciOiJFZERTQSIsImtpZCI6Ii4uLiJ9.e30.c2ln
             */
            access_token: string;
            /**
             * Format: int64
             * @description How long the access token is valid, in seconds.
             * @example 600
             */
            expires_in: number;
            /** @description The person who signed in. */
            person: components["schemas"]["Person"];
            /**
             * @description The refresh token, which can be exchanged once for new tokens.
             * @example AZmjwl0efDqbH08NLI56YgAAAAQAAAAA
             */
            refresh_token: string;
            /** @description The ID of the session. */
            session: components["schemas"]["Session"];
            /**
             * @description The type of the access token: `Bearer`.
             * @example Bearer
             */
            token_type: string;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: {
        /**
         * @description Which caches may store the response, and for how long.
         * @example public, max-age=0, s-maxage=60
         */
        "Cache-Control": string;
        /**
         * @description A strong validator for `If-None-Match`: a hash of the body.
         * @example "b5Vq2Y0mJxGkGm1hHc2w"
         */
        ETag: string;
        /**
         * @description The address of the created resource; after publishing, the address in the delivery API.
         * @example /editorial/v1/drafts/0199a3c2-5d1e-7c3a-9b1f-4f0d2c8e7a62
         */
        Location: string;
        /**
         * @description The ID of the request in the logs.
         * @example 0199a3c2-5d1e-7c3a-9b1f-4f0d2c8e7a61
         */
        "X-Request-Id": string;
        /**
         * @description A strong validator for `If-Match`: the version of the resource after the change. Absent for a dry run.
         * @example "4"
         */
        StateETag: string;
        /**
         * @description `dry-run` if the request was a dry run: nothing was changed, and there is no `ETag` and no `Location`.
         * @example dry-run
         */
        "Preference-Applied": string;
        /**
         * @description `true` if this is the stored response to an earlier request with the same key.
         * @example true
         */
        "Idempotency-Replayed": string;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    listAuditEntries: {
        parameters: {
            query?: {
                /**
                 * @description Filters by actor: the ID of a person, or the name of a program.
                 * @example masthead import
                 */
                actor?: string;
                /**
                 * @description Filters by resource: the ID of a draft, article, term, person, session, preview, job or redirect.
                 * @example 0199a3c2-5d1e-7c3a-9b1f-4f0d2c8e7a61
                 */
                subject?: string;
                /**
                 * @description Filters by action.
                 * @example publish
                 */
                action?: string;
                /**
                 * @description The number of items on a page, 1 to 100.
                 * @example 20
                 */
                limit?: number;
                /** @description Returns the page after this cursor, which is `page.next` of the previous response. */
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of audit log entries. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditPage"];
                };
            };
            /** @description A parameter is not valid. */
            400: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You are not signed in. */
            401: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do this. */
            403: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database is unavailable. */
            503: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description An error, as problem details (RFC 9457). */
            default: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    moveDrafts: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description `dry-run` (RFC 7240): returns what the request would do, and changes nothing. Other preferences that begin with `dry` are refused.
                 * @example dry-run
                 */
                Prefer?: string;
                /**
                 * @description A quoted string that identifies this request. Repeating the request with the same key within a day returns the same response and has no second effect.
                 * @example "8e03978e-40d5-43dd-bc93-6894a57f9324"
                 */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        /** @description At most 6 MiB. */
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "drafts": [
                 *         {
                 *           "id": "0199a3c2-5d1e-7c3a-9b1f-4f0d2c8e7a62",
                 *           "revision": 3
                 *         }
                 *       ],
                 *       "section": "0199a3c2-5d1e-7c3a-9b1f-4f0d2c8e7a63"
                 *     }
                 */
                "application/json": components["schemas"]["MoveDrafts"];
            };
        };
        responses: {
            /** @description The changed drafts. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    "Preference-Applied": components["headers"]["Preference-Applied"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DraftsReport"];
                };
            };
            /** @description A parameter is not valid. A header is not valid. The body cannot be read. The dry run is not supported. */
            400: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You are not signed in. */
            401: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do this. */
            403: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request took too long. */
            408: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Some items cannot be changed. The same request is in progress. */
            409: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The media type is not supported. */
            415: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The content is not valid. The idempotency key belongs to another request. Too many articles. */
            422: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database is unavailable. The server is busy. */
            503: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description An error, as problem details (RFC 9457). */
            default: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    publishDrafts: {
        parameters: {
            query?: {
                /**
                 * @description What happens to a schedule that conflicts with this request: `cancel` cancels it, `keep` leaves it to take
                 *     effect when it is due. Without this parameter, a conflict returns 409 `schedule-pending`.
                 * @example cancel
                 */
                pending?: "cancel" | "keep";
            };
            header?: {
                /**
                 * @description `dry-run` (RFC 7240): returns what the request would do, and changes nothing. Other preferences that begin with `dry` are refused.
                 * @example dry-run
                 */
                Prefer?: string;
                /**
                 * @description A quoted string that identifies this request. Repeating the request with the same key within a day returns the same response and has no second effect.
                 * @example "8e03978e-40d5-43dd-bc93-6894a57f9324"
                 */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        /** @description At most 6 MiB. */
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "drafts": [
                 *         {
                 *           "id": "0199a3c2-5d1e-7c3a-9b1f-4f0d2c8e7a62",
                 *           "revision": 3
                 *         }
                 *       ],
                 *       "minor": false
                 *     }
                 */
                "application/json": components["schemas"]["PublishDrafts"];
            };
        };
        responses: {
            /** @description The outcome for each article. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    "Preference-Applied": components["headers"]["Preference-Applied"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActReport"];
                };
            };
            /** @description A parameter is not valid. A header is not valid. The body cannot be read. The dry run is not supported. */
            400: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You are not signed in. */
            401: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do this. */
            403: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request took too long. */
            408: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The slug is in use. A term was changed meanwhile. Some items cannot be changed. The same request is in progress. */
            409: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The media type is not supported. */
            415: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The content is not valid. A link points to an article that is not public. The idempotency key belongs to another request. Too many articles. */
            422: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database is unavailable. The server is busy. */
            503: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description An error, as problem details (RFC 9457). */
            default: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    trashDrafts: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description `dry-run` (RFC 7240): returns what the request would do, and changes nothing. Other preferences that begin with `dry` are refused.
                 * @example dry-run
                 */
                Prefer?: string;
                /**
                 * @description A quoted string that identifies this request. Repeating the request with the same key within a day returns the same response and has no second effect.
                 * @example "8e03978e-40d5-43dd-bc93-6894a57f9324"
                 */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        /** @description At most 6 MiB. */
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "drafts": [
                 *         {
                 *           "id": "0199a3c2-5d1e-7c3a-9b1f-4f0d2c8e7a62",
                 *           "revision": 3
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["SeenDrafts"];
            };
        };
        responses: {
            /** @description The changed drafts. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    "Preference-Applied": components["headers"]["Preference-Applied"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DraftsReport"];
                };
            };
            /** @description A parameter is not valid. A header is not valid. The body cannot be read. The dry run is not supported. */
            400: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You are not signed in. */
            401: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do this. */
            403: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request took too long. */
            408: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Some items cannot be changed. The same request is in progress. */
            409: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The media type is not supported. */
            415: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The content is not valid. The idempotency key belongs to another request. Too many articles. */
            422: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database is unavailable. The server is busy. */
            503: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description An error, as problem details (RFC 9457). */
            default: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    withdrawDrafts: {
        parameters: {
            query?: {
                /**
                 * @description What happens to a schedule that conflicts with this request: `cancel` cancels it, `keep` leaves it to take
                 *     effect when it is due. Without this parameter, a conflict returns 409 `schedule-pending`.
                 * @example cancel
                 */
                pending?: "cancel" | "keep";
            };
            header?: {
                /**
                 * @description `dry-run` (RFC 7240): returns what the request would do, and changes nothing. Other preferences that begin with `dry` are refused.
                 * @example dry-run
                 */
                Prefer?: string;
                /**
                 * @description A quoted string that identifies this request. Repeating the request with the same key within a day returns the same response and has no second effect.
                 * @example "8e03978e-40d5-43dd-bc93-6894a57f9324"
                 */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        /** @description At most 6 MiB. */
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "drafts": [
                 *         {
                 *           "id": "0199a3c2-5d1e-7c3a-9b1f-4f0d2c8e7a62",
                 *           "revision": 3
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["SeenDrafts"];
            };
        };
        responses: {
            /** @description The outcome for each article. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    "Preference-Applied": components["headers"]["Preference-Applied"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActReport"];
                };
            };
            /** @description A parameter is not valid. A header is not valid. The body cannot be read. The dry run is not supported. */
            400: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You are not signed in. */
            401: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do this. */
            403: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request took too long. */
            408: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Some items cannot be changed. The same request is in progress. */
            409: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The media type is not supported. */
            415: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The content is not valid. The idempotency key belongs to another request. Too many articles. */
            422: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database is unavailable. The server is busy. */
            503: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description An error, as problem details (RFC 9457). */
            default: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listDrafts: {
        parameters: {
            query?: {
                /**
                 * @description Filters by status. Several, separated by commas, match any of them. `scheduled` matches every draft with a
                 *     pending schedule, including live ones. Drafts in the trash match only `trashed`.
                 * @example [
                 *       "draft",
                 *       "live"
                 *     ]
                 */
                status?: components["schemas"]["DraftStatus"][];
                /** @description Filters by locale. */
                locale?: components["schemas"]["Locale"];
                /** @description Filters by article. */
                article?: components["schemas"]["ArticleId"];
                /** @description Filters by section. */
                section?: components["schemas"]["TermId"];
                /** @description Filters by author in the byline. */
                author?: components["schemas"]["TermId"];
                /** @description Filters by tag. */
                tag?: components["schemas"]["TermId"];
                /** @description Filters by owner. */
                owner?: components["schemas"]["PersonId"];
                /**
                 * @description Filters by text in the headline, the standfirst or the body, ignoring case.
                 * @example feature flags
                 */
                text?: string;
                /**
                 * @description Filters by unpublished changes: `true` matches drafts that differ from what is live or scheduled, `false`
                 *     the others.
                 * @example true
                 */
                has_unpublished_changes?: boolean;
                /**
                 * @description The number of items on a page, 1 to 100.
                 * @example 20
                 */
                limit?: number;
                /** @description Returns the page after this cursor, which is `page.next` of the previous response. */
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of drafts. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DraftPage"];
                };
            };
            /** @description A parameter is not valid. */
            400: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You are not signed in. */
            401: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do this. */
            403: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database is unavailable. */
            503: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description An error, as problem details (RFC 9457). */
            default: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createDraft: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description `dry-run` (RFC 7240): returns what the request would do, and changes nothing. Other preferences that begin with `dry` are refused.
                 * @example dry-run
                 */
                Prefer?: string;
                /**
                 * @description A quoted string that identifies this request. Repeating the request with the same key within a day returns the same response and has no second effect.
                 * @example "8e03978e-40d5-43dd-bc93-6894a57f9324"
                 */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        /** @description At most 6 MiB. */
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "article_id": "0199a3c2-5d1e-7c3a-9b1f-4f0d2c8e7a61",
                 *       "content": {
                 *         "slug": "feature-flag-hygiene",
                 *         "kicker": "Dispatch",
                 *         "headline": "Feature flags that do not rot",
                 *         "standfirst": "One or two sentences, plain text.",
                 *         "body": "Flags are **code**."
                 *       },
                 *       "locale": "en"
                 *     }
                 */
                "application/json": components["schemas"]["CreateDraft"];
            };
        };
        responses: {
            /** @description What the request would create (dry run). */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    ETag: components["headers"]["StateETag"];
                    "Preference-Applied": components["headers"]["Preference-Applied"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EditorialDraft"];
                };
            };
            /** @description The draft. */
            201: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    ETag: components["headers"]["StateETag"];
                    "Preference-Applied": components["headers"]["Preference-Applied"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EditorialDraft"];
                };
            };
            /** @description A parameter is not valid. A header is not valid. The body cannot be read. The dry run is not supported. */
            400: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You are not signed in. */
            401: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do this. */
            403: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request took too long. */
            408: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The article has a draft in that locale. The same request is in progress. */
            409: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The media type is not supported. */
            415: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The content is not valid. A term does not exist. The publication has no such locale. The idempotency key belongs to another request. */
            422: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database is unavailable. The server is busy. */
            503: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description An error, as problem details (RFC 9457). */
            default: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getDraft: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The draft. */
                id: components["schemas"]["DraftId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The draft. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EditorialDraft"];
                };
            };
            /** @description A parameter is not valid. */
            400: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You are not signed in. */
            401: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do this. */
            403: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found. */
            404: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database is unavailable. */
            503: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description An error, as problem details (RFC 9457). */
            default: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    trashDraft: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The `ETag` of the version that you want to change. Without it, the request returns 428.
                 * @example "3"
                 */
                "If-Match": string;
                /**
                 * @description `dry-run` (RFC 7240): returns what the request would do, and changes nothing. Other preferences that begin with `dry` are refused.
                 * @example dry-run
                 */
                Prefer?: string;
                /**
                 * @description A quoted string that identifies this request. Repeating the request with the same key within a day returns the same response and has no second effect.
                 * @example "8e03978e-40d5-43dd-bc93-6894a57f9324"
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The draft. */
                id: components["schemas"]["DraftId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The draft in the trash. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    ETag: components["headers"]["StateETag"];
                    "Preference-Applied": components["headers"]["Preference-Applied"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EditorialDraft"];
                };
            };
            /** @description A parameter is not valid. A header is not valid. The dry run is not supported. */
            400: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You are not signed in. */
            401: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do this. */
            403: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found. */
            404: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The article is live. The same request is in progress. */
            409: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The resource was changed meanwhile. */
            412: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["StaleProblem"];
                };
            };
            /** @description The idempotency key belongs to another request. */
            422: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `If-Match` is required. */
            428: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database is unavailable. */
            503: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description An error, as problem details (RFC 9457). */
            default: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    saveDraft: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The `ETag` of the version that you want to change. Without it, the request returns 428.
                 * @example "3"
                 */
                "If-Match": string;
                /**
                 * @description `dry-run` (RFC 7240): returns what the request would do, and changes nothing. Other preferences that begin with `dry` are refused.
                 * @example dry-run
                 */
                Prefer?: string;
                /**
                 * @description A quoted string that identifies this request. Repeating the request with the same key within a day returns the same response and has no second effect.
                 * @example "8e03978e-40d5-43dd-bc93-6894a57f9324"
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The draft. */
                id: components["schemas"]["DraftId"];
            };
            cookie?: never;
        };
        /** @description At most 6 MiB. */
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "slug": "feature-flag-hygiene",
                 *       "kicker": "Dispatch",
                 *       "headline": "Feature flags that do not rot",
                 *       "standfirst": "One or two sentences, plain text.",
                 *       "body": "Flags are **code**."
                 *     }
                 */
                "application/merge-patch+json": components["schemas"]["ContentPatch"];
            };
        };
        responses: {
            /** @description The draft after the change. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    ETag: components["headers"]["StateETag"];
                    "Preference-Applied": components["headers"]["Preference-Applied"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EditorialDraft"];
                };
            };
            /** @description A parameter is not valid. A header is not valid. The body cannot be read. The dry run is not supported. */
            400: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You are not signed in. */
            401: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do this. */
            403: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found. */
            404: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request took too long. */
            408: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The draft is in the trash. The same request is in progress. */
            409: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The resource was changed meanwhile. */
            412: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["StaleProblem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The media type is not supported. */
            415: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The content is not valid. A term does not exist. The idempotency key belongs to another request. */
            422: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `If-Match` is required. */
            428: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database is unavailable. The server is busy. */
            503: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description An error, as problem details (RFC 9457). */
            default: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    checkDraft: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The draft. */
                id: components["schemas"]["DraftId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The result of the checks. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CheckReport"];
                };
            };
            /** @description A parameter is not valid. */
            400: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You are not signed in. */
            401: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do this. */
            403: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found. */
            404: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database is unavailable. The server is busy. */
            503: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description An error, as problem details (RFC 9457). */
            default: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    compareRevisions: {
        parameters: {
            query: {
                /**
                 * @description The number of the older revision.
                 * @example 1
                 */
                from: number;
                /**
                 * @description The number of the newer revision.
                 * @example 2
                 */
                to: number;
            };
            header?: never;
            path: {
                /** @description The draft. */
                id: components["schemas"]["DraftId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The differences. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Comparison"];
                };
            };
            /** @description A parameter is not valid. */
            400: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You are not signed in. */
            401: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do this. */
            403: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found. */
            404: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database is unavailable. The server is busy. */
            503: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description An error, as problem details (RFC 9457). */
            default: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    duplicateDraft: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description `dry-run` (RFC 7240): returns what the request would do, and changes nothing. Other preferences that begin with `dry` are refused.
                 * @example dry-run
                 */
                Prefer?: string;
                /**
                 * @description A quoted string that identifies this request. Repeating the request with the same key within a day returns the same response and has no second effect.
                 * @example "8e03978e-40d5-43dd-bc93-6894a57f9324"
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The ID of the draft to copy. */
                id: components["schemas"]["DraftId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What the request would create (dry run). */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    ETag: components["headers"]["StateETag"];
                    "Preference-Applied": components["headers"]["Preference-Applied"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EditorialDraft"];
                };
            };
            /** @description The new draft. */
            201: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    ETag: components["headers"]["StateETag"];
                    "Preference-Applied": components["headers"]["Preference-Applied"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EditorialDraft"];
                };
            };
            /** @description A parameter is not valid. A header is not valid. The dry run is not supported. */
            400: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You are not signed in. */
            401: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do this. */
            403: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found. */
            404: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The same request is in progress. */
            409: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The publication has no such locale. The idempotency key belongs to another request. */
            422: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database is unavailable. */
            503: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description An error, as problem details (RFC 9457). */
            default: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    showPreviousEdition: {
        parameters: {
            query?: {
                /**
                 * @description What happens to a schedule that conflicts with this request: `cancel` cancels it, `keep` leaves it to take
                 *     effect when it is due. Without this parameter, a conflict returns 409 `schedule-pending`.
                 * @example cancel
                 */
                pending?: "cancel" | "keep";
            };
            header?: {
                /**
                 * @description `dry-run` (RFC 7240): returns what the request would do, and changes nothing. Other preferences that begin with `dry` are refused.
                 * @example dry-run
                 */
                Prefer?: string;
                /**
                 * @description A quoted string that identifies this request. Repeating the request with the same key within a day returns the same response and has no second effect.
                 * @example "8e03978e-40d5-43dd-bc93-6894a57f9324"
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The draft. */
                id: components["schemas"]["DraftId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The previous edition is live again. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    "Preference-Applied": components["headers"]["Preference-Applied"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActReport"];
                };
            };
            /** @description A parameter is not valid. A header is not valid. The dry run is not supported. */
            400: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You are not signed in. */
            401: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do this. */
            403: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found. */
            404: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The slug is in use. The draft is in the trash. Something is scheduled. The article was never published. There is no previous edition. The same request is in progress. */
            409: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The publication has no such locale. The idempotency key belongs to another request. */
            422: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database is unavailable. */
            503: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description An error, as problem details (RFC 9457). */
            default: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    publishDraft: {
        parameters: {
            query?: {
                /**
                 * @description What happens to a schedule that conflicts with this request: `cancel` cancels it, `keep` leaves it to take
                 *     effect when it is due. Without this parameter, a conflict returns 409 `schedule-pending`.
                 * @example cancel
                 */
                pending?: "cancel" | "keep";
            };
            header: {
                /**
                 * @description The `ETag` of the version that you want to change. Without it, the request returns 428.
                 * @example "3"
                 */
                "If-Match": string;
                /**
                 * @description `dry-run` (RFC 7240): returns what the request would do, and changes nothing. Other preferences that begin with `dry` are refused.
                 * @example dry-run
                 */
                Prefer?: string;
                /**
                 * @description A quoted string that identifies this request. Repeating the request with the same key within a day returns the same response and has no second effect.
                 * @example "8e03978e-40d5-43dd-bc93-6894a57f9324"
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The draft. */
                id: components["schemas"]["DraftId"];
            };
            cookie?: never;
        };
        /** @description At most 6 MiB. */
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "minor": false
                 *     }
                 */
                "application/json": components["schemas"]["PublishDraft"];
            };
        };
        responses: {
            /** @description The revision was live already. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    "Preference-Applied": components["headers"]["Preference-Applied"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActReport"];
                };
            };
            /** @description The revision is live. */
            201: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    "Preference-Applied": components["headers"]["Preference-Applied"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActReport"];
                };
            };
            /** @description A parameter is not valid. A header is not valid. The body cannot be read. The dry run is not supported. */
            400: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You are not signed in. */
            401: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do this. */
            403: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found. */
            404: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request took too long. */
            408: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The slug is in use. The draft is in the trash. Something is scheduled. A newer revision is live. A term was changed meanwhile. The same request is in progress. */
            409: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The resource was changed meanwhile. */
            412: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["StaleProblem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The media type is not supported. */
            415: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The content is not valid. The draft cannot be published yet. A link points to an article that is not public. The publication has no such locale. The date is in the future. The idempotency key belongs to another request. */
            422: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `If-Match` is required. */
            428: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database is unavailable. The server is busy. */
            503: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description An error, as problem details (RFC 9457). */
            default: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    restoreDraft: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description `dry-run` (RFC 7240): returns what the request would do, and changes nothing. Other preferences that begin with `dry` are refused.
                 * @example dry-run
                 */
                Prefer?: string;
                /**
                 * @description A quoted string that identifies this request. Repeating the request with the same key within a day returns the same response and has no second effect.
                 * @example "8e03978e-40d5-43dd-bc93-6894a57f9324"
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The draft. */
                id: components["schemas"]["DraftId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The draft. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    ETag: components["headers"]["StateETag"];
                    "Preference-Applied": components["headers"]["Preference-Applied"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EditorialDraft"];
                };
            };
            /** @description A parameter is not valid. A header is not valid. The dry run is not supported. */
            400: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You are not signed in. */
            401: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do this. */
            403: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found. */
            404: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The same request is in progress. */
            409: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The idempotency key belongs to another request. */
            422: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database is unavailable. */
            503: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description An error, as problem details (RFC 9457). */
            default: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listRevisions: {
        parameters: {
            query?: {
                /**
                 * @description The number of items on a page, 1 to 100.
                 * @example 20
                 */
                limit?: number;
                /** @description Returns the page after this cursor, which is `page.next` of the previous response. */
                after?: string;
            };
            header?: never;
            path: {
                /** @description The draft. */
                id: components["schemas"]["DraftId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of revisions. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RevisionPage"];
                };
            };
            /** @description A parameter is not valid. */
            400: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You are not signed in. */
            401: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do this. */
            403: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found. */
            404: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database is unavailable. */
            503: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description An error, as problem details (RFC 9457). */
            default: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getRevision: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The draft. */
                id: components["schemas"]["DraftId"];
                /**
                 * @description The number of the revision.
                 * @example 1
                 */
                number: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The revision. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Revision"];
                };
            };
            /** @description A parameter is not valid. */
            400: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You are not signed in. */
            401: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do this. */
            403: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found. */
            404: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database is unavailable. */
            503: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description An error, as problem details (RFC 9457). */
            default: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    restoreRevision: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The `ETag` of the version that you want to change. Without it, the request returns 428.
                 * @example "3"
                 */
                "If-Match": string;
                /**
                 * @description `dry-run` (RFC 7240): returns what the request would do, and changes nothing. Other preferences that begin with `dry` are refused.
                 * @example dry-run
                 */
                Prefer?: string;
                /**
                 * @description A quoted string that identifies this request. Repeating the request with the same key within a day returns the same response and has no second effect.
                 * @example "8e03978e-40d5-43dd-bc93-6894a57f9324"
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The draft. */
                id: components["schemas"]["DraftId"];
                /**
                 * @description The number of the revision to restore.
                 * @example 1
                 */
                number: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The draft after the change. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    ETag: components["headers"]["StateETag"];
                    "Preference-Applied": components["headers"]["Preference-Applied"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RestoredDraft"];
                };
            };
            /** @description A parameter is not valid. A header is not valid. The dry run is not supported. */
            400: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You are not signed in. */
            401: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do this. */
            403: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found. */
            404: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The draft is in the trash. The same request is in progress. */
            409: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The resource was changed meanwhile. */
            412: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["StaleProblem"];
                };
            };
            /** @description A term does not exist. The idempotency key belongs to another request. */
            422: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `If-Match` is required. */
            428: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database is unavailable. The server is busy. */
            503: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description An error, as problem details (RFC 9457). */
            default: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    scheduleDraft: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The `ETag` of the version that you want to change. Without it, the request returns 428.
                 * @example "3"
                 */
                "If-Match": string;
                /**
                 * @description `dry-run` (RFC 7240): returns what the request would do, and changes nothing. Other preferences that begin with `dry` are refused.
                 * @example dry-run
                 */
                Prefer?: string;
                /**
                 * @description A quoted string that identifies this request. Repeating the request with the same key within a day returns the same response and has no second effect.
                 * @example "8e03978e-40d5-43dd-bc93-6894a57f9324"
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The draft. */
                id: components["schemas"]["DraftId"];
            };
            cookie?: never;
        };
        /** @description At most 6 MiB. */
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "due_at": "2030-04-27T08:00:00Z"
                 *     }
                 */
                "application/json": components["schemas"]["ScheduleDraft"];
            };
        };
        responses: {
            /** @description The revision is scheduled. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    ETag: components["headers"]["StateETag"];
                    "Preference-Applied": components["headers"]["Preference-Applied"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EditorialDraft"];
                };
            };
            /** @description A parameter is not valid. A header is not valid. The body cannot be read. The dry run is not supported. */
            400: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You are not signed in. */
            401: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do this. */
            403: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found. */
            404: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request took too long. */
            408: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The slug is in use. The draft is in the trash. A newer revision is live. A term was changed meanwhile. The same request is in progress. */
            409: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The resource was changed meanwhile. */
            412: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["StaleProblem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The media type is not supported. */
            415: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The content is not valid. The draft cannot be published yet. A link points to an article that is not public. The publication has no such locale. The time is in the past. The date is in the future. The idempotency key belongs to another request. */
            422: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `If-Match` is required. */
            428: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database is unavailable. The server is busy. */
            503: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description An error, as problem details (RFC 9457). */
            default: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    cancelSchedule: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description `dry-run` (RFC 7240): returns what the request would do, and changes nothing. Other preferences that begin with `dry` are refused.
                 * @example dry-run
                 */
                Prefer?: string;
                /**
                 * @description A quoted string that identifies this request. Repeating the request with the same key within a day returns the same response and has no second effect.
                 * @example "8e03978e-40d5-43dd-bc93-6894a57f9324"
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The draft. */
                id: components["schemas"]["DraftId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The schedule is cancelled. */
            204: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Preference-Applied": components["headers"]["Preference-Applied"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A parameter is not valid. A header is not valid. The dry run is not supported. */
            400: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You are not signed in. */
            401: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do this. */
            403: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found. */
            404: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing is scheduled. The same request is in progress. */
            409: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The idempotency key belongs to another request. */
            422: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database is unavailable. */
            503: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description An error, as problem details (RFC 9457). */
            default: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    takeDownDraft: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description `dry-run` (RFC 7240): returns what the request would do, and changes nothing. Other preferences that begin with `dry` are refused.
                 * @example dry-run
                 */
                Prefer?: string;
                /**
                 * @description A quoted string that identifies this request. Repeating the request with the same key within a day returns the same response and has no second effect.
                 * @example "8e03978e-40d5-43dd-bc93-6894a57f9324"
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The draft. */
                id: components["schemas"]["DraftId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The article is taken down. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    "Preference-Applied": components["headers"]["Preference-Applied"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActReport"];
                };
            };
            /** @description A parameter is not valid. A header is not valid. The dry run is not supported. */
            400: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You are not signed in. */
            401: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do this. */
            403: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found. */
            404: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The article was never published. The same request is in progress. */
            409: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The idempotency key belongs to another request. */
            422: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database is unavailable. */
            503: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description An error, as problem details (RFC 9457). */
            default: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    withdrawDraft: {
        parameters: {
            query?: {
                /**
                 * @description What happens to a schedule that conflicts with this request: `cancel` cancels it, `keep` leaves it to take
                 *     effect when it is due. Without this parameter, a conflict returns 409 `schedule-pending`.
                 * @example cancel
                 */
                pending?: "cancel" | "keep";
            };
            header?: {
                /**
                 * @description `dry-run` (RFC 7240): returns what the request would do, and changes nothing. Other preferences that begin with `dry` are refused.
                 * @example dry-run
                 */
                Prefer?: string;
                /**
                 * @description A quoted string that identifies this request. Repeating the request with the same key within a day returns the same response and has no second effect.
                 * @example "8e03978e-40d5-43dd-bc93-6894a57f9324"
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The draft. */
                id: components["schemas"]["DraftId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The article is withdrawn. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    "Preference-Applied": components["headers"]["Preference-Applied"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActReport"];
                };
            };
            /** @description A parameter is not valid. A header is not valid. The dry run is not supported. */
            400: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You are not signed in. */
            401: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do this. */
            403: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found. */
            404: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something is scheduled. The article was never published. The same request is in progress. */
            409: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The idempotency key belongs to another request. */
            422: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database is unavailable. */
            503: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description An error, as problem details (RFC 9457). */
            default: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listJobs: {
        parameters: {
            query?: {
                /**
                 * @description Filters by state.
                 * @example parked
                 */
                state?: "ready" | "running" | "done" | "parked" | "cancelled";
                /**
                 * @description Filters by kind.
                 * @example refresh_editions
                 */
                kind?: string;
                /**
                 * @description The number of items on a page, 1 to 100.
                 * @example 20
                 */
                limit?: number;
                /** @description Returns the page after this cursor, which is `page.next` of the previous response. */
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of jobs. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JobPage"];
                };
            };
            /** @description A parameter is not valid. */
            400: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You are not signed in. */
            401: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do this. */
            403: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database is unavailable. */
            503: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description An error, as problem details (RFC 9457). */
            default: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getJob: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The ID of the job. */
                id: components["schemas"]["JobId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The ID of the job. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Job"];
                };
            };
            /** @description A parameter is not valid. */
            400: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You are not signed in. */
            401: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do this. */
            403: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found. */
            404: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database is unavailable. */
            503: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description An error, as problem details (RFC 9457). */
            default: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    cancelJob: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description `dry-run` (RFC 7240): returns what the request would do, and changes nothing. Other preferences that begin with `dry` are refused.
                 * @example dry-run
                 */
                Prefer?: string;
                /**
                 * @description A quoted string that identifies this request. Repeating the request with the same key within a day returns the same response and has no second effect.
                 * @example "8e03978e-40d5-43dd-bc93-6894a57f9324"
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The ID of the job. */
                id: components["schemas"]["JobId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The ID of the job. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    "Preference-Applied": components["headers"]["Preference-Applied"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Job"];
                };
            };
            /** @description A parameter is not valid. A header is not valid. The dry run is not supported. */
            400: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You are not signed in. */
            401: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do this. */
            403: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found. */
            404: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The job cannot be changed any more. The same request is in progress. */
            409: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The idempotency key belongs to another request. */
            422: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database is unavailable. */
            503: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description An error, as problem details (RFC 9457). */
            default: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    retryJob: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description `dry-run` (RFC 7240): returns what the request would do, and changes nothing. Other preferences that begin with `dry` are refused.
                 * @example dry-run
                 */
                Prefer?: string;
                /**
                 * @description A quoted string that identifies this request. Repeating the request with the same key within a day returns the same response and has no second effect.
                 * @example "8e03978e-40d5-43dd-bc93-6894a57f9324"
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The ID of the job. */
                id: components["schemas"]["JobId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The ID of the job. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    "Preference-Applied": components["headers"]["Preference-Applied"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Job"];
                };
            };
            /** @description A parameter is not valid. A header is not valid. The dry run is not supported. */
            400: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You are not signed in. */
            401: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do this. */
            403: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found. */
            404: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The job cannot be changed any more. The same request is in progress. */
            409: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The idempotency key belongs to another request. */
            422: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database is unavailable. */
            503: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description An error, as problem details (RFC 9457). */
            default: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getMe: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The account. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Person"];
                };
            };
            /** @description A parameter is not valid. */
            400: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You are not signed in. */
            401: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do this. */
            403: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database is unavailable. */
            503: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description An error, as problem details (RFC 9457). */
            default: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeOwnPassword: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A quoted string that identifies this request. Repeating the request with the same key within a day returns the same response and has no second effect.
                 * @example "8e03978e-40d5-43dd-bc93-6894a57f9324"
                 */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        /** @description At most 6 MiB. */
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "current_password": "correct horse battery staple 47",
                 *       "new_password": "ink dries slowly in april"
                 *     }
                 */
                "application/json": components["schemas"]["ChangePassword"];
            };
        };
        responses: {
            /** @description The password is changed. */
            204: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A parameter is not valid. A header is not valid. The body cannot be read. The dry run is not supported. */
            400: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You are not signed in. */
            401: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do this. */
            403: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request took too long. */
            408: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The same request is in progress. */
            409: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The media type is not supported. */
            415: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The content is not valid. The idempotency key belongs to another request. */
            422: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many attempts. */
            429: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database is unavailable. The server is busy. */
            503: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description An error, as problem details (RFC 9457). */
            default: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    setForgottenPassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description At most 16 KiB. */
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "password": "ink dries slowly in april",
                 *       "token": "q83vEjRWeJCrze8SNFZ4kKvN7xI0VniQq83vEjRWeJA"
                 *     }
                 */
                "application/json": components["schemas"]["ForgottenPassword"];
            };
        };
        responses: {
            /** @description The password is set. */
            204: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A parameter is not valid. The body cannot be read. The dry run is not supported. */
            400: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request took too long. */
            408: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The media type is not supported. */
            415: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The content is not valid. The token is not valid. */
            422: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many attempts. */
            429: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database is unavailable. The server is busy. */
            503: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description An error, as problem details (RFC 9457). */
            default: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listPeople: {
        parameters: {
            query?: {
                /**
                 * @description The number of items on a page, 1 to 100.
                 * @example 20
                 */
                limit?: number;
                /** @description Returns the page after this cursor, which is `page.next` of the previous response. */
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of people. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonPage"];
                };
            };
            /** @description A parameter is not valid. */
            400: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You are not signed in. */
            401: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do this. */
            403: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database is unavailable. */
            503: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description An error, as problem details (RFC 9457). */
            default: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createPerson: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description `dry-run` (RFC 7240): returns what the request would do, and changes nothing. Other preferences that begin with `dry` are refused.
                 * @example dry-run
                 */
                Prefer?: string;
                /**
                 * @description A quoted string that identifies this request. Repeating the request with the same key within a day returns the same response and has no second effect.
                 * @example "8e03978e-40d5-43dd-bc93-6894a57f9324"
                 */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        /** @description At most 6 MiB. */
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "email": "vera@example.org",
                 *       "name": "engineering",
                 *       "role": "editor"
                 *     }
                 */
                "application/json": components["schemas"]["CreatePerson"];
            };
        };
        responses: {
            /** @description What the request would create (dry run). */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    ETag: components["headers"]["StateETag"];
                    "Preference-Applied": components["headers"]["Preference-Applied"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Person"];
                };
            };
            /** @description The account. */
            201: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    ETag: components["headers"]["StateETag"];
                    "Preference-Applied": components["headers"]["Preference-Applied"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Person"];
                };
            };
            /** @description A parameter is not valid. A header is not valid. The body cannot be read. The dry run is not supported. */
            400: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You are not signed in. */
            401: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do this. */
            403: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request took too long. */
            408: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The address is in use. The same request is in progress. */
            409: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The media type is not supported. */
            415: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The content is not valid. The idempotency key belongs to another request. */
            422: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database is unavailable. The server is busy. */
            503: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description An error, as problem details (RFC 9457). */
            default: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPerson: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The ID of the person. */
                id: components["schemas"]["PersonId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The ID of the person. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Person"];
                };
            };
            /** @description A parameter is not valid. */
            400: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You are not signed in. */
            401: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do this. */
            403: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found. */
            404: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database is unavailable. */
            503: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description An error, as problem details (RFC 9457). */
            default: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changePerson: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The `ETag` of the version that you want to change. Without it, the request returns 428.
                 * @example "3"
                 */
                "If-Match": string;
                /**
                 * @description `dry-run` (RFC 7240): returns what the request would do, and changes nothing. Other preferences that begin with `dry` are refused.
                 * @example dry-run
                 */
                Prefer?: string;
                /**
                 * @description A quoted string that identifies this request. Repeating the request with the same key within a day returns the same response and has no second effect.
                 * @example "8e03978e-40d5-43dd-bc93-6894a57f9324"
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The ID of the person. */
                id: components["schemas"]["PersonId"];
            };
            cookie?: never;
        };
        /** @description At most 6 MiB. */
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "email": "vera@example.org",
                 *       "name": "engineering",
                 *       "role": "editor",
                 *       "suspended": false
                 *     }
                 */
                "application/merge-patch+json": components["schemas"]["PersonPatch"];
            };
        };
        responses: {
            /** @description The account after the change. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    ETag: components["headers"]["StateETag"];
                    "Preference-Applied": components["headers"]["Preference-Applied"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Person"];
                };
            };
            /** @description A parameter is not valid. A header is not valid. The body cannot be read. The dry run is not supported. */
            400: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You are not signed in. */
            401: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do this. */
            403: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found. */
            404: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request took too long. */
            408: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The address is in use. The account is the last administrator. The same request is in progress. */
            409: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The resource was changed meanwhile. */
            412: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["StaleProblem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The media type is not supported. */
            415: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The content is not valid. The idempotency key belongs to another request. */
            422: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `If-Match` is required. */
            428: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database is unavailable. The server is busy. */
            503: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description An error, as problem details (RFC 9457). */
            default: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    issuePasswordToken: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A quoted string that identifies this request. Repeating the request with the same key within a day returns the same response and has no second effect.
                 * @example "8e03978e-40d5-43dd-bc93-6894a57f9324"
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The ID of the person. */
                id: components["schemas"]["PersonId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The token. */
            201: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PasswordToken"];
                };
            };
            /** @description A parameter is not valid. A header is not valid. The dry run is not supported. */
            400: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You are not signed in. */
            401: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do this. */
            403: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found. */
            404: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The same request is in progress. */
            409: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The idempotency key belongs to another request. */
            422: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database is unavailable. */
            503: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description An error, as problem details (RFC 9457). */
            default: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listPreviews: {
        parameters: {
            query?: {
                /**
                 * @description The number of items on a page, 1 to 100.
                 * @example 20
                 */
                limit?: number;
                /** @description Returns the page after this cursor, which is `page.next` of the previous response. */
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of previews. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PreviewPage"];
                };
            };
            /** @description A parameter is not valid. */
            400: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You are not signed in. */
            401: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do this. */
            403: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database is unavailable. */
            503: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description An error, as problem details (RFC 9457). */
            default: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createPreview: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A quoted string that identifies this request. Repeating the request with the same key within a day returns the same response and has no second effect.
                 * @example "8e03978e-40d5-43dd-bc93-6894a57f9324"
                 */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        /** @description At most 6 MiB. */
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "at": "2030-04-27T08:00:00Z",
                 *       "drafts": [
                 *         "0199a3c2-5d1e-7c3a-9b1f-4f0d2c8e7a62"
                 *       ],
                 *       "seconds": 86400
                 *     }
                 */
                "application/json": components["schemas"]["CreatePreview"];
            };
        };
        responses: {
            /** @description The preview. */
            201: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PreviewLink"];
                };
            };
            /** @description A parameter is not valid. A header is not valid. The body cannot be read. The dry run is not supported. */
            400: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You are not signed in. */
            401: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do this. */
            403: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found. */
            404: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request took too long. */
            408: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The same request is in progress. */
            409: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The media type is not supported. */
            415: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The content is not valid. The idempotency key belongs to another request. */
            422: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database is unavailable. The server is busy. */
            503: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description An error, as problem details (RFC 9457). */
            default: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPreview: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The preview. */
                id: components["schemas"]["PreviewId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The preview. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Preview"];
                };
            };
            /** @description A parameter is not valid. */
            400: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You are not signed in. */
            401: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do this. */
            403: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found. */
            404: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database is unavailable. */
            503: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description An error, as problem details (RFC 9457). */
            default: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    revokePreview: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description `dry-run` (RFC 7240): returns what the request would do, and changes nothing. Other preferences that begin with `dry` are refused.
                 * @example dry-run
                 */
                Prefer?: string;
                /**
                 * @description A quoted string that identifies this request. Repeating the request with the same key within a day returns the same response and has no second effect.
                 * @example "8e03978e-40d5-43dd-bc93-6894a57f9324"
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The preview. */
                id: components["schemas"]["PreviewId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The link does not work any more. */
            204: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Preference-Applied": components["headers"]["Preference-Applied"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A parameter is not valid. A header is not valid. The dry run is not supported. */
            400: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You are not signed in. */
            401: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do this. */
            403: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found. */
            404: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The same request is in progress. */
            409: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The idempotency key belongs to another request. */
            422: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database is unavailable. */
            503: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description An error, as problem details (RFC 9457). */
            default: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listRedirects: {
        parameters: {
            query?: {
                /**
                 * @description Filters by prefix of the path. A trailing slash matches only paths below it.
                 * @example /2015/
                 */
                path_prefix?: string;
                /** @description Filters by locale. */
                locale?: components["schemas"]["Locale"];
                /** @description Filters by target article. */
                article?: components["schemas"]["ArticleId"];
                /**
                 * @description The number of items on a page, 1 to 100.
                 * @example 20
                 */
                limit?: number;
                /** @description Returns the page after this cursor, which is `page.next` of the previous response. */
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of redirects. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RedirectPage"];
                };
            };
            /** @description A parameter is not valid. */
            400: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You are not signed in. */
            401: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do this. */
            403: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database is unavailable. */
            503: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description An error, as problem details (RFC 9457). */
            default: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createRedirect: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description `dry-run` (RFC 7240): returns what the request would do, and changes nothing. Other preferences that begin with `dry` are refused.
                 * @example dry-run
                 */
                Prefer?: string;
                /**
                 * @description A quoted string that identifies this request. Repeating the request with the same key within a day returns the same response and has no second effect.
                 * @example "8e03978e-40d5-43dd-bc93-6894a57f9324"
                 */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        /** @description At most 6 MiB. */
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "article_id": "0199a3c2-5d1e-7c3a-9b1f-4f0d2c8e7a61",
                 *       "locale": "en",
                 *       "path": "/2015/05/old-name",
                 *       "url": null
                 *     }
                 */
                "application/json": components["schemas"]["CreateRedirect"];
            };
        };
        responses: {
            /** @description What the request would create (dry run). */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    ETag: components["headers"]["StateETag"];
                    "Preference-Applied": components["headers"]["Preference-Applied"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreatedRedirect"];
                };
            };
            /** @description The redirect. */
            201: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    ETag: components["headers"]["StateETag"];
                    "Preference-Applied": components["headers"]["Preference-Applied"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreatedRedirect"];
                };
            };
            /** @description A parameter is not valid. A header is not valid. The body cannot be read. The dry run is not supported. */
            400: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You are not signed in. */
            401: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do this. */
            403: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found. */
            404: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request took too long. */
            408: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description An article has that path. The redirect exists. The same request is in progress. */
            409: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The media type is not supported. */
            415: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The redirect would lead back to itself. The content is not valid. The publication has no such locale. The idempotency key belongs to another request. */
            422: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database is unavailable. The server is busy. */
            503: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description An error, as problem details (RFC 9457). */
            default: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getRedirect: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The redirect. */
                id: components["schemas"]["RedirectId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The redirect. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EditorialRedirect"];
                };
            };
            /** @description A parameter is not valid. */
            400: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You are not signed in. */
            401: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do this. */
            403: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found. */
            404: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database is unavailable. */
            503: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description An error, as problem details (RFC 9457). */
            default: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteRedirect: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The `ETag` of the version that you want to change. Without it, the request returns 428.
                 * @example "3"
                 */
                "If-Match": string;
                /**
                 * @description `dry-run` (RFC 7240): returns what the request would do, and changes nothing. Other preferences that begin with `dry` are refused.
                 * @example dry-run
                 */
                Prefer?: string;
                /**
                 * @description A quoted string that identifies this request. Repeating the request with the same key within a day returns the same response and has no second effect.
                 * @example "8e03978e-40d5-43dd-bc93-6894a57f9324"
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The redirect. */
                id: components["schemas"]["RedirectId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The redirect is deleted. */
            204: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Preference-Applied": components["headers"]["Preference-Applied"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A parameter is not valid. A header is not valid. The dry run is not supported. */
            400: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You are not signed in. */
            401: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do this. */
            403: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found. */
            404: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The same request is in progress. */
            409: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The resource was changed meanwhile. */
            412: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["StaleProblem"];
                };
            };
            /** @description The idempotency key belongs to another request. */
            422: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `If-Match` is required. */
            428: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database is unavailable. */
            503: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description An error, as problem details (RFC 9457). */
            default: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listSessions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The sessions. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionList"];
                };
            };
            /** @description A parameter is not valid. */
            400: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You are not signed in. */
            401: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do this. */
            403: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database is unavailable. */
            503: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description An error, as problem details (RFC 9457). */
            default: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    signIn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description At most 16 KiB. */
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "email": "vera@example.org",
                 *       "password": "correct horse battery staple 47"
                 *     }
                 */
                "application/json": components["schemas"]["SignIn"];
            };
        };
        responses: {
            /** @description Signed in. */
            201: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Tokens"];
                };
            };
            /** @description A parameter is not valid. The body cannot be read. The dry run is not supported. */
            400: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Signing in failed. */
            401: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request took too long. */
            408: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The media type is not supported. */
            415: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The content is not valid. */
            422: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many attempts. */
            429: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database is unavailable. The server is busy. */
            503: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description An error, as problem details (RFC 9457). */
            default: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    refreshSession: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description At most 16 KiB. */
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "refresh_token": "AZmjwl0efDqbH08NLI56YgAAAAMAAAAA"
                 *     }
                 */
                "application/json": components["schemas"]["Refresh"];
            };
        };
        responses: {
            /** @description The new tokens. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Tokens"];
                };
            };
            /** @description A parameter is not valid. The body cannot be read. The dry run is not supported. */
            400: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You are not signed in. */
            401: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request took too long. */
            408: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The media type is not supported. */
            415: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The content is not valid. */
            422: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many attempts. */
            429: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database is unavailable. The server is busy. */
            503: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description An error, as problem details (RFC 9457). */
            default: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    endSession: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A quoted string that identifies this request. Repeating the request with the same key within a day returns the same response and has no second effect.
                 * @example "8e03978e-40d5-43dd-bc93-6894a57f9324"
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The ID of the session. */
                id: components["schemas"]["SessionId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The session has ended. */
            204: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A parameter is not valid. A header is not valid. The dry run is not supported. */
            400: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You are not signed in. */
            401: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do this. */
            403: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found. */
            404: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The same request is in progress. */
            409: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The idempotency key belongs to another request. */
            422: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database is unavailable. */
            503: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description An error, as problem details (RFC 9457). */
            default: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listTerms: {
        parameters: {
            query: {
                /** @description The kind of terms. */
                kind: components["schemas"]["TermKind"];
                /**
                 * @description Filters by text in the name or the slug.
                 * @example eng
                 */
                text?: string;
                /**
                 * @description The number of items on a page, 1 to 100.
                 * @example 20
                 */
                limit?: number;
                /** @description Returns the page after this cursor, which is `page.next` of the previous response. */
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of terms. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EditorialTermPage"];
                };
            };
            /** @description A parameter is not valid. */
            400: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You are not signed in. */
            401: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do this. */
            403: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database is unavailable. */
            503: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description An error, as problem details (RFC 9457). */
            default: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createTerm: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description `dry-run` (RFC 7240): returns what the request would do, and changes nothing. Other preferences that begin with `dry` are refused.
                 * @example dry-run
                 */
                Prefer?: string;
                /**
                 * @description A quoted string that identifies this request. Repeating the request with the same key within a day returns the same response and has no second effect.
                 * @example "8e03978e-40d5-43dd-bc93-6894a57f9324"
                 */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        /** @description At most 6 MiB. */
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "description": "What keeps the site up.",
                 *       "kind": "section",
                 *       "name": "engineering",
                 *       "picture": {
                 *         "alt": "A suspension bridge in fog",
                 *         "caption": null,
                 *         "credit": null,
                 *         "height": 900,
                 *         "placeholder": null,
                 *         "sources": [],
                 *         "src": "https://images.example/hero.jpg",
                 *         "width": 1600
                 *       },
                 *       "slug": "feature-flag-hygiene",
                 *       "url": "https://vera.example"
                 *     }
                 */
                "application/json": components["schemas"]["CreateTerm"];
            };
        };
        responses: {
            /** @description What the request would create (dry run). */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    ETag: components["headers"]["StateETag"];
                    "Preference-Applied": components["headers"]["Preference-Applied"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangedTerm"];
                };
            };
            /** @description The term. */
            201: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    ETag: components["headers"]["StateETag"];
                    "Preference-Applied": components["headers"]["Preference-Applied"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangedTerm"];
                };
            };
            /** @description A parameter is not valid. A header is not valid. The body cannot be read. The dry run is not supported. */
            400: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You are not signed in. */
            401: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do this. */
            403: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request took too long. */
            408: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The term exists. The same request is in progress. */
            409: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The media type is not supported. */
            415: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The content is not valid. The idempotency key belongs to another request. */
            422: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database is unavailable. The server is busy. */
            503: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description An error, as problem details (RFC 9457). */
            default: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getTerm: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The term. */
                id: components["schemas"]["TermId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The term. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EditorialTerm"];
                };
            };
            /** @description A parameter is not valid. */
            400: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You are not signed in. */
            401: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do this. */
            403: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found. */
            404: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database is unavailable. */
            503: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description An error, as problem details (RFC 9457). */
            default: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteTerm: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description `dry-run` (RFC 7240): returns what the request would do, and changes nothing. Other preferences that begin with `dry` are refused.
                 * @example dry-run
                 */
                Prefer?: string;
                /**
                 * @description A quoted string that identifies this request. Repeating the request with the same key within a day returns the same response and has no second effect.
                 * @example "8e03978e-40d5-43dd-bc93-6894a57f9324"
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The term. */
                id: components["schemas"]["TermId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The term is deleted. */
            204: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Preference-Applied": components["headers"]["Preference-Applied"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A parameter is not valid. A header is not valid. The dry run is not supported. */
            400: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You are not signed in. */
            401: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do this. */
            403: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found. */
            404: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The term is in use. The same request is in progress. */
            409: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The idempotency key belongs to another request. */
            422: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database is unavailable. */
            503: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description An error, as problem details (RFC 9457). */
            default: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeTerm: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The `ETag` of the version that you want to change. Without it, the request returns 428.
                 * @example "3"
                 */
                "If-Match": string;
                /**
                 * @description `dry-run` (RFC 7240): returns what the request would do, and changes nothing. Other preferences that begin with `dry` are refused.
                 * @example dry-run
                 */
                Prefer?: string;
                /**
                 * @description A quoted string that identifies this request. Repeating the request with the same key within a day returns the same response and has no second effect.
                 * @example "8e03978e-40d5-43dd-bc93-6894a57f9324"
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The term. */
                id: components["schemas"]["TermId"];
            };
            cookie?: never;
        };
        /** @description At most 6 MiB. */
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "description": "What keeps the site up.",
                 *       "name": "engineering",
                 *       "picture": {
                 *         "alt": "A suspension bridge in fog",
                 *         "caption": null,
                 *         "credit": null,
                 *         "height": 900,
                 *         "placeholder": null,
                 *         "sources": [],
                 *         "src": "https://images.example/hero.jpg",
                 *         "width": 1600
                 *       },
                 *       "slug": "feature-flag-hygiene",
                 *       "url": "https://vera.example"
                 *     }
                 */
                "application/merge-patch+json": components["schemas"]["TermPatch"];
            };
        };
        responses: {
            /** @description The term after the change. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    ETag: components["headers"]["StateETag"];
                    "Preference-Applied": components["headers"]["Preference-Applied"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangedTerm"];
                };
            };
            /** @description A parameter is not valid. A header is not valid. The body cannot be read. The dry run is not supported. */
            400: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You are not signed in. */
            401: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do this. */
            403: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found. */
            404: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request took too long. */
            408: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The term exists. The same request is in progress. */
            409: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The resource was changed meanwhile. */
            412: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["StaleProblem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The media type is not supported. */
            415: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The content is not valid. The idempotency key belongs to another request. */
            422: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `If-Match` is required. */
            428: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database is unavailable. The server is busy. */
            503: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description An error, as problem details (RFC 9457). */
            default: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    mergeTerm: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description `dry-run` (RFC 7240): returns what the request would do, and changes nothing. Other preferences that begin with `dry` are refused.
                 * @example dry-run
                 */
                Prefer?: string;
                /**
                 * @description A quoted string that identifies this request. Repeating the request with the same key within a day returns the same response and has no second effect.
                 * @example "8e03978e-40d5-43dd-bc93-6894a57f9324"
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The ID of the term to merge. It ends. */
                id: components["schemas"]["TermId"];
            };
            cookie?: never;
        };
        /** @description At most 6 MiB. */
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "into": "0199a3c2-5d1e-7c3a-9b1f-4f0d2c8e7a63"
                 *     }
                 */
                "application/json": components["schemas"]["MergeTerm"];
            };
        };
        responses: {
            /** @description The remaining term. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    ETag: components["headers"]["StateETag"];
                    "Preference-Applied": components["headers"]["Preference-Applied"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangedTerm"];
                };
            };
            /** @description A parameter is not valid. A header is not valid. The body cannot be read. The dry run is not supported. */
            400: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You are not signed in. */
            401: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do this. */
            403: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found. */
            404: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request took too long. */
            408: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The terms cannot be merged. The same request is in progress. */
            409: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The media type is not supported. */
            415: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The content is not valid. The idempotency key belongs to another request. */
            422: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database is unavailable. The server is busy. */
            503: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description An error, as problem details (RFC 9457). */
            default: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
}

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
         * Reads the log.
         * @description Everything that was done, the newest first: who, what, to what, when, in answer to which request. Nobody changes it.
         *
         *     Who may: admin, editor.
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
         * @description Each becomes a new revision; readers see it when it is published.
         *
         *     Who may: admin, editor, author (own), contributor (own).
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
         * Publishes drafts, as one act.
         * @description `pending` is for all of them: it says what becomes of the schedules that this would overrule.
         *
         *     Who may: admin, editor, author (own).
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
         * Puts drafts into the trash.
         * @description What is scheduled of them is cancelled.
         *
         *     Who may: admin, editor, author (own), contributor (own).
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
         * Withdraws articles, as one act.
         * @description None of them, when any of the drafts was saved between being seen and this request. `pending` is for all of them: it says
         *     what becomes of the schedules that this would overrule.
         *
         *     Who may: admin, editor, author (own).
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
         * @description The last saved first. Filters are combined: every one must hold.
         *
         *     Who may: admin, editor, author, contributor (own), viewer.
         */
        get: operations["listDrafts"];
        put?: never;
        /**
         * Begins a draft.
         * @description Of a new article, or of one in another locale. It belongs to whoever begins it.
         *
         *     Who may: admin, editor, author, contributor.
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
         * @description `content` is what was saved. `terms` says what the terms that it names are called now, and what became of those that were
         *     merged or deleted: that changes without a new revision, and so does where the draft stands. The `ETag` is therefore for
         *     `If-Match` alone; `If-None-Match` is ignored, and the answer is never 304.
         *
         *     Who may: admin, editor, author, contributor (own), viewer.
         */
        get: operations["getDraft"];
        put?: never;
        post?: never;
        /**
         * Puts a draft into the trash.
         * @description It can be taken out again. What is live is withdrawn first; what is scheduled is cancelled, which takes the right to publish.
         *
         *     Who may: admin, editor, author (own), contributor (own).
         */
        delete: operations["trashDraft"];
        options?: never;
        head?: never;
        /**
         * Saves a draft.
         * @description A merge patch (RFC 7396) over `content`: what is absent stays, `null` empties. Each save is a revision and stays;
         *     what changes nothing makes none. When it was saved meanwhile, the answer is 412 and says what changed.
         *
         *     Who may: admin, editor, author (own), contributor (own).
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
         * Checks a draft as it would be published.
         * @description The rules are those that publishing applies, and they are applied to you: what it would refuse now is an obstacle here,
         *     with the same kind of problem. All of them are listed at once. Findings of the severity `error` keep the draft from being
         *     published; warnings and notes do not. Nothing is changed.
         *
         *     Who may: admin, editor, author, contributor (own), viewer.
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
         * @description The body word by word, everything else property by property. A term that was merged is the one that it became, in both.
         *
         *     Who may: admin, editor, author, contributor (own), viewer.
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
         * Begins a new article with what a draft holds.
         * @description All but its slug and its dates. It belongs to whoever does this.
         *
         *     Who may: admin, editor, author, contributor.
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
         * Gives readers the previous edition back.
         * @description The one before what they see now; of a withdrawn article, the last one that they saw. With something scheduled, say by
         *     `pending` what becomes of that.
         *
         *     Who may: admin, editor, author (own).
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
         * @description Readers see the revision that `If-Match` names. What readers see already changes nothing, and that is said. Publishing the
         *     revision that is scheduled fulfils its schedule; with another one scheduled, say by `pending` what becomes of that.
         *
         *     Who may: admin, editor, author (own).
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
         * Takes a draft out of the trash.
         * @description Who may: admin, editor, author (own), contributor (own).
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
         * @description Who may: admin, editor, author, contributor (own), viewer.
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
         * @description `content` is what was saved, and never changes. `terms` says what the terms that it names are called now, and what became
         *     of those that were merged or deleted. `If-None-Match` is ignored, and the answer is never 304.
         *
         *     Who may: admin, editor, author, contributor (own), viewer.
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
         * Makes what an earlier revision held the newest one.
         * @description Nothing is lost: it becomes a new revision. Terms that were merged meanwhile are those they became. Terms that were
         *     deleted are left out, and `findings` says so for each.
         *
         *     Who may: admin, editor, author (own), contributor (own).
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
         * @description The revision that `If-Match` names is frozen, and becomes public at the moment, whatever is saved until then. It
         *     replaces what was scheduled of the article in this locale.
         *
         *     Who may: admin, editor, author (own).
         */
        post: operations["scheduleDraft"];
        /**
         * Cancels what is scheduled.
         * @description Who may: admin, editor, author (own).
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
         * @description Whatever readers saw of it is erased, its past too, and what is scheduled is cancelled. The draft and its revisions stay
         *     with the editors. The answer waits a moment for the servers to say that they do not give it any more, and names those
         *     that have.
         *
         *     Who may: admin, editor.
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
         * @description Its addresses answer 410. Its past stays, and it can be published again. With something scheduled, say by `pending` what
         *     becomes of that.
         *
         *     Who may: admin, editor, author (own).
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
         * @description Who may: admin, editor.
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
         * @description Who may: admin, editor.
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
         * @description One that is running writes nothing any more.
         *
         *     Who may: admin.
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
         * Tries a job again, at once.
         * @description Who may: admin.
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
         * Gets one's own account.
         * @description Who may: admin, editor, author, contributor, viewer.
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
         * Changes one's own password.
         * @description The present one is asked for. All sessions end, this one too: sign in with the new one.
         *
         *     There is no dry run: `Prefer: dry-run` is refused.
         *
         *     Who may: admin, editor, author, contributor, viewer.
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
         * Sets a forgotten password.
         * @description With a one-time token that an administrator gave; it is good for half an hour, and once. All sessions end. Tries are
         *     counted for each address; too many are 429.
         *
         *     There is no dry run: `Prefer: dry-run` is refused.
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
         * @description Who may: admin, editor.
         */
        get: operations["listPeople"];
        put?: never;
        /**
         * Makes an account.
         * @description Who may: admin.
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
         * @description Who may: admin, editor.
         */
        get: operations["getPerson"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Changes an account.
         * @description A merge patch. Another role, or a suspension, ends all sessions of the person at once. The last administrator stays.
         *
         *     Who may: admin.
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
         * Issues a one-time token.
         * @description With it the person sets a password: whoever is new, or forgot. It is shown once, good once, and for half an hour;
         *     an earlier one is void. It can be read nowhere again, and so the answer has no `Location`.
         *
         *     There is no dry run: `Prefer: dry-run` is refused.
         *
         *     Who may: admin.
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
         * Lists previews that are good.
         * @description One's own; whoever sees everybody's drafts sees everybody's previews.
         *
         *     Who may: admin, editor, author (own), contributor (own).
         */
        get: operations["listPreviews"];
        put?: never;
        /**
         * Makes a preview.
         * @description Whoever has the link sees the site with these drafts, or as it will be at a moment, under `/preview/v1`, in the
         *     forms and paths of `/v1`. A moment shows what everybody scheduled: it takes the right to see everybody's drafts.
         *
         *     There is no dry run: `Prefer: dry-run` is refused.
         *
         *     Who may: admin, editor, author (own), contributor (own).
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
         * @description Without what opens it. It is there after it has ended, too.
         *
         *     Who may: admin, editor, author (own), contributor (own).
         */
        get: operations["getPreview"];
        put?: never;
        post?: never;
        /**
         * Ends a preview.
         * @description Who may: admin, editor, author (own), contributor (own).
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
         * @description Who may: admin, editor, author, contributor, viewer.
         */
        get: operations["listRedirects"];
        put?: never;
        /**
         * Creates a redirect.
         * @description `GET /v1/resolve` answers `moved` for its path then, or `gone` once the article that it leads to is withdrawn. A path at
         *     which an article lives, or from which one has moved, needs none and gets none.
         *
         *     Who may: admin, editor.
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
         * @description Who may: admin, editor, author, contributor, viewer.
         */
        get: operations["getRedirect"];
        put?: never;
        post?: never;
        /**
         * Deletes a redirect.
         * @description A redirect is never changed: to give a path another target, delete its redirect and create another.
         *
         *     Who may: admin, editor.
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
         * Lists one's own sessions.
         * @description Who may: admin, editor, author, contributor, viewer.
         */
        get: operations["listSessions"];
        put?: never;
        /**
         * Signs in.
         * @description Gives an access token of ten minutes and a refresh token. Every failure is the same answer, after the same time.
         *     Tries are counted for each account and each address; too many are 429.
         *
         *     There is no dry run: `Prefer: dry-run` is refused.
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
         * @description Each refresh token is good once. For twenty seconds the same client gets the same answer again, because an answer
         *     can be lost; after that, a refresh token that was used before ends the session. Requests are counted for each address;
         *     too many are 429.
         *
         *     There is no dry run: `Prefer: dry-run` is refused.
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
         * @description One's own, such as the present one, to sign out; administrators end anybody's. Its tokens are void at once.
         *
         *     There is no dry run: `Prefer: dry-run` is refused.
         *
         *     Who may: admin, editor, author, contributor, viewer.
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
         * @description Who may: admin, editor, author, contributor, viewer.
         */
        get: operations["listTerms"];
        put?: never;
        /**
         * Makes a term.
         * @description Who may: admin, editor.
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
         * @description By its identity, or that of one that was merged into it.
         *
         *     Who may: admin, editor, author, contributor, viewer.
         */
        get: operations["getTerm"];
        put?: never;
        post?: never;
        /**
         * Deletes a term that nothing names.
         * @description It is refused while the newest revision of a draft, or something live or scheduled, names it. Older revisions keep its
         *     identity, and say in `terms` when it was deleted. Its slug is free then, with those of the terms merged into it.
         *
         *     Who may: admin, editor.
         */
        delete: operations["deleteTerm"];
        options?: never;
        head?: never;
        /**
         * Changes a term.
         * @description A merge patch. What readers see of it changes at once, and its articles by a job that tells how far it is; none of
         *     them counts as updated.
         *
         *     Who may: admin, editor.
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
         * @description Whatever names it means the other from then on, and its slug stays taken. No draft and no revision is written: they say in
         *     `terms` what it became. Where readers see it that is one act, and its articles are refreshed by a job.
         *
         *     Who may: admin, editor.
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
        /** @description What an act did, or would do. */
        ActReport: {
            /** @description What became of each article. */
            articles: components["schemas"]["ArticleReport"][];
            /**
             * @description Whether it was only said, and not done.
             * @example false
             */
            dry_run: boolean;
            /** @description What was found that did not keep it from being published. */
            findings: components["schemas"]["Finding"][];
            /**
             * @description The servers, and whether each is known not to give what was taken down any more. `null` for other acts. One that
             *     is cut off gives what it has for a quarter of an hour at most; repeat the request with its key to look again.
             * @example null
             */
            instances: components["schemas"]["InstanceReport"][] | null;
            /**
             * Format: int64
             * @description The number of the act. `null` when readers saw all of it already, and for a dry run.
             * @example 1207
             */
            sequence: number | null;
        };
        /**
         * @description What readers see happen.
         * @example published
         * @enum {string}
         */
        ArticleChange: "published" | "changed" | "withdrawn" | "taken_down" | "unchanged";
        /**
         * Format: uuid
         * @description The identity of an article, the same in all its locales.
         * @example 0199a3c2-5d1e-7c3a-9b1f-4f0d2c8e7a61
         */
        ArticleId: string;
        /** @description What readers see happen to an article. */
        ArticleReport: {
            /** @description The article. */
            article_id: components["schemas"]["ArticleId"];
            /** @description What happens. */
            change: components["schemas"]["ArticleChange"];
            /**
             * Format: int32
             * @description The number of the edition that readers see.
             * @example 3
             */
            edition_number: number | null;
            /** @description The locale. */
            locale: components["schemas"]["Locale"];
            /** @description The slug that it had before, which redirects now. */
            moved_from: components["schemas"]["Slug"] | null;
            /** @description The slug that it has now, or had last. */
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
             * @description The actor: the id of a person, or the name of a program.
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
             * @description The id of the entry.
             * @example 0199a3c2-5d1e-7c3a-9b1f-000000000005
             */
            id: string;
            /**
             * @description The id of the request.
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
             * @description The id of the subject.
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
        /** @description One page of the log, the newest first. */
        AuditPage: {
            /** @description The entries. */
            data: components["schemas"]["AuditEntry"][];
            /** @description Where the log goes on. */
            page: components["schemas"]["NextPage"];
        };
        /** @description A new password of one's own. */
        ChangePassword: {
            /**
             * @description The password as it is.
             * @example correct horse battery staple 47
             */
            current_password: string;
            /**
             * @description The password as it is to be: 15 to 256 characters.
             * @example ink dries slowly in april
             */
            new_password: string;
        };
        /** @description A term after a change. */
        ChangedTerm: components["schemas"]["Term"] & {
            /**
             * Format: int64
             * @description The number of the act, where readers saw the term. Then its articles are refreshed by a job.
             * @example 1208
             */
            sequence: number | null;
        };
        /** @description What was found before publishing. */
        CheckReport: {
            /** @description Everything that was found, errors first. There is an error for each obstacle. */
            findings: components["schemas"]["Finding"][];
            /** @description Every problem for which publishing would be refused now. */
            obstacles: components["schemas"]["Obstacle"][];
            /**
             * @description Whether you could publish the draft now. It is `true` exactly when `obstacles` is empty.
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
        /** @description What a revision holds. A draft may be incomplete, so all but the body may be absent. */
        Content: {
            /** @description The body. */
            body: components["schemas"]["Markdown"];
            /** @description The authors, in the order shown. */
            byline: components["schemas"]["TermId"][];
            /** @description The publication's own fields. */
            fields: {
                [key: string]: unknown;
            };
            /**
             * Format: date-time
             * @description The date to show, for imports; when absent, the moment of the first publish. It lies between 1000-01-02 and
             *     9999-12-30 (UTC).
             */
            first_published_at: string | null;
            /** @description The headline. */
            headline: components["schemas"]["Headline"] | null;
            /** @description The leading picture. */
            hero: components["schemas"]["Hero"] | null;
            /** @description The kicker. */
            kicker: components["schemas"]["Kicker"] | null;
            /** @description The section. */
            section: components["schemas"]["TermId"] | null;
            /** @description What pages tell search engines. */
            seo: components["schemas"]["Seo"];
            /** @description The place in a series. */
            series: components["schemas"]["SeriesPart"] | null;
            /** @description The name in URLs that the next publish uses. */
            slug: components["schemas"]["Slug"] | null;
            /** @description The standfirst; when absent, publishing derives it from the body. */
            standfirst: components["schemas"]["Standfirst"] | null;
            /** @description The topics. */
            tags: components["schemas"]["TermId"][];
        };
        /**
         * @description What is to be changed: what is absent stays, `null` empties (RFC 7396).
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
            /** @description The authors, in the order shown. */
            byline?: null | components["schemas"]["TermId"][];
            /** @description The publication's own fields. */
            fields?: null | {
                [key: string]: unknown;
            };
            /**
             * Format: date-time
             * @description The date to show, for imports; when absent, the moment of the first publish. It lies between 1000-01-02 and
             *     9999-12-30 (UTC).
             */
            first_published_at?: string | null;
            /** @description The headline. */
            headline?: components["schemas"]["Headline"] | null;
            /** @description The leading picture. */
            hero?: components["schemas"]["Hero"] | null;
            /** @description The kicker. */
            kicker?: components["schemas"]["Kicker"] | null;
            /** @description The section. */
            section?: components["schemas"]["TermId"] | null;
            /** @description What pages tell search engines; what is absent stays. */
            seo?: null | components["schemas"]["SeoPatch"];
            /** @description The place in a series. */
            series?: components["schemas"]["SeriesPart"] | null;
            /** @description The name in URLs that the next publish uses. */
            slug?: components["schemas"]["Slug"] | null;
            /** @description The standfirst; when absent, publishing derives it from the body. */
            standfirst?: components["schemas"]["Standfirst"] | null;
            /** @description The topics. */
            tags?: null | components["schemas"]["TermId"][];
        };
        /** @description A draft that is to be begun. */
        CreateDraft: {
            /**
             * @description The article that it is of in another locale; a new one when absent. One that does not exist, or may not be seen,
             *     is a 404.
             */
            article_id?: components["schemas"]["ArticleId"] | null;
            /** @description What it begins with; all of it may be absent. */
            content?: components["schemas"]["ContentPatch"];
            /** @description The locale; the site's default when absent. */
            locale?: components["schemas"]["Locale"] | null;
        };
        /** @description Whoever is to have an account. Without a password: issue a token that lets the person set one. */
        CreatePerson: {
            /** @description What the person signs in with. */
            email: components["schemas"]["Email"];
            /** @description What the person is called. */
            name: components["schemas"]["Name"];
            /** @description What the person is to be to the publication. */
            role: components["schemas"]["Role"];
        };
        /** @description What is to be shown, and for how long. */
        CreatePreview: {
            /**
             * @description The moment that is shown: what is scheduled until then is public. Without an offset it is a wall time in the site's
             *     time zone.
             * @example 2030-04-27T08:00:00Z
             */
            at?: string | null;
            /** @description The drafts that are shown in their newest state, as if they were published: at most 50. */
            drafts?: components["schemas"]["DraftId"][];
            /**
             * Format: int32
             * @description For how many seconds the link is good: 60 to 2,592,000 (thirty days); a day when absent.
             * @example 86400
             */
            seconds?: number;
        };
        /** @description A redirect that is to be created: to an article or to a page, one of the two. */
        CreateRedirect: {
            /** @description The article that the path leads to, wherever that lives. One without a draft in the locale is a 404. */
            article_id?: components["schemas"]["ArticleId"] | null;
            /** @description The locale; the site's default when absent. An article is read in it. */
            locale?: components["schemas"]["Locale"] | null;
            /** @description The path that leads elsewhere, without query and fragment. */
            path: components["schemas"]["RedirectPath"];
            /**
             * @description The page that the path leads to: an absolute URL of the site, or the part of one behind the host.
             * @example null
             */
            url?: string | null;
        };
        /** @description A section, tag, author or series that is to be made. */
        CreateTerm: {
            /**
             * @description A sentence or two about it; of an author, the biography.
             * @example What keeps the site up.
             */
            description?: string | null;
            /** @description Which kind it is. */
            kind: components["schemas"]["TermKind"];
            /** @description Its name in print. */
            name: components["schemas"]["Name"];
            /** @description A picture; of an author, the portrait. */
            picture?: components["schemas"]["Hero"] | null;
            /** @description Its name in URLs; made from the name when absent. */
            slug?: components["schemas"]["Slug"] | null;
            /**
             * @description Where more about it can be read; of an author, the home page: `http`, `https` or `mailto`. It may be given from the
             *     site's root (`/about`); readers get it absolute.
             * @example https://vera.example
             */
            url?: string | null;
        };
        /** @description A redirect that was created. */
        CreatedRedirect: components["schemas"]["EditorialRedirect"] & {
            /**
             * Format: int64
             * @description The number of the act; `null` for a dry run.
             * @example 1208
             */
            sequence: number | null;
        };
        /** @description What there is now. Of a draft also who saved it when, and what was changed since the state that the request knew. */
        CurrentState: {
            /**
             * @description The tag of the present state.
             * @example "4"
             */
            etag: string;
            /**
             * Format: int32
             * @description The number of the present revision.
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
            /** @description The id of the draft. */
            id: components["schemas"]["DraftId"];
            /** @description The kicker. */
            kicker: components["schemas"]["Kicker"] | null;
            /** @description What is live. */
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
             * @description Who saved it last: the id of a person, or the name of a program.
             * @example 0199a3c2-5d1e-7c3a-9b1f-000000000001
             */
            saved_by: string;
            /** @description The pending schedule. */
            scheduled: components["schemas"]["ScheduledState"] | null;
            /**
             * @description The section as it is now: the one that the content names, or the one that was merged into. `null` when it was
             *     deleted.
             */
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
         * @description The identity of a draft: an article in one locale, as editors see it.
         * @example 0199a3c2-5d1e-7c3a-9b1f-4f0d2c8e7a62
         */
        DraftId: string;
        /** @description One page of drafts, the last saved first. */
        DraftPage: {
            /** @description The drafts, in short. */
            data: components["schemas"]["DraftEntry"][];
            /** @description Where the list goes on. */
            page: components["schemas"]["NextPage"];
        };
        /**
         * @description The publication status of a draft.
         * @example live
         * @enum {string}
         */
        DraftStatus: "draft" | "scheduled" | "live" | "withdrawn" | "trashed";
        /** @description What became of drafts, or would. */
        DraftsReport: {
            /** @description Each draft as it is then. */
            drafts: components["schemas"]["DraftEntry"][];
            /**
             * @description Whether it was only said, and not done.
             * @example false
             */
            dry_run: boolean;
        };
        /** @description A draft with its content: an article in one locale, in its newest revision. */
        EditorialDraft: components["schemas"]["DraftEntry"] & {
            /** @description The content of the newest revision as it was saved; terms have the ids that they had then. */
            content: components["schemas"]["Content"];
            /** @description The current state of the terms that the content names. It can change without a new revision. */
            terms: components["schemas"]["NamedTerm"][];
        };
        /** @description A redirect. It leads to an article or to a page, one of the two. */
        EditorialRedirect: {
            /** @description The article that the path leads to. */
            article_id: components["schemas"]["ArticleId"] | null;
            /**
             * Format: date-time
             * @description When it was created.
             */
            created_at: string;
            /**
             * @description Who created it: the identity of a person, or the name of a program.
             * @example 0199a3c2-5d1e-7c3a-9b1f-000000000001
             */
            created_by: string;
            /** @description Its identity. */
            id: components["schemas"]["RedirectId"];
            /** @description The locale that its path belongs to, and in which an article is read. */
            locale: components["schemas"]["Locale"];
            /** @description The path, normalised. */
            path: components["schemas"]["RedirectPath"];
            /**
             * @description The absolute URL of the page that the path leads to.
             * @example null
             */
            url: string | null;
        };
        /** @description A term, and how it is used. */
        EditorialTerm: components["schemas"]["Term"] & {
            /**
             * Format: int64
             * @description How many drafts name it in their newest revision.
             * @example 12
             */
            draft_count: number;
            /**
             * @description Whether readers see it: something is live under it.
             * @example true
             */
            is_public: boolean;
        };
        /** @description One page of terms, by slug. */
        EditorialTermPage: {
            /** @description The terms. */
            data: components["schemas"]["EditorialTerm"][];
            /** @description Where the list goes on. */
            page: components["schemas"]["NextPage"];
        };
        /**
         * @description A mail address in its one canonical form: lower-case ASCII, one `@`, no white space.
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
        /** @description A new password, and the one-time token that allows it. */
        ForgottenPassword: {
            /**
             * @description The new password: 15 to 256 characters.
             * @example ink dries slowly in april
             */
            password: string;
            /**
             * @description The one-time token that an administrator gave.
             * @example q83vEjRWeJCrze8SNFZ4kKvN7xI0VniQq83vEjRWeJA
             */
            token: string;
        };
        /**
         * @description A title: one line of at most 120 characters, without white space at either end.
         * @example Feature flags that do not rot
         */
        Headline: string;
        /** @description A picture with all that is needed to show it. */
        Hero: {
            /**
             * @description What it shows, for those who do not see it.
             * @example A suspension bridge in fog
             */
            alt: string;
            /** @description The line under it. */
            caption: string | null;
            /** @description Who made it. */
            credit: string | null;
            /**
             * Format: int32
             * @description Height in pixels.
             * @example 900
             */
            height: number;
            /**
             * @description A tiny stand-in to show while it loads, as a data URL: AVIF, GIF, JPEG, PNG or WebP in Base64.
             * @example null
             */
            placeholder: string | null;
            /** @description The addresses of other sizes of the same picture. */
            sources: string[];
            /**
             * @description The address of the picture: `http` or `https`. It may be given from the site's root (`/hero.jpg`); readers get it
             *     absolute.
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
        /** @description A server that gives answers to readers. */
        InstanceReport: {
            /**
             * @description Whether it has said that it knows of the act.
             * @example true
             */
            confirmed: boolean;
            /**
             * Format: uuid
             * @description It has another one after every start.
             * @example 0199a3c2-5d1e-7c3a-9b1f-4f0d2c8e7a68
             */
            id: string;
        };
        /** @description A job. */
        Job: {
            /**
             * Format: int32
             * @description How often it was begun.
             * @example 1
             */
            attempt: number;
            /**
             * Format: int32
             * @description How often its worker was not heard of again.
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
             * @description How often it failed.
             * @example 0
             */
            failures: number;
            /**
             * Format: date-time
             * @description When it ended.
             */
            finished_at: string | null;
            /** @description Its identity. */
            id: components["schemas"]["JobId"];
            /**
             * @description What it does.
             * @example refresh_editions
             */
            kind: string;
            /** @description Why it failed the last time. */
            last_error: string | null;
            /** @description To what. */
            payload: unknown;
            /** @description How far it is, where it says so. */
            progress: components["schemas"]["JobProgress"] | null;
            /**
             * Format: date-time
             * @description The moment before which nobody begins it.
             */
            run_at: string;
            /**
             * @description Where it stands: `ready`, `running`, `done`, `parked` (it failed too often; somebody must look) or `cancelled`.
             * @example running
             */
            state: string;
        };
        /**
         * Format: uuid
         * @description The identity of a job.
         * @example 0199a3c2-5d1e-7c3a-9b1f-000000000004
         */
        JobId: string;
        /** @description One page of jobs, the newest first. */
        JobPage: {
            /** @description The jobs. */
            data: components["schemas"]["Job"][];
            /** @description Where the list goes on. */
            page: components["schemas"]["NextPage"];
        };
        /** @description How far a job is. */
        JobProgress: {
            /**
             * Format: int32
             * @description How much is done.
             * @example 300
             */
            done: number;
            /**
             * Format: int32
             * @description Of how much.
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
         * @description A body as it is written: Markdown of at most 1 MiB, without NUL.
         * @example Flags are **code**.
         */
        Markdown: string;
        /** @description Into which term another is merged. */
        MergeTerm: {
            /** @description The term that is left. */
            into: components["schemas"]["TermId"];
        };
        /** @description Drafts that are to be in another section. */
        MoveDrafts: {
            /** @description Which: at most 100. */
            drafts: components["schemas"]["SeenDraft"][];
            /** @description The section. */
            section: components["schemas"]["TermId"];
        };
        /**
         * @description What a term is called in print: one line of at most 80 characters.
         * @example engineering
         */
        Name: string;
        /** @description A term that content names, as it is now. */
        NamedTerm: {
            /**
             * Format: date-time
             * @description When it was merged or deleted. A term that has ended without `merged_into` was deleted.
             * @example null
             */
            ended_at: string | null;
            /** @description The id that the content names. */
            id: components["schemas"]["TermId"];
            /** @description Which kind it is. */
            kind: components["schemas"]["TermKind"];
            /** @description The term that it was merged into. */
            merged_into: components["schemas"]["TermId"] | null;
            /** @description Its current name; for a merged term, the name of the term it was merged into. */
            name: components["schemas"]["Name"];
            /** @description Its current slug; for a merged term, the slug of the term it was merged into. */
            slug: components["schemas"]["Slug"];
        };
        /** @description Where a list goes on that is read forwards only. */
        NextPage: {
            /**
             * @description The cursor of the next page, for `after`.
             * @example null
             */
            next: string | null;
            /**
             * @description Always `null`: this list is read forwards.
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
        /** @description A one-time token. It is shown once. */
        PasswordToken: {
            /**
             * Format: date-time
             * @description Until when it is good.
             */
            expires_at: string;
            /**
             * @description The token, for `POST /editorial/v1/password-resets`.
             * @example q83vEjRWeJCrze8SNFZ4kKvN7xI0VniQq83vEjRWeJA
             */
            token: string;
        };
        /**
         * @description What is to happen at the moment of a schedule.
         * @example publish
         * @enum {string}
         */
        PendingKind: "publish" | "withdraw";
        /** @description An account that signs in. */
        Person: {
            /**
             * Format: date-time
             * @description When the account was made.
             */
            created_at: string;
            /** @description What the person signs in with. */
            email: components["schemas"]["Email"];
            /** @description Its identity; never used again. */
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
         * @description The identity of a person with an account.
         * @example 0199a3c2-5d1e-7c3a-9b1f-000000000001
         */
        PersonId: string;
        /** @description One page of people, by when their accounts were made. */
        PersonPage: {
            /** @description The people. */
            data: components["schemas"]["Person"][];
            /** @description Where the list goes on. */
            page: components["schemas"]["NextPage"];
        };
        /** @description What may be changed of an account. */
        PersonPatch: {
            /** @description What the person signs in with. */
            email?: components["schemas"]["Email"];
            /** @description What the person is called. */
            name?: components["schemas"]["Name"];
            /** @description What the person is to the publication. Another role ends all sessions of the person. */
            role?: components["schemas"]["Role"];
            /**
             * @description Whether the account is suspended, which ends all sessions of the person.
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
             * @description When it was made.
             */
            created_at: string;
            /** @description The drafts that are shown as if they were published. */
            draft_ids: components["schemas"]["DraftId"][];
            /**
             * Format: date-time
             * @description When it expires.
             */
            expires_at: string;
            /** @description Its identity. */
            id: components["schemas"]["PreviewId"];
            /** @description Who made it. */
            made_by: components["schemas"]["PersonId"];
            /**
             * Format: date-time
             * @description When it was revoked, if it was revoked before it expired.
             */
            revoked_at: string | null;
        };
        /**
         * Format: uuid
         * @description The identity of a preview.
         * @example 0199a3c2-5d1e-7c3a-9b1f-000000000003
         */
        PreviewId: string;
        /** @description A preview, and what opens it. */
        PreviewLink: {
            /**
             * @description The link itself: below it, the delivery API in all its forms and paths.
             * @example /preview/v1/teasers?preview_token=AZmjwl0efDqbH08NLI56YgAAAAAAAAAAYcXXMNww867ML56_3uxmDHOdTNglnZE
             */
            link: string;
            /** @description The preview. */
            preview: components["schemas"]["Preview"];
            /**
             * @description Opens it: as `Authorization: Bearer …`, or as `preview_token` in the query. Shown once.
             * @example AZmjwl0efDqbH08NLI56YgAAAAAAAAAAYcXXMNww867ML56_3uxmDHOdTNglnZE
             */
            token: string;
        };
        /** @description One page of previews, the newest first. */
        PreviewPage: {
            /** @description The previews that are good. */
            data: components["schemas"]["Preview"][];
            /** @description Where the list goes on. */
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
             * @description The id of the request in the logs. `null` if the response may be cached and served to others.
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
        /** @description How a draft is published. */
        PublishDraft: {
            /**
             * @description Whether it is a small change, of which readers are not told: `updated_at` stays.
             * @default false
             * @example false
             */
            minor?: boolean;
        };
        /** @description Drafts that are to be published. */
        PublishDrafts: {
            /** @description Which: at most 100. */
            drafts: components["schemas"]["SeenDraft"][];
            /**
             * @description Whether it is a small change, of which readers are not told: `updated_at` stays.
             * @example false
             */
            minor?: boolean;
        };
        /**
         * Format: uuid
         * @description The identity of a redirect.
         * @example 0199a3c2-5d1e-7c3a-9b1f-000000000006
         */
        RedirectId: string;
        /** @description One page of redirects, by path. */
        RedirectPage: {
            /** @description The redirects. */
            data: components["schemas"]["EditorialRedirect"][];
            /** @description Where the list goes on. */
            page: components["schemas"]["NextPage"];
        };
        /**
         * @description A normalised path. Two spellings of one path are equal: percent-encoded or not, composed or decomposed characters,
         *     with `.` and `..`, with doubled slashes, with a slash at the end. Upper and lower case differ, as they do in URLs.
         * @example /2015/05/old-name
         */
        RedirectPath: string;
        /** @description The token that keeps a session going. */
        Refresh: {
            /**
             * @description The refresh token of the last answer.
             * @example AZmjwl0efDqbH08NLI56YgAAAAMAAAAA
             */
            refresh_token: string;
        };
        /** @description A draft after an earlier revision of it was restored. */
        RestoredDraft: components["schemas"]["EditorialDraft"] & {
            /** @description The parts of the earlier revision that could not be restored because a term was deleted meanwhile. */
            findings: components["schemas"]["Finding"][];
        };
        /** @description A revision of a draft with its content. It is immutable. */
        Revision: components["schemas"]["RevisionEntry"] & {
            /** @description The content as it was saved; terms have the ids that they had then. */
            content: components["schemas"]["Content"];
            /** @description The current state of the terms that the content names. It can change although the revision does not. */
            terms: components["schemas"]["NamedTerm"][];
        };
        /** @description A revision of a draft without its content. */
        RevisionEntry: {
            /** @description The headline it had. */
            headline: components["schemas"]["Headline"] | null;
            /**
             * Format: int32
             * @description Its number, from 1.
             * @example 3
             */
            number: number;
            /**
             * Format: date-time
             * @description When it was saved.
             */
            saved_at: string;
            /**
             * @description Who saved it: the identity of a person, or the name of a program.
             * @example 0199a3c2-5d1e-7c3a-9b1f-000000000001
             */
            saved_by: string;
        };
        /** @description One page of revisions, the newest first. */
        RevisionPage: {
            /** @description The revisions, in short. */
            data: components["schemas"]["RevisionEntry"][];
            /** @description Where the list goes on. */
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
        /** @description When a draft becomes public. */
        ScheduleDraft: {
            /**
             * @description The moment. It lies ahead. Without an offset it is a wall time in the site's time zone: one that the clocks skip is
             *     moved forward by what they skip, and of one that they show twice it is the first.
             * @example 2030-04-27T08:00:00Z
             */
            due_at: string;
        };
        /** @description What is pending for a draft. */
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
        /** @description A draft, and the state of it that was seen. */
        SeenDraft: {
            /** @description The draft. */
            id: components["schemas"]["DraftId"];
            /**
             * Format: int32
             * @description The number of the revision that was seen.
             * @example 3
             */
            revision: number;
        };
        /** @description Drafts that are to be acted on. */
        SeenDrafts: {
            /** @description Which: at most 100. */
            drafts: components["schemas"]["SeenDraft"][];
        };
        /** @description What pages tell search engines, where it differs from the article itself. */
        Seo: {
            /**
             * @description The address of the original, when this is a copy: `http` or `https`. It may be given from the site's root
             *     (`/original`); readers get it absolute.
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
             * @description The address of the picture for previews in other places, likewise.
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
        /** @description What pages tell search engines, where it differs from the article itself. */
        SeoPatch: {
            /**
             * @description The address of the original, when this is a copy: `http` or `https`. It may be given from the site's root
             *     (`/original`); readers get it absolute.
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
             * @description The address of the picture for previews in other places, likewise.
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
        /** @description A place in a series. */
        SeriesPart: {
            /**
             * Format: int32
             * @description Which part, from 1.
             * @example 5
             */
            part: number;
            /** @description The series. */
            series: components["schemas"]["TermId"];
        };
        /** @description What began with a sign-in and has not ended. */
        Session: {
            /**
             * @description What the client called itself when it signed in (`User-Agent`).
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
             * @description When it ends at the latest, however much it is used.
             */
            expires_at: string;
            /** @description Its identity. */
            id: components["schemas"]["SessionId"];
            /**
             * Format: date-time
             * @description When its refresh token was last exchanged.
             */
            refreshed_at: string;
        };
        /**
         * Format: uuid
         * @description The identity of a session: what begins with a sign-in and ends with a sign-out.
         * @example 0199a3c2-5d1e-7c3a-9b1f-000000000002
         */
        SessionId: string;
        /** @description Sessions of one's own. */
        SessionList: {
            /** @description Those that have not ended, the newest first. */
            data: components["schemas"]["Session"][];
        };
        /**
         * @description The severity of a finding, the highest first.
         * @enum {string}
         */
        Severity: "error" | "warning" | "note";
        /** @description What somebody signs in with. */
        SignIn: {
            /**
             * @description The address of the account.
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
         * @description The name of an article or term in URLs: lower-case ASCII letters and digits in groups joined by single hyphens,
         *     at most 96 characters.
         * @example feature-flag-hygiene
         */
        Slug: string;
        /** @description A refusal (RFC 9457) that says what there is now. */
        StaleProblem: components["schemas"]["Problem"] & {
            current: components["schemas"]["CurrentState"];
        };
        /**
         * @description A standfirst: one line of at most 400 characters. It is never normalised and comes back byte for byte.
         * @example One or two sentences, plain text.
         */
        Standfirst: string;
        /** @description A section, tag, author or series. */
        Term: {
            /** @description A sentence or two about it; of an author, the biography. */
            description: string | null;
            /** @description Its identity. */
            id: components["schemas"]["TermId"];
            /** @description Which kind it is. */
            kind: components["schemas"]["TermKind"];
            /** @description Its name in print. */
            name: components["schemas"]["Name"];
            /** @description A picture, of an author the portrait. */
            picture: components["schemas"]["Hero"] | null;
            /** @description Its name in URLs, unique within its kind. */
            slug: components["schemas"]["Slug"];
            /**
             * @description A web page about it; of an author, the home page: `http`, `https` or `mailto`. It may be given from the
             *     site's root (`/about`); readers get it absolute.
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
         * @description The identity of a section, tag, author or series.
         * @example 0199a3c2-5d1e-7c3a-9b1f-4f0d2c8e7a63
         */
        TermId: string;
        /**
         * @description Which kind of term.
         * @enum {string}
         */
        TermKind: "section" | "tag" | "author" | "series";
        /** @description What may be changed of a term: what is absent stays. */
        TermPatch: {
            /**
             * @description A sentence or two about it; of an author, the biography.
             * @example What keeps the site up.
             */
            description?: string | null;
            /** @description Its name in print. */
            name?: components["schemas"]["Name"];
            /** @description A picture; of an author, the portrait. */
            picture?: components["schemas"]["Hero"] | null;
            /** @description Its name in URLs. */
            slug?: components["schemas"]["Slug"];
            /**
             * @description Where more about it can be read; of an author, the home page: `http`, `https` or `mailto`. It may be given from the
             *     site's root (`/about`); readers get it absolute.
             * @example https://vera.example
             */
            url?: string | null;
        };
        /** @description What somebody who signed in works with. */
        Tokens: {
            /**
             * @description Sent with every request as `Authorization: Bearer …`.
             * @example eyJ0eXAiOiJhdCtqd3QiLCJhbGciOiJFZERTQSIsImtpZCI6Ii4uLiJ9.e30.c2ln
             */
            access_token: string;
            /**
             * Format: int64
             * @description For how many seconds the access token is good.
             * @example 600
             */
            expires_in: number;
            /** @description Who signed in. */
            person: components["schemas"]["Person"];
            /**
             * @description Exchanged for new tokens, once.
             * @example AZmjwl0efDqbH08NLI56YgAAAAQAAAAA
             */
            refresh_token: string;
            /** @description The session that began. */
            session: components["schemas"]["Session"];
            /**
             * @description How the access token is sent: `Bearer`.
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
         * @description Who may keep the answer, and how long.
         * @example public, max-age=0, s-maxage=60
         */
        "Cache-Control": string;
        /**
         * @description A strong validator: a hash of the bytes, for `If-None-Match`.
         * @example "b5Vq2Y0mJxGkGm1hHc2w"
         */
        ETag: string;
        /**
         * @description Where what was made can be read; of what was published, where readers find it.
         * @example /editorial/v1/drafts/0199a3c2-5d1e-7c3a-9b1f-4f0d2c8e7a62
         */
        Location: string;
        /**
         * @description Identifies the request in the logs.
         * @example 0199a3c2-5d1e-7c3a-9b1f-4f0d2c8e7a61
         */
        "X-Request-Id": string;
        /**
         * @description A strong validator: names the state that was made, for `If-Match`. A dry run makes none.
         * @example "4"
         */
        StateETag: string;
        /**
         * @description `dry-run` when nothing was changed, and this is what would be answered. Then there is no `ETag` and no `Location`.
         * @example dry-run
         */
        "Preference-Applied": string;
        /**
         * @description `true` when an earlier request with the same key did it, and this is its answer.
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
                 * @description Only by this actor: the identity of a person, or the name of a program.
                 * @example masthead import
                 */
                actor?: string;
                /**
                 * @description Only what was done to this draft, article, term, person, session, preview, job or redirect.
                 * @example 0199a3c2-5d1e-7c3a-9b1f-4f0d2c8e7a61
                 */
                subject?: string;
                /**
                 * @description Only this.
                 * @example publish
                 */
                action?: string;
                /**
                 * @description How many on a page, 1 to 100.
                 * @example 20
                 */
                limit?: number;
                /** @description The page after this cursor, from `page.next`. */
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of the log. */
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
            /** @description A refusal, as RFC 9457 problem details. */
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
                 * @description `dry-run` (RFC 7240): the outcome is computed and answered, and nothing is changed. Any other preference that begins with `dry` is refused.
                 * @example dry-run
                 */
                Prefer?: string;
                /**
                 * @description A string in quotation marks that names this request. The same key again gets the same answer, and has no second effect, for a day.
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
            /** @description The drafts. */
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
            /** @description A refusal, as RFC 9457 problem details. */
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
                 * @description What becomes of something that is scheduled and that this would overrule: `cancel` cancels it, `keep` leaves it to
                 *     have its effect at its moment. Without it the answer is 409 `schedule-pending` then.
                 * @example cancel
                 */
                pending?: string;
            };
            header?: {
                /**
                 * @description `dry-run` (RFC 7240): the outcome is computed and answered, and nothing is changed. Any other preference that begins with `dry` is refused.
                 * @example dry-run
                 */
                Prefer?: string;
                /**
                 * @description A string in quotation marks that names this request. The same key again gets the same answer, and has no second effect, for a day.
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
            /** @description What readers see. */
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
            /** @description A refusal, as RFC 9457 problem details. */
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
                 * @description `dry-run` (RFC 7240): the outcome is computed and answered, and nothing is changed. Any other preference that begins with `dry` is refused.
                 * @example dry-run
                 */
                Prefer?: string;
                /**
                 * @description A string in quotation marks that names this request. The same key again gets the same answer, and has no second effect, for a day.
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
            /** @description The drafts. */
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
            /** @description A refusal, as RFC 9457 problem details. */
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
                 * @description What becomes of something that is scheduled and that this would overrule: `cancel` cancels it, `keep` leaves it to
                 *     have its effect at its moment. Without it the answer is 409 `schedule-pending` then.
                 * @example cancel
                 */
                pending?: string;
            };
            header?: {
                /**
                 * @description `dry-run` (RFC 7240): the outcome is computed and answered, and nothing is changed. Any other preference that begins with `dry` is refused.
                 * @example dry-run
                 */
                Prefer?: string;
                /**
                 * @description A string in quotation marks that names this request. The same key again gets the same answer, and has no second effect, for a day.
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
            /** @description What readers see. */
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
            /** @description A refusal, as RFC 9457 problem details. */
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
                 * @description Only in this state, or any of several. `scheduled` finds everything with something pending, also what is live. What is in
                 *     the trash is found only by `trashed`.
                 * @example draft,live
                 */
                status?: string;
                /** @description Only in this locale. */
                locale?: components["schemas"]["Locale"];
                /** @description Only of this article. */
                article?: components["schemas"]["ArticleId"];
                /** @description Only in this section. */
                section?: components["schemas"]["TermId"];
                /** @description Only by this author in print. */
                author?: components["schemas"]["TermId"];
                /** @description Only with this tag. */
                tag?: components["schemas"]["TermId"];
                /** @description Only of this person. */
                owner?: components["schemas"]["PersonId"];
                /**
                 * @description Only with this text in the headline, the standfirst or the body; upper and lower case are the same.
                 * @example feature flags
                 */
                text?: string;
                /**
                 * @description Only what holds something else than readers see, or than is scheduled (`true`), or only what does not (`false`).
                 * @example true
                 */
                has_unpublished_changes?: boolean;
                /**
                 * @description How many on a page, 1 to 100.
                 * @example 20
                 */
                limit?: number;
                /** @description The page after this cursor, from `page.next`. */
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
            /** @description A refusal, as RFC 9457 problem details. */
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
                 * @description `dry-run` (RFC 7240): the outcome is computed and answered, and nothing is changed. Any other preference that begins with `dry` is refused.
                 * @example dry-run
                 */
                Prefer?: string;
                /**
                 * @description A string in quotation marks that names this request. The same key again gets the same answer, and has no second effect, for a day.
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
            /** @description What a dry run would make. */
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
            /** @description A refusal, as RFC 9457 problem details. */
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
            /** @description A refusal, as RFC 9457 problem details. */
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
                 * @description The `ETag` of the state that the change is meant for. Without it the answer is 428.
                 * @example "3"
                 */
                "If-Match": string;
                /**
                 * @description `dry-run` (RFC 7240): the outcome is computed and answered, and nothing is changed. Any other preference that begins with `dry` is refused.
                 * @example dry-run
                 */
                Prefer?: string;
                /**
                 * @description A string in quotation marks that names this request. The same key again gets the same answer, and has no second effect, for a day.
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
            /** @description The draft, in the trash. */
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
            /** @description A refusal, as RFC 9457 problem details. */
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
                 * @description The `ETag` of the state that the change is meant for. Without it the answer is 428.
                 * @example "3"
                 */
                "If-Match": string;
                /**
                 * @description `dry-run` (RFC 7240): the outcome is computed and answered, and nothing is changed. Any other preference that begins with `dry` is refused.
                 * @example dry-run
                 */
                Prefer?: string;
                /**
                 * @description A string in quotation marks that names this request. The same key again gets the same answer, and has no second effect, for a day.
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
            /** @description The draft as it is now. */
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
            /** @description A refusal, as RFC 9457 problem details. */
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
            /** @description What was found. */
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
            /** @description A refusal, as RFC 9457 problem details. */
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
                 * @description The number of the revision that is changed.
                 * @example 1
                 */
                from: number;
                /**
                 * @description The number of the revision that it is changed to.
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
            /** @description What was changed. */
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
            /** @description A refusal, as RFC 9457 problem details. */
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
                 * @description `dry-run` (RFC 7240): the outcome is computed and answered, and nothing is changed. Any other preference that begins with `dry` is refused.
                 * @example dry-run
                 */
                Prefer?: string;
                /**
                 * @description A string in quotation marks that names this request. The same key again gets the same answer, and has no second effect, for a day.
                 * @example "8e03978e-40d5-43dd-bc93-6894a57f9324"
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The draft that is copied. */
                id: components["schemas"]["DraftId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What a dry run would make. */
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
            /** @description A refusal, as RFC 9457 problem details. */
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
                 * @description What becomes of something that is scheduled and that this would overrule: `cancel` cancels it, `keep` leaves it to
                 *     have its effect at its moment. Without it the answer is 409 `schedule-pending` then.
                 * @example cancel
                 */
                pending?: string;
            };
            header?: {
                /**
                 * @description `dry-run` (RFC 7240): the outcome is computed and answered, and nothing is changed. Any other preference that begins with `dry` is refused.
                 * @example dry-run
                 */
                Prefer?: string;
                /**
                 * @description A string in quotation marks that names this request. The same key again gets the same answer, and has no second effect, for a day.
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
            /** @description Readers see it again. */
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
            /** @description A refusal, as RFC 9457 problem details. */
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
                 * @description What becomes of something that is scheduled and that this would overrule: `cancel` cancels it, `keep` leaves it to
                 *     have its effect at its moment. Without it the answer is 409 `schedule-pending` then.
                 * @example cancel
                 */
                pending?: string;
            };
            header: {
                /**
                 * @description The `ETag` of the state that the change is meant for. Without it the answer is 428.
                 * @example "3"
                 */
                "If-Match": string;
                /**
                 * @description `dry-run` (RFC 7240): the outcome is computed and answered, and nothing is changed. Any other preference that begins with `dry` is refused.
                 * @example dry-run
                 */
                Prefer?: string;
                /**
                 * @description A string in quotation marks that names this request. The same key again gets the same answer, and has no second effect, for a day.
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
            /** @description They saw it already. */
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
            /** @description Readers see it. */
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
            /** @description A refusal, as RFC 9457 problem details. */
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
                 * @description `dry-run` (RFC 7240): the outcome is computed and answered, and nothing is changed. Any other preference that begins with `dry` is refused.
                 * @example dry-run
                 */
                Prefer?: string;
                /**
                 * @description A string in quotation marks that names this request. The same key again gets the same answer, and has no second effect, for a day.
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
            /** @description A refusal, as RFC 9457 problem details. */
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
                 * @description How many on a page, 1 to 100.
                 * @example 20
                 */
                limit?: number;
                /** @description The page after this cursor, from `page.next`. */
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
            /** @description A refusal, as RFC 9457 problem details. */
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
            /** @description A refusal, as RFC 9457 problem details. */
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
                 * @description The `ETag` of the state that the change is meant for. Without it the answer is 428.
                 * @example "3"
                 */
                "If-Match": string;
                /**
                 * @description `dry-run` (RFC 7240): the outcome is computed and answered, and nothing is changed. Any other preference that begins with `dry` is refused.
                 * @example dry-run
                 */
                Prefer?: string;
                /**
                 * @description A string in quotation marks that names this request. The same key again gets the same answer, and has no second effect, for a day.
                 * @example "8e03978e-40d5-43dd-bc93-6894a57f9324"
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The draft. */
                id: components["schemas"]["DraftId"];
                /**
                 * @description The number of the revision that is to be the newest.
                 * @example 1
                 */
                number: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The draft as it is now. */
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
            /** @description A refusal, as RFC 9457 problem details. */
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
                 * @description The `ETag` of the state that the change is meant for. Without it the answer is 428.
                 * @example "3"
                 */
                "If-Match": string;
                /**
                 * @description `dry-run` (RFC 7240): the outcome is computed and answered, and nothing is changed. Any other preference that begins with `dry` is refused.
                 * @example dry-run
                 */
                Prefer?: string;
                /**
                 * @description A string in quotation marks that names this request. The same key again gets the same answer, and has no second effect, for a day.
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
            /** @description It is scheduled. */
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
            /** @description A refusal, as RFC 9457 problem details. */
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
                 * @description `dry-run` (RFC 7240): the outcome is computed and answered, and nothing is changed. Any other preference that begins with `dry` is refused.
                 * @example dry-run
                 */
                Prefer?: string;
                /**
                 * @description A string in quotation marks that names this request. The same key again gets the same answer, and has no second effect, for a day.
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
            /** @description Nothing is scheduled any more. */
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
            /** @description A refusal, as RFC 9457 problem details. */
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
                 * @description `dry-run` (RFC 7240): the outcome is computed and answered, and nothing is changed. Any other preference that begins with `dry` is refused.
                 * @example dry-run
                 */
                Prefer?: string;
                /**
                 * @description A string in quotation marks that names this request. The same key again gets the same answer, and has no second effect, for a day.
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
            /** @description Nothing of it is left for readers. */
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
            /** @description A refusal, as RFC 9457 problem details. */
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
                 * @description What becomes of something that is scheduled and that this would overrule: `cancel` cancels it, `keep` leaves it to
                 *     have its effect at its moment. Without it the answer is 409 `schedule-pending` then.
                 * @example cancel
                 */
                pending?: string;
            };
            header?: {
                /**
                 * @description `dry-run` (RFC 7240): the outcome is computed and answered, and nothing is changed. Any other preference that begins with `dry` is refused.
                 * @example dry-run
                 */
                Prefer?: string;
                /**
                 * @description A string in quotation marks that names this request. The same key again gets the same answer, and has no second effect, for a day.
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
            /** @description Readers do not see it any more. */
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
            /** @description A refusal, as RFC 9457 problem details. */
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
                 * @description Only in this state.
                 * @example parked
                 */
                state?: string;
                /**
                 * @description Only of this kind.
                 * @example refresh_editions
                 */
                kind?: string;
                /**
                 * @description How many on a page, 1 to 100.
                 * @example 20
                 */
                limit?: number;
                /** @description The page after this cursor, from `page.next`. */
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
            /** @description A refusal, as RFC 9457 problem details. */
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
                /** @description The job. */
                id: components["schemas"]["JobId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The job. */
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
            /** @description A refusal, as RFC 9457 problem details. */
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
                 * @description `dry-run` (RFC 7240): the outcome is computed and answered, and nothing is changed. Any other preference that begins with `dry` is refused.
                 * @example dry-run
                 */
                Prefer?: string;
                /**
                 * @description A string in quotation marks that names this request. The same key again gets the same answer, and has no second effect, for a day.
                 * @example "8e03978e-40d5-43dd-bc93-6894a57f9324"
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The job. */
                id: components["schemas"]["JobId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The job. */
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
            /** @description A refusal, as RFC 9457 problem details. */
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
                 * @description `dry-run` (RFC 7240): the outcome is computed and answered, and nothing is changed. Any other preference that begins with `dry` is refused.
                 * @example dry-run
                 */
                Prefer?: string;
                /**
                 * @description A string in quotation marks that names this request. The same key again gets the same answer, and has no second effect, for a day.
                 * @example "8e03978e-40d5-43dd-bc93-6894a57f9324"
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The job. */
                id: components["schemas"]["JobId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The job. */
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
            /** @description A refusal, as RFC 9457 problem details. */
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
            /** @description A refusal, as RFC 9457 problem details. */
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
                 * @description A string in quotation marks that names this request. The same key again gets the same answer, and has no second effect, for a day.
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
            /** @description A refusal, as RFC 9457 problem details. */
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
            /** @description A refusal, as RFC 9457 problem details. */
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
                 * @description How many on a page, 1 to 100.
                 * @example 20
                 */
                limit?: number;
                /** @description The page after this cursor, from `page.next`. */
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
            /** @description A refusal, as RFC 9457 problem details. */
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
                 * @description `dry-run` (RFC 7240): the outcome is computed and answered, and nothing is changed. Any other preference that begins with `dry` is refused.
                 * @example dry-run
                 */
                Prefer?: string;
                /**
                 * @description A string in quotation marks that names this request. The same key again gets the same answer, and has no second effect, for a day.
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
            /** @description What a dry run would make. */
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
            /** @description A refusal, as RFC 9457 problem details. */
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
                /** @description The person. */
                id: components["schemas"]["PersonId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The person. */
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
            /** @description A refusal, as RFC 9457 problem details. */
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
                 * @description The `ETag` of the state that the change is meant for. Without it the answer is 428.
                 * @example "3"
                 */
                "If-Match": string;
                /**
                 * @description `dry-run` (RFC 7240): the outcome is computed and answered, and nothing is changed. Any other preference that begins with `dry` is refused.
                 * @example dry-run
                 */
                Prefer?: string;
                /**
                 * @description A string in quotation marks that names this request. The same key again gets the same answer, and has no second effect, for a day.
                 * @example "8e03978e-40d5-43dd-bc93-6894a57f9324"
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The person. */
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
            /** @description The account as it is now. */
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
            /** @description A refusal, as RFC 9457 problem details. */
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
                 * @description A string in quotation marks that names this request. The same key again gets the same answer, and has no second effect, for a day.
                 * @example "8e03978e-40d5-43dd-bc93-6894a57f9324"
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The person. */
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
            /** @description A refusal, as RFC 9457 problem details. */
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
                 * @description How many on a page, 1 to 100.
                 * @example 20
                 */
                limit?: number;
                /** @description The page after this cursor, from `page.next`. */
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
            /** @description A refusal, as RFC 9457 problem details. */
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
                 * @description A string in quotation marks that names this request. The same key again gets the same answer, and has no second effect, for a day.
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
            /** @description A refusal, as RFC 9457 problem details. */
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
            /** @description A refusal, as RFC 9457 problem details. */
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
                 * @description `dry-run` (RFC 7240): the outcome is computed and answered, and nothing is changed. Any other preference that begins with `dry` is refused.
                 * @example dry-run
                 */
                Prefer?: string;
                /**
                 * @description A string in quotation marks that names this request. The same key again gets the same answer, and has no second effect, for a day.
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
            /** @description Its link shows nothing any more. */
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
            /** @description A refusal, as RFC 9457 problem details. */
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
                 * @description Only with a path that begins with this one. With a slash at its end, only what is below it.
                 * @example /2015/
                 */
                path_prefix?: string;
                /** @description Only in this locale. */
                locale?: components["schemas"]["Locale"];
                /** @description Only those that lead to this article. */
                article?: components["schemas"]["ArticleId"];
                /**
                 * @description How many on a page, 1 to 100.
                 * @example 20
                 */
                limit?: number;
                /** @description The page after this cursor, from `page.next`. */
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
            /** @description A refusal, as RFC 9457 problem details. */
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
                 * @description `dry-run` (RFC 7240): the outcome is computed and answered, and nothing is changed. Any other preference that begins with `dry` is refused.
                 * @example dry-run
                 */
                Prefer?: string;
                /**
                 * @description A string in quotation marks that names this request. The same key again gets the same answer, and has no second effect, for a day.
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
            /** @description What a dry run would make. */
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
            /** @description A refusal, as RFC 9457 problem details. */
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
            /** @description A refusal, as RFC 9457 problem details. */
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
                 * @description The `ETag` of the state that the change is meant for. Without it the answer is 428.
                 * @example "3"
                 */
                "If-Match": string;
                /**
                 * @description `dry-run` (RFC 7240): the outcome is computed and answered, and nothing is changed. Any other preference that begins with `dry` is refused.
                 * @example dry-run
                 */
                Prefer?: string;
                /**
                 * @description A string in quotation marks that names this request. The same key again gets the same answer, and has no second effect, for a day.
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
            /** @description It is gone. */
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
            /** @description A refusal, as RFC 9457 problem details. */
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
            /** @description A refusal, as RFC 9457 problem details. */
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
            /** @description A refusal, as RFC 9457 problem details. */
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
            /** @description New tokens. */
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
            /** @description A refusal, as RFC 9457 problem details. */
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
                 * @description A string in quotation marks that names this request. The same key again gets the same answer, and has no second effect, for a day.
                 * @example "8e03978e-40d5-43dd-bc93-6894a57f9324"
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The session. */
                id: components["schemas"]["SessionId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It has ended. */
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
            /** @description A refusal, as RFC 9457 problem details. */
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
                /** @description Which kind. */
                kind: components["schemas"]["TermKind"];
                /**
                 * @description Only with this text in the name or the slug.
                 * @example eng
                 */
                text?: string;
                /**
                 * @description How many on a page, 1 to 100.
                 * @example 20
                 */
                limit?: number;
                /** @description The page after this cursor, from `page.next`. */
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
            /** @description A refusal, as RFC 9457 problem details. */
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
                 * @description `dry-run` (RFC 7240): the outcome is computed and answered, and nothing is changed. Any other preference that begins with `dry` is refused.
                 * @example dry-run
                 */
                Prefer?: string;
                /**
                 * @description A string in quotation marks that names this request. The same key again gets the same answer, and has no second effect, for a day.
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
            /** @description What a dry run would make. */
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
            /** @description A refusal, as RFC 9457 problem details. */
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
            /** @description A refusal, as RFC 9457 problem details. */
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
                 * @description `dry-run` (RFC 7240): the outcome is computed and answered, and nothing is changed. Any other preference that begins with `dry` is refused.
                 * @example dry-run
                 */
                Prefer?: string;
                /**
                 * @description A string in quotation marks that names this request. The same key again gets the same answer, and has no second effect, for a day.
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
            /** @description It is gone. */
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
            /** @description A refusal, as RFC 9457 problem details. */
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
                 * @description The `ETag` of the state that the change is meant for. Without it the answer is 428.
                 * @example "3"
                 */
                "If-Match": string;
                /**
                 * @description `dry-run` (RFC 7240): the outcome is computed and answered, and nothing is changed. Any other preference that begins with `dry` is refused.
                 * @example dry-run
                 */
                Prefer?: string;
                /**
                 * @description A string in quotation marks that names this request. The same key again gets the same answer, and has no second effect, for a day.
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
            /** @description The term as it is now. */
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
            /** @description A refusal, as RFC 9457 problem details. */
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
                 * @description `dry-run` (RFC 7240): the outcome is computed and answered, and nothing is changed. Any other preference that begins with `dry` is refused.
                 * @example dry-run
                 */
                Prefer?: string;
                /**
                 * @description A string in quotation marks that names this request. The same key again gets the same answer, and has no second effect, for a day.
                 * @example "8e03978e-40d5-43dd-bc93-6894a57f9324"
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The term that goes. */
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
            /** @description The term that is left. */
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
            /** @description A refusal, as RFC 9457 problem details. */
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

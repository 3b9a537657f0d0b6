import assert from "node:assert/strict";
import { test } from "node:test";
import { editorial, Problem, signIn } from "@masthead/client";
import { refused, serve } from "./server.js";

test("each way of a draft is the request that the document describes", async (context) => {
  const { baseUrl, asked } = await serve(context, () => ({ body: {} }));
  const { drafts } = editorial({ baseUrl, token: async () => "t" });
  const seen = { id: "d", revision: 3 };
  await drafts.create({ locale: "de" }, { idempotencyKey: "k" });
  await drafts.get("d");
  await drafts.save(seen, { headline: "Hello", kicker: null });
  await drafts.preview([seen], { seconds: 60 });
  await drafts.publish(seen, { minor: true, dryRun: true });
  await drafts.schedule(seen, new Date(0));
  await drafts.withdraw(seen);
  const named = ["content-type", "if-match", "prefer", "idempotency-key"];
  const lines = asked.map(({ method, path, headers, body }) =>
    [method, path, ...named.map((name) => headers[name]), body].join(" "),
  );
  assert.deepEqual(lines, [
    'POST /editorial/v1/drafts application/json   "k" {"locale":"de"}',
    "GET /editorial/v1/drafts/d     ",
    'PATCH /editorial/v1/drafts/d application/merge-patch+json "3"   {"headline":"Hello","kicker":null}',
    'POST /editorial/v1/previews application/json    {"drafts":["d"],"seconds":60}',
    'POST /editorial/v1/drafts/d/publish application/json "3" dry-run  {"minor":true}',
    'POST /editorial/v1/drafts/d/schedule application/json "3"   {"due_at":"1970-01-01T00:00:00.000Z"}',
    "POST /editorial/v1/drafts/d/withdraw     ",
  ]);
  assert(asked.every(({ headers }) => headers.authorization === "Bearer t"));
});

test("whoever saves over something else is told what there is", async (context) => {
  const current = { etag: '"4"', revision: 4 };
  const { baseUrl } = await serve(context, () => refused(412, "stale", { current }));
  const save = editorial({ baseUrl, token: "t" }).drafts.save({ id: "d", revision: 3 }, {});
  await assert.rejects(save, (problem) => {
    assert(problem instanceof Problem);
    assert.deepEqual([problem.kind, problem.current], ["stale", current]);
    return true;
  });
});

test("an answer without a body gives nothing", async (context) => {
  const { baseUrl } = await serve(context, () => ({ status: 204 }));
  const answer = await editorial({ baseUrl, token: "t" }).delete("/editorial/v1/terms/{id}", { params: { id: "t" } });
  assert.deepEqual([answer.status, answer.data], [204, undefined]);
});

test("a session exchanges its token when that ends, once for all who ask", async (context) => {
  const { baseUrl, asked } = await serve(context, ({ method, path }, count) =>
    method === "DELETE"
      ? { status: 204 }
      : {
          status: path.endsWith("/refresh") ? 200 : 201,
          body: {
            access_token: `a${count}`,
            refresh_token: `r${count}`,
            // The first token expires immediately, the second is valid.
            expires_in: count === 1 ? 1 : 600,
            person: { name: "Vera" },
            session: { id: "s" },
          },
        },
  );
  const session = await signIn({ baseUrl, email: "v@example.org", password: "secret" });
  assert.equal(session.person.name, "Vera");
  assert.deepEqual(await Promise.all([session.token(), session.token()]), ["a2", "a2"]);
  assert.equal(await session.token(), "a2");
  await session.end();
  assert.deepEqual(
    asked.map(({ method, path, headers, body }) => [method, path, headers.authorization, body]),
    [
      ["POST", "/editorial/v1/sessions", undefined, '{"email":"v@example.org","password":"secret"}'],
      ["POST", "/editorial/v1/sessions/refresh", undefined, '{"refresh_token":"r1"}'],
      ["DELETE", "/editorial/v1/sessions/s", "Bearer a2", ""],
    ],
  );
});

test("a session that cannot go on says so each time", async (context) => {
  const tokens = { access_token: "a", refresh_token: "r", expires_in: 0, session: { id: "s" } };
  const { baseUrl, asked } = await serve(context, ({ path }) =>
    path.endsWith("/refresh") ? refused(401, "unauthorized") : { status: 201, body: tokens },
  );
  const session = await signIn({ baseUrl, email: "v@example.org", password: "secret" });
  await assert.rejects(session.token(), { kind: "unauthorized" });
  await assert.rejects(session.token(), { kind: "unauthorized" });
  assert.equal(asked.length, 3);
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { createClient, NetworkFailure, Problem, UnexpectedAnswer } from "@masthead/client";
import { refused, serve } from "./server.js";

/** The error of a call. */
async function failure(call: Promise<unknown>): Promise<unknown> {
  return call.then(
    () => assert.fail("It did not fail."),
    (error: unknown) => error,
  );
}

test("a refusal says its kind, what is wrong, and where to read on", async (context) => {
  const errors = [{ pointer: null, parameter: "limit", rule: "range", detail: "1 to 100." }];
  const { baseUrl } = await serve(context, () => refused(400, "invalid-parameter", { errors, request_id: "r1" }));
  const problem = await failure(createClient({ baseUrl }).teasers.list({ limit: 1000 }));
  assert(problem instanceof Problem);
  const { kind, type, status, title, detail, instance, requestId, retryAfterSeconds, current, message } = problem;
  assert.deepEqual(
    { kind, type, status, title, detail, instance, requestId, retryAfterSeconds, current, message },
    {
      kind: "invalid-parameter",
      type: `${baseUrl}/docs/problems/invalid-parameter`,
      status: 400,
      title: "No",
      detail: "Not so.",
      instance: "/v1/x",
      requestId: "r1",
      retryAfterSeconds: null,
      current: null,
      message: "400 No: Not so.",
    },
  );
  assert.deepEqual(problem.errors, errors);
});

test("the headers say when to ask again, and which request it was where the body does not", async (context) => {
  const headers = { "retry-after": "7", "x-request-id": "r2" };
  const { baseUrl } = await serve(context, () => refused(503, "busy", {}, headers));
  const problem = await failure(createClient({ baseUrl }).site());
  assert(problem instanceof Problem);
  assert.deepEqual([problem.kind, problem.retryAfterSeconds, problem.requestId], ["busy", 7, "r2"]);
});

test("a kind that is not known yet is another, and keeps its address", async (context) => {
  const { baseUrl } = await serve(context, () => refused(409, "too-cold"));
  const problem = await failure(createClient({ baseUrl }).site());
  assert(problem instanceof Problem);
  assert.deepEqual([problem.kind, problem.type], ["other", `${baseUrl}/docs/problems/too-cold`]);
});

test("an answer of something in between is no problem of Masthead's", async (context) => {
  const html = { "content-type": "text/html; charset=utf-8" };
  const { baseUrl } = await serve(context, ({ path }) => ({
    status: path === "/v1/site" ? 502 : 200,
    headers: html,
    body: "<h1>Hello</h1>",
  }));
  const client = createClient({ baseUrl });
  for (const [call, status] of [[client.site(), 502], [client.teasers.list(), 200]] as const) {
    const answer = await failure(call);
    assert(answer instanceof UnexpectedAnswer);
    assert.deepEqual([answer.status, answer.text], [status, "<h1>Hello</h1>"]);
  }
});

test("a problem of something in between is none of Masthead's", async (context) => {
  const type = "https://gateway.example/problems/not-found";
  const answers = [refused(404, "not-found", { type }), { ...refused(500, "internal"), body: "{" }];
  const { baseUrl } = await serve(context, (_, count) => answers[count - 1]!);
  const client = createClient({ baseUrl });
  for (const status of [404, 500]) {
    const answer = await failure(client.site());
    assert(answer instanceof UnexpectedAnswer);
    assert.equal(answer.status, status);
  }
});

test("nobody there is a network failure, with what fetch said", async (context) => {
  const { baseUrl } = await serve(context, () => ({}));
  const nobody = baseUrl.replace(/\d+$/, "9");
  const broken = await failure(createClient({ baseUrl: nobody }).site());
  assert(broken instanceof NetworkFailure);
  assert.deepEqual([broken.timedOut, broken.url], [false, `${nobody}/v1/site`]);
  assert(broken.cause instanceof TypeError);
});

test("a call takes no longer than it may", async (context) => {
  const { baseUrl } = await serve(context, () => new Promise(() => {}));
  const client = createClient({ baseUrl, timeoutSeconds: 60 });
  const late = await failure(client.site({ timeoutSeconds: 0.05 }));
  assert(late instanceof NetworkFailure);
  assert.equal(late.timedOut, true);
});

test("whoever ends a call gets their own reason", async (context) => {
  const { baseUrl } = await serve(context, () => new Promise(() => {}));
  const controller = new AbortController();
  const call = failure(createClient({ baseUrl, timeoutSeconds: 60 }).site({ signal: controller.signal }));
  const reason = new Error("Not needed any more");
  controller.abort(reason);
  assert.equal(await call, reason);
});

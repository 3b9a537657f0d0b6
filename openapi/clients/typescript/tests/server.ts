// A server on a free port that returns the responses of a test and records requests.

import { createServer } from "node:http";
import type { IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import type { TestContext } from "node:test";

/** A recorded request. */
export interface Asked {
  method: string;
  path: string;
  query: URLSearchParams;
  headers: IncomingHttpHeaders;
  body: string;
}

/** A response: JSON, unless the headers say otherwise. */
export interface Answered {
  status?: number;
  headers?: Record<string, string>;
  body?: unknown;
}

/** Serves until the test ends. */
export async function serve(test: TestContext, answer: (asked: Asked, count: number) => Answered | Promise<Answered>) {
  const asked: Asked[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) {
      chunks.push(chunk as Buffer);
    }
    const { pathname, searchParams } = new URL(request.url ?? "/", "http://server");
    const { method = "GET", headers } = request;
    asked.push({ method, path: pathname, query: searchParams, headers, body: Buffer.concat(chunks).toString() });
    const { status = 200, headers: given, body } = await answer(asked.at(-1)!, asked.length);
    response.writeHead(status, { "content-type": "application/json", ...given });
    response.end(typeof body === "string" ? body : body === undefined ? "" : JSON.stringify(body));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  test.after(() => {
    server.closeAllConnections();
    server.close();
  });
  return { baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked };
}

/** A problem as Masthead returns it. */
export function refused(status: number, kind: string, more?: object, headers?: Record<string, string>): Answered {
  const type = `/docs/problems/${kind}`;
  const problem = { type, title: "No", status, detail: "Not so.", instance: "/v1/x", request_id: null, errors: [] };
  return { status, headers: { "content-type": "application/problem+json", ...headers }, body: { ...problem, ...more } };
}

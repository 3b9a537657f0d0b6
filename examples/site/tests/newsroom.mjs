// What editors do in a test: old slugs, withdrawn articles and previews need somebody who makes them.
import { editorial } from "@masthead/client";

const { MASTHEAD_URL, EMAIL, PASSWORD } = process.env;

/** Somebody who is signed in. */
export async function signIn() {
  const door = editorial({ baseUrl: MASTHEAD_URL });
  const session = await door.post("/editorial/v1/sessions", { body: { email: EMAIL, password: PASSWORD } });
  const editor = editorial({ baseUrl: MASTHEAD_URL, token: session.data.access_token });
  const { data } = await editor.get("/editorial/v1/drafts", { query: { limit: 100 } });
  const draftOf = async (slug) => editor.drafts.get(data.data.find((draft) => draft.content.slug === slug).id);
  return { ...editor, draftOf };
}

// Editorial actions for the tests: renaming slugs, withdrawing articles, creating previews.
import { editorial } from "@masthead/client";

const { MASTHEAD_URL, EMAIL, PASSWORD } = process.env;

/** A signed-in editor. */
export async function signIn() {
  const door = editorial({ baseUrl: MASTHEAD_URL });
  const session = await door.post("/editorial/v1/sessions", { body: { email: EMAIL, password: PASSWORD } });
  const editor = editorial({ baseUrl: MASTHEAD_URL, token: session.data.access_token });
  const draftOf = async (slug) => {
    for await (const draft of editor.all("/editorial/v1/drafts")) {
      if (draft.slug === slug) {
        return editor.drafts.get(draft.id);
      }
    }
    throw new Error(`there is no draft ${slug}`);
  };
  return { ...editor, draftOf };
}

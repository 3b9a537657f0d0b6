declare namespace App {
  interface Locals {
    /** Reads the publication; with the drafts of a preview where the address carries its token. */
    reader: import("@masthead/client").Client;
    /** What every page shows of the publication. */
    publication: import("./lib/publication").Publication;
    /** Whether the reader looks at a preview. */
    isPreview: boolean;
  }
}

declare module "temml" {
  const temml: {
    renderToString(
      tex: string,
      options?: { displayMode?: boolean; throwOnError?: boolean; annotate?: boolean; trust?: boolean },
    ): string;
  };
  export default temml;
}

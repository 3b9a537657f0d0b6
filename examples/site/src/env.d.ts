declare namespace App {
  interface Locals {
    /** Client for Masthead; with a preview token in the URL, it reads the preview. */
    reader: import("@masthead/client").Client;
    /** Data of the publication that every page shows. */
    publication: import("./lib/publication").Publication;
    /** Whether the page is a preview. */
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

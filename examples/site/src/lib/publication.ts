// Data of the publication that every page shows.
import type { Client, Site, Term } from "@masthead/client";

export interface Publication {
  site: Site;
  sections: Term[];
}

export async function readPublication(reader: Client): Promise<Publication> {
  const [site, sections] = await Promise.all([reader.site(), reader.sections.list({ limit: 6 })]);
  return { site, sections: sections.data };
}

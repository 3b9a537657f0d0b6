// Settings: from the environment, and constants.

/** Base URL of Masthead. Browsers load figures from it. */
export const MASTHEAD_URL = new URL(process.env["MASTHEAD_URL"] ?? "http://127.0.0.1:8080");

/** Public base URL of this site. */
export const SITE_URL = new URL(process.env["SITE_URL"] ?? "http://localhost:4321");

/** Articles per list page: one lead, two side by side, two rows of three. */
export const PAGE_SIZE = 9;

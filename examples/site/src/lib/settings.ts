// What can be set from outside, and what cannot.

/** Where Masthead is. Readers' browsers load figures from there. */
export const MASTHEAD_URL = new URL(process.env["MASTHEAD_URL"] ?? "http://127.0.0.1:8080");

/** Where this site is, as readers know it. */
export const SITE_URL = new URL(process.env["SITE_URL"] ?? "http://localhost:4321");

/** How many articles a page of a list shows: one that leads, two beside each other, two rows of three. */
export const PAGE_SIZE = 9;

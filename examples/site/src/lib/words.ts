// Formats dates and quantities.

const DATE = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "UTC" });

/** Formats the date of a time. */
export function day(moment: string): string {
  return DATE.format(new Date(moment));
}

/** Formats the reading time; null for an empty body. */
export function minutes(count: number): string | null {
  return count === 0 ? null : count === 1 ? "1 minute" : `${count} minutes`;
}

/** Formats a number of articles. */
export function articles(count: number): string {
  return count === 1 ? "1 article" : `${count} articles`;
}

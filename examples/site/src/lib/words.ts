// Dates and amounts in words.

const DATE = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "UTC" });

/** The day of a moment. */
export function day(moment: string): string {
  return DATE.format(new Date(moment));
}

/** How long it takes to read; null where there is nothing to read. */
export function minutes(count: number): string | null {
  return count === 0 ? null : count === 1 ? "1 minute" : `${count} minutes`;
}

/** How many articles there are. */
export function articles(count: number): string {
  return count === 1 ? "1 article" : `${count} articles`;
}

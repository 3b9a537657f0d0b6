// Splits code into lines.
import type { CodeBlock, Token } from "@masthead/client";

export interface Line {
  tokens: Token[];
  isHighlighted: boolean;
}

/** The lines of a code block. A token that spans several lines is split at the line breaks. */
export function linesOf({ tokens, highlighted_lines }: CodeBlock): Line[] {
  const lines: Token[][] = [[]];
  for (const { kind, text } of tokens) {
    text.split("\n").forEach((piece, index) => {
      if (index > 0) {
        lines.push([]);
      }
      if (piece !== "") {
        lines.at(-1)?.push({ kind, text: piece });
      }
    });
  }
  if (lines.at(-1)?.length === 0) {
    lines.pop();
  }
  const highlighted = new Set(highlighted_lines);
  return lines.map((line, index) => ({ tokens: line, isHighlighted: highlighted.has(index + 1) }));
}

/** Formats numbers as ranges: 1, 3–5. */
export function ranges(numbers: readonly number[]): string {
  const runs: [number, number][] = [];
  for (const number of numbers) {
    const last = runs.at(-1);
    if (last && last[1] === number - 1) {
      last[1] = number;
    } else {
      runs.push([number, number]);
    }
  }
  return runs.map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`)).join(", ");
}

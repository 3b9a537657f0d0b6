// Converts TeX formulas to MathML, which browsers render natively.
import temml from "temml";

// Browsers render single letters in the italics of a mathematical font, which few systems have. Marked as upright and
// styled with the italics of the text font, they look the same everywhere.
const VARIABLE = /<mi>([A-Za-z])<\/mi>/g;

/** The formula as MathML; null if the TeX is invalid, in which case the source is shown. */
export function formula(tex: string, displayMode: boolean): string | null {
  try {
    const mathml = temml.renderToString(tex, { displayMode, throwOnError: true, trust: false });
    return mathml.replace(VARIABLE, '<mi mathvariant="normal" class="variable">$1</mi>');
  } catch {
    return null;
  }
}

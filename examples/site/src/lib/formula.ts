// Formulas: TeX becomes MathML, which browsers know by themselves.
import temml from "temml";

// Browsers replace single letters by the italic ones of a mathematical font, which few machines have. Marked as upright
// and set in the italics of the text, they look the same everywhere.
const VARIABLE = /<mi>([A-Za-z])<\/mi>/g;

/** The formula as MathML; null where it is not TeX that can be read, and is then shown as it was written. */
export function formula(tex: string, displayMode: boolean): string | null {
  try {
    const mathml = temml.renderToString(tex, { displayMode, throwOnError: true, trust: false });
    return mathml.replace(VARIABLE, '<mi mathvariant="normal" class="variable">$1</mi>');
  } catch {
    return null;
  }
}

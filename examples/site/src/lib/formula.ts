// Formulas: TeX becomes MathML, which browsers know by themselves.
import temml from "temml";

/** The formula as MathML; null where it is not TeX that can be read, and is then shown as it was written. */
export function formula(tex: string, displayMode: boolean): string | null {
  try {
    return temml.renderToString(tex, { displayMode, throwOnError: true, trust: false });
  } catch {
    return null;
  }
}

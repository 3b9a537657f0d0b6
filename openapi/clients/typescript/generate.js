// Writes src/generated from the API documents. With --compare it writes nothing, and fails where something differs.
import { readFile, writeFile } from "node:fs/promises";
import openapiTS, { astToString } from "openapi-typescript";

const compare = process.argv.includes("--compare");
const stale = [];
const kinds = new Set();

for (const name of ["delivery.v1", "editorial.v1"]) {
  const document = new URL(`../../${name}.json`, import.meta.url);
  // A property with a default may be left out of a request, unless the document requires it.
  const types = await openapiTS(document, { defaultNonNullable: false, silent: true });
  // Where a type is told apart by a property, the generator says in its description that it has written that property.
  const text = astToString(types).replaceAll(" (enum property replaced by openapi-typescript)", "");
  const head = `// Made from openapi/${name}.json by \`npm run generate\`. Not to be edited.\n\n`;
  await keep(`src/generated/${name}.ts`, head + text);
  for (const [, kind] of (await readFile(document, "utf8")).matchAll(/"\/docs\/problems\/([a-z-]+)"/g)) {
    kinds.add(kind);
  }
}

await keep("src/generated/problem-kinds.ts", problemKinds([...kinds].sort()));

if (stale.length > 0) {
  console.error(`Not what the API documents give: ${stale.join(", ")}. \`npm run generate\` writes them anew.`);
  process.exit(1);
}

function problemKinds(names) {
  const lines = names.map((name) => `  "${name}",\n`).join("");
  return `// Made from the API documents by \`npm run generate\`. Not to be edited.

/** Every kind of problem that this package knows. The page of each says what to do about it. */
export const PROBLEM_KINDS = [
${lines}] as const;
`;
}

async function keep(path, text) {
  const file = new URL(path, import.meta.url);
  if (!compare) {
    await writeFile(file, text);
  } else if ((await readFile(file, "utf8").catch(() => "")) !== text) {
    stale.push(path);
  }
}

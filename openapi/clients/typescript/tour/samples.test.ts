// Runs the samples of README.md, which are one program, against the Masthead at BASE_URL, in the folder PROJECT, where
// the package is installed as README.md says. What it prints has to be what stands behind the lines that print.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const { PROJECT = "", BASE_URL = "" } = process.env;
const home = fileURLToPath(new URL("../../", import.meta.url));

const COMPILER_OPTIONS = {
  target: "ES2022",
  lib: ["ES2022"],
  module: "NodeNext",
  strict: true,
  noUncheckedIndexedAccess: true,
  types: ["node"],
  typeRoots: [join(home, "node_modules/@types")],
};

test("the samples compile strictly, and print what they say", () => {
  const readme = readFileSync(join(home, "README.md"), "utf8");
  const program = [...readme.matchAll(/^```ts\n(.*?)^```$/gms)].map(([, sample]) => sample).join("\n");
  const said = [...program.matchAll(/^ *console\.log\(.*\); \/\/ (.*)$/gm)].map(([, line]) => line);
  assert.equal(said.length, program.split("console.log(").length - 1, "Each line that prints says what.");

  const placed = program.replace('"http://localhost:8080"', JSON.stringify(BASE_URL));
  assert.notEqual(placed, program);
  writeFileSync(join(PROJECT, "samples.mts"), placed);
  const settings = { compilerOptions: COMPILER_OPTIONS, files: ["samples.mts"] };
  writeFileSync(join(PROJECT, "tsconfig.json"), JSON.stringify(settings));
  run(join(home, "node_modules/typescript/bin/tsc"), "--project", PROJECT);
  assert.deepEqual(run(join(PROJECT, "samples.mjs")).trimEnd().split("\n"), said);
});

/** What a program prints. */
function run(program: string, ...rest: string[]): string {
  return execFileSync(process.execPath, [program, ...rest], { encoding: "utf8", timeout: 60_000 });
}

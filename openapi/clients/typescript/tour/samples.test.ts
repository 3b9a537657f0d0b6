// Runs the TypeScript samples of README.md and of docs/. The samples of a file form one program. It runs against the server
// at BASE_URL, in the directory PROJECT, in which the package is installed as README.md says. Its output must match the
// comments at the end of the lines that print.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
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

const docs = join(home, "../../../docs");
const pages = readdirSync(docs).filter((name) => name.endsWith(".md"));
const programs = new Map([join(home, "README.md"), ...pages.map((name) => join(docs, name))].map(samplesOf));
programs.delete("");

/** The path of a file and its samples, joined; empty strings if it has none. */
function samplesOf(file: string): [string, string] {
  const samples = [...readFileSync(file, "utf8").matchAll(/^```ts\n(.*?)^```$/gms)].map(([, sample]) => sample);
  return samples.length === 0 ? ["", ""] : [file, samples.join("\n")];
}

test("there are samples in the README and in the documentation", () => {
  assert.ok(programs.size >= 2);
});

for (const [file, program] of programs) {
  test(`the samples of ${basename(file)} compile strictly, and print what they say`, () => {
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
}

/** The output of a program. */
function run(program: string, ...rest: string[]): string {
  return execFileSync(process.execPath, [program, ...rest], { encoding: "utf8", timeout: 60_000 });
}

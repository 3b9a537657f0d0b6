// Runs the script of a page, with a document that only remembers what is put into it, and prints the texts.
import { readFileSync } from "node:fs";

const page = readFileSync(process.argv[2], "utf8");
const texts = [];
const element = () => ({
  append: (...parts) => texts.push(...parts.filter((part) => typeof part === "string" && part !== "")),
});
globalThis.document = {
  createElement: element,
  querySelector: (selector) => (page.includes(`id="${selector.slice(1)}"`) ? element() : null),
};
const script = page.split('<script type="module">')[1].split("</script>")[0];
await import(`data:text/javascript,${encodeURIComponent(script)}`);
console.log(texts.join("\n"));

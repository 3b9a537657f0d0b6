// Shows an API document, in the colours that the reader's system prefers. Asks nobody but this server.
const dark = matchMedia("(prefers-color-scheme: dark)");
const follow = () => document.documentElement.classList.toggle("dark-mode", dark.matches);
dark.addEventListener("change", follow);
follow();

// An example is filled in where a value is needed. Filled into every filter at once, examples would find nothing.
function explain(parameter) {
  const example = parameter.example ?? parameter.schema?.example;
  if (parameter.required || example === undefined) return;
  parameter.description = `${parameter.description ?? ""} For example \`${example}\`.`;
  delete parameter.example;
  delete parameter.schema?.example;
}

async function show(place) {
  const spec = await (await fetch(place.dataset.document)).json();
  const operations = Object.values(spec.paths).flatMap((path) => Object.values(path));
  operations.flatMap((operation) => operation.parameters ?? []).forEach(explain);
  SwaggerUIBundle({
    spec,
    domNode: place,
    deepLinking: true,
    validatorUrl: null,
    defaultModelsExpandDepth: 0,
    presets: [SwaggerUIBundle.presets.apis],
    layout: "BaseLayout",
  });
}

show(document.querySelector("#swagger-ui"));

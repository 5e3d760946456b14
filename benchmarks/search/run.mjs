// Answers queries with showcase's engine outside a browser: node run.mjs ENGINE INDEXES QUERIES
// Each query starts cold: the bytes are those of the files it asked for, compressed as a host would.
import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { createContext, runInContext } from "node:vm";

const [engineFile, folder, queriesFile] = process.argv.slice(2);
const scope = createContext({ URL, setTimeout, clearTimeout });
runInContext(readFileSync(engineFile, "utf8"), scope);
const files = new Map();

function file(path) {
  if (!files.has(path)) {
    const source = readFileSync(path);
    const text = source.toString("utf8");
    files.set(path, { data: text.slice(text.indexOf("(") + 1, text.lastIndexOf(")")), bytes: gzipSync(source, { level: 9 }).length });
  }
  return files.get(path);
}

function loader(language, asked) {
  return async (name) => {
    const { data, bytes } = file(folder + "/search/" + language + "/" + name);
    asked.push(bytes);
    return JSON.parse(data);
  };
}

const answers = [];
const warm = new Map();
for (const query of JSON.parse(readFileSync(queriesFile, "utf8"))) {
  let asked = [];
  let engine;
  if (query.warm) {
    if (!warm.has(query.language)) {
      const first = [];
      const opened = await scope.showcaseSearch.open(query.language, "", loader(query.language, first));
      warm.set(query.language, { opened, first });
    }
    const { opened, first } = warm.get(query.language);
    engine = opened;
    first.length = 0;
    asked = first;
  } else {
    engine = await scope.showcaseSearch.open(query.language, "", loader(query.language, asked));
  }
  const start = performance.now();
  const answer = await engine.search(query.text);
  answers.push({
    urls: answer.results.map((result) => result.url), notes: answer.notes, total: answer.total,
    bytes: asked.reduce((sum, one) => sum + one, 0), requests: asked.length, milliseconds: performance.now() - start,
  });
}
process.stdout.write(JSON.stringify(answers));

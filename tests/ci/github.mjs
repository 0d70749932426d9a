// What GitHub's own packages say: `parse` reports what is wrong with an action or a workflow,
// `evaluate` gives the values of expressions. Arguments: the folder with node_modules, and which
// of the two; JSON on standard input, and on standard output.
import { readFileSync } from "node:fs";
import { register } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const [folder, task] = process.argv.slice(2);
const of = (path) => import(pathToFileURL(join(folder, "node_modules", "@actions", path)));
// They import JSON as bundlers have it; Node wants to be told.
const load = `export const load = (url, context, next) =>
  next(url, url.endsWith(".json") ? { ...context, importAttributes: { type: "json" } } : context)`;
register(`data:text/javascript,${encodeURIComponent(load)}`);
const given = JSON.parse(readFileSync(0, "utf8"));

async function parse({ kind, content }) {
  const parser = await of("workflow-parser/dist/index.js");
  const trace = new parser.NoOperationTraceWriter();
  const file = { name: kind, content };
  if (kind === "action") {
    const { parseAction } = await of("workflow-parser/dist/actions/action-parser.js");
    return parseAction(file, trace).context.errors.getErrors();
  }
  const { context, value } = parser.parseWorkflow(file, trace);
  if (value) await parser.convertWorkflowTemplate(context, value);
  return context.errors.getErrors();
}

async function evaluate({ contexts, status, expressions }) {
  const { Lexer, Parser, Evaluator, data } = await of("expressions/dist/index.js");
  const known = JSON.parse(JSON.stringify(contexts), data.reviver);
  // The one part of the language that is the runner's and not the package's.
  const functions = Object.entries(status).map(([name, value]) => ({
    name,
    minArgs: 0,
    maxArgs: 0,
    call: () => new data.BooleanData(value),
  }));
  return expressions.map((text) => {
    const { tokens } = new Lexer(text).lex();
    const tree = new Parser(tokens, Object.keys(contexts), functions).parse();
    const byName = new Map(functions.map((each) => [each.name, each]));
    return new Evaluator(tree, known, byName).evaluate().coerceString();
  });
}

const answer =
  task === "parse" ? (await parse(given)).map(({ rawMessage, message }) => rawMessage ?? message) : await evaluate(given);
process.stdout.write(JSON.stringify(answer));

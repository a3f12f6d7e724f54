/**
 * Loads a compiled app the way a worker does, with everything watched that registration has no business with, and
 * prints what it registered, then what it answers without any settings. It ends by itself only if nothing is left running.
 */
import { createRequire } from 'node:module';
import { loadRegistrations } from '../../../functions/local/core-module.ts';

const [file = ''] = process.argv.slice(2);
const require = createRequire(import.meta.url);
const touched: string[] = [];

/** Counts calls, and lets them happen. */
function watch(module: string, names: readonly string[]): void {
  const target = (module === 'globalThis' ? globalThis : require(module)) as Record<string, unknown>;
  for (const name of names) {
    const original = target[name] as (...args: unknown[]) => unknown;
    target[name] = function (this: unknown, ...args: unknown[]): unknown {
      touched.push(`${module}.${name}`);
      return original.apply(this, args);
    };
  }
}

watch('globalThis', ['fetch', 'setInterval']);
watch('node:net', ['connect', 'createConnection', 'createServer']);
watch('node:http', ['request', 'get', 'createServer']);
watch('node:https', ['request', 'get', 'createServer']);
watch('node:dns', ['lookup', 'resolve']);
watch('node:child_process', ['spawn', 'exec', 'execFile', 'fork', 'spawnSync', 'execSync', 'execFileSync']);
watch('node:fs', [
  'writeFileSync',
  'writeFile',
  'mkdirSync',
  'mkdir',
  'openSync',
  'appendFileSync',
  'createWriteStream',
]);

const logged: string[] = [];
const { functions, hooks, model } = loadRegistrations(file, (level, category) => logged.push(`${level} ${category}`));
const registered = [...functions.values()].map(({ metadata }) => metadata);
const touchedByLoading = [...touched];

/** The answer of a function to GET without a token, and what it wrote to its log. */
async function ask(name: string): Promise<{ answer: unknown; errors: string[] }> {
  const errors: string[] = [];
  const request = { method: 'GET', headers: new Headers(), query: new URLSearchParams(), params: {}, body: null };
  const context = { log: () => undefined, error: (error: unknown) => void errors.push(String(error)) };
  return { answer: await functions.get(name)?.callback(request, context), errors };
}

const unset = [await ask('health-live'), await ask('unlisted')];
process.stdout.write(
  JSON.stringify({
    registered,
    hooks: [...hooks.keys()],
    model: model?.name,
    version: model?.version,
    touched: touchedByLoading,
    logged,
    unset,
  }),
);

/** Builds into dist/ what runs on Node: `node functions/build.js programs`, `app` what is deployed, `bench` the benchmark. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { build } from 'esbuild';

const base = { bundle: true, platform: 'node', target: 'node20', outdir: 'dist', logLevel: 'warning' };
/** Its one prebuilt file is for browsers, and starts slowly. */
const alias = { 'exceljs/dist/exceljs.bare.min.js': 'exceljs/lib/exceljs.bare.js' };
const programs = {
  ...base,
  alias,
  external: ['@azure/*', 'durable-functions', 'libsql'],
  minifyWhitespace: true,
  minifySyntax: true,
};
const modules = {
  ...programs,
  format: 'esm',
  splitting: true,
  banner: {
    js: "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);",
  },
};
/** One file each, as V8 keeps the code of one script. */
const scripts = {
  ...programs,
  format: 'cjs',
  outExtension: { '.js': '.cjs' },
  supported: { 'dynamic-import': false },
};

/** What is deployed: all in one file but what the host has itself. */
async function buildApp() {
  await build({
    ...base,
    alias,
    outdir: 'dist/functions',
    format: 'cjs',
    outExtension: { '.js': '.cjs' },
    external: ['@azure/functions-core', 'libsql'],
    entryPoints: { app: 'functions/app.ts' },
  });
}

async function buildPrograms() {
  removeEarlierPrograms();
  await build({
    ...modules,
    entryPoints: {
      cli: 'functions/cli/start.ts',
      host: 'functions/local/main.ts',
      'lay-out': 'functions/deploy/main.ts',
      docs: 'functions/cli/docs.ts',
      'keep-code': 'functions/cli/keep-code.ts',
    },
  });
  await build({ ...scripts, entryPoints: { cli: 'functions/cli/main.ts' } });
  const folder = mkdtempSync(join(tmpdir(), 'bloc-rollup-build-'));
  const { status } = spawnSync(process.execPath, ['dist/keep-code.js', 'dist/cli.cjs', 'demo', folder], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  rmSync(folder, { recursive: true });
  // The programs run without it, only slower.
  if (status !== 0) process.stderr.write('dist/cli.cjs.code was not written: the demo whose code it keeps failed\n');
}

/** Chunks are named by their content: those of an earlier build would stay for ever. */
function removeEarlierPrograms() {
  mkdirSync('dist', { recursive: true });
  for (const name of readdirSync('dist')) if (/\.(?:js|cjs|code)$/.test(name)) rmSync(join('dist', name));
}

async function buildBench() {
  await build({ ...modules, entryPoints: { 'bench-ours': 'functions/cli/start.ts' } });
  await build({ ...scripts, entryPoints: { 'bench-ours': 'test/bench/ours.ts' } });
  const others = ['run', 'peers', 'load', 'nation', 'pane'].map((name) => [
    name === 'run' ? 'bench' : `bench-${name}`,
    `test/bench/${name}.ts`,
  ]);
  await build({
    ...base,
    format: 'esm',
    splitting: true,
    packages: 'external',
    entryPoints: Object.fromEntries(others),
  });
}

const builds = { programs: buildPrograms, app: buildApp, bench: buildBench };
const wanted = builds[process.argv[2]];
if (!wanted) throw new Error(`name one of ${Object.keys(builds).join(', ')}`);
await wanted();

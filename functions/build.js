/** Builds the programs for Node into dist/: `node functions/build.js`; `node functions/build.js bench` the benchmark's. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { build } from 'esbuild';

const external = ['@azure/*', 'durable-functions', 'libsql'];
const options = {
  bundle: true,
  platform: 'node',
  target: 'node20',
  outdir: 'dist',
  minifyWhitespace: true,
  minifySyntax: true,
  // Its one prebuilt file is for browsers, and starts slowly.
  alias: { 'exceljs/dist/exceljs.bare.min.js': 'exceljs/lib/exceljs.bare.js' },
  logLevel: 'warning',
};
const modules = {
  ...options,
  external,
  format: 'esm',
  splitting: true,
  banner: {
    js: "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);",
  },
};
/** One file each, as V8 keeps the code of one script. */
const scripts = {
  ...options,
  external,
  format: 'cjs',
  outExtension: { '.js': '.cjs' },
  supported: { 'dynamic-import': false },
};

async function buildPrograms() {
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

async function buildBench() {
  await build({ ...modules, entryPoints: { 'bench-ours': 'functions/cli/start.ts' } });
  await build({ ...scripts, entryPoints: { 'bench-ours': 'test/bench/ours.ts' } });
  const others = ['run', 'peers', 'load', 'nation', 'pane'].map((name) => [
    name === 'run' ? 'bench' : `bench-${name}`,
    `test/bench/${name}.ts`,
  ]);
  await build({
    ...modules,
    minifyWhitespace: false,
    minifySyntax: false,
    external: undefined,
    packages: 'external',
    banner: {},
    alias: {},
    entryPoints: Object.fromEntries(others),
  });
}

await (process.argv[2] === 'bench' ? buildBench() : buildPrograms());

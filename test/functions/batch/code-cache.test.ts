import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, it } from 'vitest';
import { keepCode, runProgram } from '../../../functions/batch/code-cache.ts';
import { temporaryFolder } from '../cli/run-cli.ts';

const said: string[] = [];
Object.assign(globalThis, { said });

/** A program that says the word, and a path of the test's own for it. */
function programSaying(word: string): string {
  const path = join(temporaryFolder(), 'program.cjs');
  writeFileSync(path, saying(word));
  return path;
}
const saying = (word: string): string =>
  `const { sep } = require('node:path'); said.push('${word}', String(__filename === __dirname + sep + 'program.cjs'));`;

beforeEach(() => void said.splice(0));

it('runs a program without kept code', () => {
  const path = programSaying('một');
  expect(runProgram(path).cachedDataRejected).toBeUndefined();
  expect(said).toEqual(['một', 'true']);
});

/** The program and its kept code in another folder: in this one V8 still knows the program by its path. */
function elsewhere(path: string, code: (kept: Buffer) => Buffer): string {
  const copy = join(temporaryFolder(), 'program.cjs');
  writeFileSync(copy, readFileSync(path));
  writeFileSync(`${copy}.code`, code(readFileSync(`${path}.code`)));
  return copy;
}

it('keeps the code of a run and starts the next from it', () => {
  const path = programSaying('một');
  keepCode(path)();
  expect(runProgram(elsewhere(path, (kept) => kept)).cachedDataRejected).toBe(false);
  expect(said).toEqual(['một', 'true', 'một', 'true']);
});

it('passes over code kept of another program of the same length', () => {
  const path = programSaying('một');
  keepCode(path)();
  writeFileSync(path, saying('hai'));
  expect(runProgram(path).cachedDataRejected).toBeUndefined();
  expect(said.at(-2)).toBe('hai');
});

it('passes over code V8 does not accept', () => {
  const path = programSaying('một');
  keepCode(path)();
  const damaged = elsewhere(path, (kept) => Buffer.concat([kept.subarray(0, 4), Buffer.alloc(200, 1)]));
  expect(runProgram(damaged).cachedDataRejected).toBe(true);
  expect(said).toEqual(['một', 'true', 'một', 'true']);
});

it('the command line comes with its code', () => {
  expect(existsSync(new URL('../../../dist/cli.cjs.code', import.meta.url))).toBe(true);
});

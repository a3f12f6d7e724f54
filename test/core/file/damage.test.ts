import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readWorkbook } from '../../../core/file/read.ts';
import { FileRefused } from '../../../core/file/refused.ts';
import type { Sheet } from '../../../core/sheet.ts';
import { inflate } from '../../../functions/zlib.ts';

const folder = new URL('../../fixtures/samples/', import.meta.url);
const samples = readdirSync(folder).filter((name) => name.endsWith('.xlsx'));

/** The same numbers on every run. */
function sequence(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** Flips a bit, overwrites, cuts, inserts or doubles a stretch. */
function damage(original: Uint8Array, next: (below: number) => number): Uint8Array {
  const at = next(original.length);
  const length = 1 + next(64);
  switch (next(5)) {
    case 0: {
      const copy = original.slice();
      copy[at] = (copy[at] ?? 0) ^ (1 << next(8));
      return copy;
    }
    case 1: {
      const copy = original.slice();
      for (let index = at; index < Math.min(at + length, copy.length); index++) copy[index] = next(256);
      return copy;
    }
    case 2:
      return original.slice(0, at);
    case 3:
      return Uint8Array.from([...original.subarray(0, at), ...new Uint8Array(length), ...original.subarray(at)]);
    default:
      return Uint8Array.from([...original.subarray(0, at + length), ...original.subarray(at)]);
  }
}

function readOrRefuse(bytes: Uint8Array): readonly Sheet[] | string {
  try {
    return readWorkbook(bytes, { inflate }).sheets;
  } catch (error) {
    if (error instanceof FileRefused) return error.code;
    throw error;
  }
}

describe('damaged files are refused or read unchanged, never anything else', () => {
  test.each(samples)('%s', (name) => {
    const original = new Uint8Array(readFileSync(new URL(name, folder)));
    const expected = readOrRefuse(original);
    const next = sequence(20_231_125);
    let refused = 0;
    for (let round = 0; round < 150; round++) {
      const result = readOrRefuse(damage(original, next));
      if (typeof result === 'string') refused++;
      else expect(result).toEqual(expected);
    }
    expect(refused).toBeGreaterThan(100);
  });
});

/**
 * Starts a program from what V8 made of it before. A command that checks or merges a few workbooks runs most of its code
 * once or twice, and compiling that code took an eighth of its time.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { Script } from 'node:vm';
import { crc32 } from '../../core/file/crc32.ts';

type Program = (exports: object, require: NodeJS.Require, module: object, file: string, folder: string) => void;

/** Runs a CommonJS file. Code kept by another version of it or of Node is passed over. */
export function runProgram(path: string): Script {
  const source = readFileSync(path);
  const cachedData = readCode(path, source);
  const text = `(function (exports, require, module, __filename, __dirname) {${source.toString()}\n})`;
  const script = new Script(text, cachedData ? { filename: path, cachedData } : { filename: path });
  const module = { exports: {} };
  (script.runInThisContext() as Program)(module.exports, createRequire(path), module, path, dirname(path));
  return script;
}

/** Runs a CommonJS file; the function it gives is to be called at the end and keeps the code of all that was called. */
export function keepCode(path: string): () => void {
  // V8 forgets the code of functions that have not been called for a while.
  setFlagsFromString('--no-flush-bytecode');
  const script = runProgram(path);
  return () => {
    // Kept code fits only a process with the same settings.
    setFlagsFromString('--flush-bytecode');
    writeFileSync(codePath(path), Buffer.concat([markOf(readFileSync(path)), script.createCachedData()]));
  };
}

function codePath(path: string): string {
  return `${path}.code`;
}

function readCode(path: string, source: Uint8Array): Buffer | null {
  try {
    const kept = readFileSync(codePath(path));
    const mark = markOf(source);
    return kept.subarray(0, mark.length).equals(mark) ? kept.subarray(mark.length) : null;
  } catch {
    return null;
  }
}

/** V8 itself looks at no more than the length of the source. */
function markOf(source: Uint8Array): Buffer {
  const mark = Buffer.alloc(4);
  mark.writeUInt32LE(crc32(source));
  return mark;
}

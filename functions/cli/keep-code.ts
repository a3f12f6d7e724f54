/** Part of the build: `node dist/keep-code.js PROGRAM.cjs ARGUMENTS…` runs the program and keeps its code for later runs. */
import { resolve } from 'node:path';
import { keepCode } from '../batch/code-cache.ts';
import { tuneEngine } from '../batch/tune-engine.ts';

const program = resolve(process.argv[2] ?? '');
process.argv.splice(1, 2, program);
tuneEngine();
process.once('exit', keepCode(program));

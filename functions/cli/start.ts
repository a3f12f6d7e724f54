#!/usr/bin/env node
/** Runs the program built beside this file under the same name: `cli.js` runs `cli.cjs`. */
import { fileURLToPath } from 'node:url';
import { runProgram } from '../batch/code-cache.ts';
import { tuneEngine } from '../batch/tune-engine.ts';

tuneEngine();
runProgram(fileURLToPath(import.meta.url).replace(/\.js$/, '.cjs'));

/** Part of the build: run in the project's folder once the app and the pane are compiled into dist/. */
import { readFileSync } from 'node:fs';
import { layOut } from './lay-out.ts';

const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
layOut('dist/functions', { pane: 'dist/addin', host: 'functions/host.json', version });

import { createRequire } from 'node:module';
import path from 'node:path';

/** The unmodified office.js of the npm package and the scripts it loads; pages expect it under `/office-js/`. */
export const officeFolder = path.join(
  path.dirname(createRequire(import.meta.url).resolve('@microsoft/office-js/package.json')),
  'dist',
);

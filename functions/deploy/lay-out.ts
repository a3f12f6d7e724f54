/** Lays out what is deployed: dist/functions with the compiled app, host.json, package.json and the pane's files. */
import { cpSync, existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** File name of the compiled app. */
const appFile = 'app.cjs';

export interface Parts {
  /** Folder of the built pane; need not exist. */
  readonly pane: string;
  /** The file host.json. */
  readonly host: string;
  readonly version: string;
}

/** Throws when the app has not been compiled into `folder`. */
export function layOut(folder: string, { pane, host, version }: Parts): void {
  if (!existsSync(join(folder, appFile))) throw new Error(`${join(folder, appFile)} is missing: compile the app first`);
  cpSync(host, join(folder, 'host.json'));
  // Everything is in the bundle: nothing is installed on the way.
  writeJson(join(folder, 'package.json'), {
    name: 'bloc-rollup-functions',
    version,
    private: true,
    type: 'commonjs',
    main: appFile,
    engines: { node: '>=20' },
  });
  rmSync(join(folder, 'pane'), { recursive: true, force: true });
  if (!existsSync(pane)) return;
  cpSync(pane, join(folder, 'pane'), { recursive: true, filter: (source) => !source.endsWith('.map') });
}

function writeJson(path: string, content: unknown): void {
  writeFileSync(path, JSON.stringify(content, null, 2) + '\n');
}

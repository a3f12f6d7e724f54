/** Runs the unmodified office.js of the npm package in this process, in front of an `ExcelHost`. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import vm from 'node:vm';
import { makeExternal, type EventListener } from './bridge.ts';
import { officeFolder } from './office-folder.ts';
import { ExcelHost, type ExcelOptions } from './host.ts';

const base = 'https://localhost/office-js/';

let current: ExcelHost | null = null;
let loadedFor: string | null = null;
let listener: EventListener | null = null;

/**
 * Opens a workbook in "Excel": afterwards the globals `Excel` and `Office` talk to the host given back. State of
 * office.js is global, so one workbook is open at a time; another level or platform loads office.js anew.
 */
export async function openExcel(bytes: Uint8Array, options: ExcelOptions = {}): Promise<ExcelHost> {
  const host = await ExcelHost.open(bytes, options);
  host.listen((entries) => listener?.(entries));
  current = host;
  const key = JSON.stringify([host.level, options.platform, options.language]);
  if (loadedFor !== key) await loadOffice();
  loadedFor = key;
  return host;
}

async function loadOffice(): Promise<void> {
  const run = (url: string): void => {
    const file = path.join(officeFolder, url.slice(base.length));
    vm.runInThisContext(readFileSync(file, 'utf8'), { filename: file });
  };
  const nothing = (): void => undefined;
  const head = {
    appendChild: (script: { src: string; onload(): void }) => {
      setTimeout(() => {
        run(script.src);
        script.onload();
      }, 0);
    },
  };
  const storage = { getItem: () => null, setItem: nothing, removeItem: nothing, length: 0 };
  const script = { src: `${base}office.js`, getAttribute: () => null };
  const page: Record<string, unknown> = {
    window: globalThis,
    self: globalThis,
    top: globalThis,
    parent: globalThis,
    document: {
      getElementsByTagName: (name: string) => (name === 'script' ? [script] : [head]),
      createElement: () => ({ setAttribute: nothing }),
      addEventListener: nothing,
    },
    external: makeExternal({
      options: () => current?.options ?? {},
      // Asked only once a workbook is open.
      host: () => (current ? Promise.resolve(current) : Promise.reject(new Error('no workbook is open'))),
      listen: (given) => {
        listener = given;
      },
    }),
    navigator: { userAgent: 'node' },
    name: '',
    history: {},
    sessionStorage: storage,
    localStorage: storage,
    addEventListener: nothing,
    location: {
      search: '',
      hash: '',
      href: 'https://localhost/taskpane.html',
      origin: 'https://localhost',
      protocol: 'https:',
    },
    // What an earlier load left behind.
    Office: undefined,
    Excel: undefined,
    OSF: undefined,
    OfficeExtension: undefined,
    OfficeCore: undefined,
    Microsoft: undefined,
  };
  for (const [name, value] of Object.entries(page))
    Object.defineProperty(globalThis, name, { value, writable: true, configurable: true });
  run(`${base}office.js`);
  await Office.onReady();
  // Members above the requirement level then fail in the library, as they do in Excel. The types leave it out.
  const library = OfficeExtension as unknown as { CommonUtility: { _doApiNotSupportedCheck: boolean } };
  library.CommonUtility._doApiNotSupportedCheck = true;
}

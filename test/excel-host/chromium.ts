/**
 * Excel for browser tests. The script goes into the page before office.js:
 *
 *     await page.addInitScript({ content: await excelPageScript(bytes, { level: 15 }) });
 *     await page.goto('…/taskpane.html');
 *     await page.evaluate(async () => (await window.excelHost).edit('Báo cáo', 'C12', 'Tích cực'));
 *
 * `/office-js/` must serve the `dist` folder of `@microsoft/office-js` (`officeFolder` of `office-folder.ts`).
 */
import { build } from 'esbuild';
import { inPackage } from '../package-folder.ts';
import type { ExcelOptions } from './host.ts';

/** What profiles and stack traces call the script. */
export const pageScriptName = 'excel-test-host.js';

let bundle: Promise<string> | null = null;

/** Script that opens the workbook in "Excel" for the page it is injected into. */
export async function excelPageScript(bytes: Uint8Array, options: ExcelOptions = {}): Promise<string> {
  bundle ??= bundlePage();
  const base64 = Buffer.from(bytes).toString('base64');
  return `${await bundle}\nstartExcel(${JSON.stringify(base64)}, ${JSON.stringify(options)});\n//# sourceURL=${pageScriptName}`;
}

async function bundlePage(): Promise<string> {
  const result = await build({
    entryPoints: [inPackage('test/excel-host/page.ts')],
    bundle: true,
    write: false,
    format: 'iife',
    platform: 'browser',
    target: 'chrome120',
    logLevel: 'silent',
  });
  const [output] = result.outputFiles;
  if (!output) throw new Error('the page script came out empty');
  return output.text;
}

/**
 * The part of the host that runs inside a browser page, before office.js: bundled and injected by `chromium.ts`. A test
 * reaches it as `window.excelHost`, a promise of the `ExcelHost`.
 */
import { makeExternal } from './bridge.ts';
import { ExcelHost, type ExcelOptions } from './host.ts';
import { decodeBase64 } from './objects/workbook.ts';

interface ExcelPage {
  startExcel?: (base64: string, options: ExcelOptions) => void;
  excelHost?: Promise<ExcelHost>;
}

const page = globalThis as ExcelPage;

page.startExcel = (base64, options) => {
  const host = ExcelHost.open(decodeBase64(base64), options);
  page.excelHost = host;
  const external = makeExternal({
    options: () => options,
    host: () => host,
    listen: (listener) => {
      void host.then((opened) => {
        opened.listen(listener);
      });
    },
  });
  Object.defineProperty(globalThis, 'external', { value: external, configurable: true });
};

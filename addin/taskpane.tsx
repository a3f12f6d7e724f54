/** The pane in Excel; the same page opened outside Office works on dropped files. */
import { browserHost } from './browser-host.ts';
import { excelHost } from './excel.ts';
import { start } from './start.tsx';

void Office.onReady(({ host }) => start(host === Office.HostType.Excel ? excelHost : browserHost));

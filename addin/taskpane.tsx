/** The pane in Excel. */
import { browserHost } from './browser-host.ts';
import { start } from './start.tsx';

void Office.onReady(({ host }) => {
  // The page may be opened outside Office; it then works on dropped files.
  start(browserHost);
  void host;
});

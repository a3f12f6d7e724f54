/** The pane in a plain browser. */
import { browserHost } from './browser-host.ts';
import { start } from './start.tsx';

start(browserHost);

/** The pane in a plain browser. */
import { browserHost } from './browser-host.ts';
import { start } from './start.tsx';

/** The sign-in's own window comes back to this page with its answer: handed to the pane that opened it, no pane here. */
const isSignInAnswer = /[#&](?:code|error)=/.test(location.hash) && /[#&]state=/.test(location.hash);

if (isSignInAnswer) {
  const { broadcastResponseToMainFrame } = await import('@azure/msal-browser/redirect-bridge');
  await broadcastResponseToMainFrame();
} else {
  start(browserHost);
}

import { createDOMRenderer, RendererProvider } from '@fluentui/react-components';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './App.tsx';
import type { WorkbookHost } from './host.ts';

/** Shows the pane in the page. */
export function start(host: WorkbookHost): void {
  const root = document.getElementById('pane');
  if (!root) throw new Error('the page has no pane');
  createRoot(root).render(
    <StrictMode>
      <RendererProvider renderer={createDOMRenderer(document)}>
        <App host={host} />
      </RendererProvider>
    </StrictMode>,
  );
}

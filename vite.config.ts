/** Builds the pane's two pages into dist/addin: `taskpane.html` for Excel, `index.html` for a plain browser. */
import { createReadStream, existsSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, normalize, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

const folder = fileURLToPath(new URL('./addin', import.meta.url));
const officeFolder = fileURLToPath(new URL('./node_modules/@microsoft/office-js/dist', import.meta.url));
const officeOnline = 'https://appsforoffice.microsoft.com/lib/1/hosted/office.js';

/** Office requires its own online copy in production; development works without a network. */
function officeScript(): Plugin {
  let serving = false;
  return {
    name: 'office-script',
    configResolved: (config) => {
      serving = config.command === 'serve';
    },
    configureServer: (server) => {
      server.middlewares.use('/office-js/', (request, response, next) => {
        const file = normalize(join(officeFolder, (request.url ?? '').replace(/\?.*$/, '')));
        if (!file.startsWith(officeFolder + sep) || !existsSync(file)) {
          next();
          return;
        }
        response.setHeader('Content-Type', 'text/javascript; charset=utf-8');
        createReadStream(file).pipe(response);
      });
    },
    transformIndexHtml: (html) => html.replace('%OFFICE_SCRIPT%', serving ? '/office-js/office.js' : officeOnline),
  };
}

/** Excel opens pages over https only: the certificate that `npx office-addin-dev-certs install` made, when it is there. */
function certificate(): { key: Buffer; cert: Buffer } | undefined {
  const path = (name: string): string => join(homedir(), '.office-addin-dev-certs', name);
  if (!existsSync(path('localhost.key'))) return undefined;
  return { key: readFileSync(path('localhost.key')), cert: readFileSync(path('localhost.crt')) };
}

const https = certificate();

export default defineConfig({
  root: folder,
  base: './',
  plugins: [react(), officeScript()],
  worker: { format: 'es' },
  build: {
    outDir: '../dist/addin',
    emptyOutDir: true,
    target: ['es2022', 'safari16'],
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1200,
    rollupOptions: { input: { taskpane: join(folder, 'taskpane.html'), index: join(folder, 'index.html') } },
  },
  server: {
    port: 3000,
    ...(https && { https }),
    proxy: { '/api': 'http://127.0.0.1:7071', '/dev': 'http://127.0.0.1:7071' },
  },
});

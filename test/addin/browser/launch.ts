/** A Chromium and a small loopback server for the built pane. Callers close both. */
import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize, sep } from 'node:path';
import chromium from '@sparticuz/chromium';
import { chromium as playwright, type Browser, type Page } from 'playwright-core';
import { officeFolder } from '../../excel-host/office-folder.ts';
import { inPackage } from '../../package-folder.ts';

const paneFolder = inPackage('dist/addin');
const officeOnline = 'https://appsforoffice.microsoft.com/lib/1/hosted/';

/** False where the pane was not built: its browser tests are then skipped. */
export function paneIsBuilt(): boolean {
  return existsSync(join(paneFolder, 'index.html'));
}

/** In one process a closed page takes the browser with it; without web security nothing is proved about policies. */
const unwanted: ReadonlySet<string> = new Set([
  '--single-process',
  '--no-zygote',
  '--disable-web-security',
  '--allow-running-insecure-content',
]);

export async function launchBrowser(): Promise<Browser> {
  return playwright.launch({
    executablePath: await chromium.executablePath(),
    args: [...chromium.args.filter((argument) => !unwanted.has(argument)), '--disable-background-networking'],
    headless: true,
  });
}

/**
 * What the pane is served with: no inline code at all. The one hash is that of the empty style element that the
 * component library fills through the style sheet's own interface.
 */
const strictPolicy = [
  "default-src 'self'",
  "script-src 'self' https://appsforoffice.microsoft.com",
  "style-src 'self' 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='",
  "img-src 'self' data:",
  // As a deployment allows its own sign-in.
  "connect-src 'self' https://login.microsoftonline.com",
  "worker-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
].join('; ');

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
};

export interface Served {
  readonly origin: string;
  readonly close: () => Promise<void>;
}

/** Serves the built pane alone; without the functions, so signed out. */
export async function servePane(): Promise<Served> {
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://host').pathname;
    const file = normalize(join(paneFolder, path === '/' ? 'index.html' : path));
    if (!file.startsWith(paneFolder + sep) || !existsSync(file) || !statSync(file).isFile()) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, {
      'Content-Type': types[extname(file)] ?? 'application/octet-stream',
      'Content-Security-Policy': strictPolicy,
    });
    createReadStream(file).pipe(response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

export interface PageOptions {
  readonly width?: number;
  readonly height?: number;
  readonly dark?: boolean;
  /** Collects what the page reports: errors, refused resources, policy violations. */
  readonly complaints?: string[];
}

/** A page as wide as a task pane. Office's online script comes from the installed package. */
export async function openPage(browser: Browser, options: PageOptions = {}): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: options.width ?? 320, height: options.height ?? 720 },
    colorScheme: options.dark === true ? 'dark' : 'light',
    reducedMotion: 'reduce',
    acceptDownloads: true,
  });
  const page = await context.newPage();
  await page.route(`${officeOnline}**`, (route) => {
    const file = normalize(join(officeFolder, new URL(route.request().url()).pathname.replace('/lib/1/hosted/', '')));
    return file.startsWith(officeFolder + sep) && existsSync(file)
      ? route.fulfill({ path: file, contentType: 'text/javascript' })
      : route.abort();
  });
  page.on('pageerror', (error) => options.complaints?.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') options.complaints?.push(message.text());
  });
  return page;
}

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readPane, servePane } from '../../../functions/http/pane.ts';
import type { Outgoing } from '../../../functions/http/serve.ts';

let root: string;

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'pane-'));
  mkdirSync(join(root, 'pane', 'assets'), { recursive: true });
  writeFileSync(join(root, 'pane', 'taskpane.html'), '<!doctype html>');
  writeFileSync(join(root, 'pane', 'index.html'), '<!doctype html>');
  writeFileSync(join(root, 'pane', 'assets', 'main-AbCd1234.js'), 'export {};');
  writeFileSync(join(root, 'host.json'), '{}');
});
afterAll(() => rmSync(root, { recursive: true }));

function get(path: string | undefined, method = 'GET', headers: Record<string, string> = {}): Outgoing {
  return servePane(readPane({ AzureWebJobsScriptRoot: root }), {
    method,
    headers: new Headers(headers),
    query: new URLSearchParams(),
    params: path === undefined ? {} : { path },
    body: null,
  });
}

test('the page for Excel may be framed by Office, the one for browsers by nobody', () => {
  const [excel, browser] = [get('taskpane.html'), get('index.html')];
  expect([excel.status, excel.headers['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
  expect(excel.headers['content-security-policy']).toContain('https://*.officeapps.live.com');
  expect(browser.headers['content-security-policy']).toContain("frame-ancestors 'none'");
});

test('an empty name is the page for browsers', () => {
  expect(get(undefined).headers.etag).toBe(get('index.html').headers.etag);
});

test('files named by their content are kept, pages are asked for again', () => {
  expect(get('assets/main-AbCd1234.js').headers['cache-control']).toBe('public, max-age=31536000, immutable');
  const { headers } = get('index.html');
  expect(headers['cache-control']).toBe('no-cache');
  expect(get('index.html', 'GET', { 'if-none-match': headers.etag ?? '' }).status).toBe(304);
});

describe('nothing else is served', () => {
  test.each(['../host.json', '..%2Fhost.json', 'assets', 'assets/../../host.json', '/etc/passwd', 'host.json'])(
    '%s',
    (path) => {
      expect(get(path)).toMatchObject({ status: 404 });
    },
  );

  test('to another method', () => {
    expect(get('index.html', 'POST')).toMatchObject({ status: 405, headers: { allow: 'GET, HEAD' } });
  });

  test('where no pane was deployed', () => {
    expect(readPane({}).size).toBe(0);
  });
});

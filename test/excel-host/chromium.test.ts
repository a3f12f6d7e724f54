import { createServer, type Server } from 'node:http';
import { readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import chromium from '@sparticuz/chromium';
import { chromium as playwright, type Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { excelPageScript } from './chromium.ts';
import { officeFolder } from './office-folder.ts';

const sample = readFileSync(new URL('../fixtures/samples/ttxvn-bao-cao-2023-11.xlsx', import.meta.url));
const html = '<!doctype html><title>Ngăn</title><script src="/office-js/office.js"></script>';

let server: Server;
let browser: Browser;
let address: string;

beforeAll(async () => {
  server = createServer((request, response) => {
    const url = (request.url ?? '').replace(/\?.*$/, '');
    if (url === '/taskpane.html') response.setHeader('Content-Type', 'text/html; charset=utf-8').end(html);
    else if (/^\/office-js\/[\w./-]+$/.test(url) && !url.includes('..'))
      try {
        response.end(readFileSync(path.join(officeFolder, url.slice('/office-js/'.length))));
      } catch {
        response.writeHead(404).end();
      }
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  browser = await playwright.launch({
    executablePath: await chromium.executablePath(),
    args: [...chromium.args, '--disable-background-networking'],
    headless: true,
  });
});

afterAll(async () => {
  await browser.close();
  server.close();
});

it('runs the unmodified office.js in a page', async () => {
  const page = await browser.newPage();
  await page.addInitScript({ content: await excelPageScript(sample, { name: 'bao-cao.xlsx' }) });
  await page.goto(`${address}/taskpane.html`);
  const seen = await page.evaluate(`(async () => {
    const { host } = await Office.onReady();
    const excel = await window.excelHost;
    const values = await Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem('Báo cáo').getRange('A4');
      range.load('values');
      await context.sync();
      range.values = [['Sửa từ trang']];
      await context.sync();
      return range.values;
    });
    return { host, read: values[0][0], now: excel.valueOf('Báo cáo', 'A4'), syncs: excel.syncs, unserved: excel.unserved };
  })()`);
  expect(seen).toMatchObject({ host: 'Excel', now: 'Sửa từ trang', syncs: 2, unserved: [] });
  await page.close();
});

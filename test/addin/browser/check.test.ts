/** The Check and Templates tabs of the built pane, in a plain browser and in Excel. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readWorkbook } from '../../../core/file/read.ts';
import { inflate } from '../../../functions/zlib.ts';
import { excelPageScript } from '../../excel-host/chromium.ts';
import { launchBrowser, openPage, paneIsBuilt, servePane, type Served } from './launch.ts';

const sample = (name: string): string => fileURLToPath(new URL(`../../fixtures/samples/${name}`, import.meta.url));
const roster = sample('tu-phap-danh-sach.xlsx');

describe.skipIf(!paneIsBuilt())('the pane', () => {
  let browser: Browser;
  let served: Served;

  beforeAll(async () => {
    [browser, served] = await Promise.all([launchBrowser(), servePane()]);
  });
  afterAll(async () => {
    await browser.close();
    await served.close();
  });

  async function downloaded(page: Page, act: () => Promise<void>): Promise<Uint8Array> {
    const [download] = await Promise.all([page.waitForEvent('download'), act()]);
    return readFileSync(await download.path());
  }

  /** Signed out and without a server, the pane says so when asked; nothing else may complain. */
  const serious = (complaints: readonly string[]): string[] =>
    complaints.filter((text) => !/status of 404|status of 405/.test(text));

  it('checks dropped files, fixes one after a preview, takes it back, and hands it out', async () => {
    const complaints: string[] = [];
    const page = await openPage(browser, { complaints });
    await page.goto(`${served.origin}/index.html`);
    const panel = page.getByRole('tabpanel', { name: 'Kiểm tra' });
    await panel.locator('input[type=file]').setInputFiles([roster, sample('ttxvn-bao-cao-2023-11.xlsx')]);
    await panel.getByRole('heading', { name: 'Còn 1 lỗi cần sửa' }).waitFor();
    const dates = panel.getByRole('article', { name: /Ngày là giá trị ngày của Excel/ });
    expect(await dates.getByRole('listitem').count()).toBe(2);
    await dates.getByRole('button', { name: '1 ô khác' }).click();
    expect(await dates.getByRole('listitem').count()).toBe(3);

    await dates.getByRole('button', { name: 'Sửa giúp 3 ô' }).click();
    const preview = page.getByRole('dialog');
    await preview.getByRole('checkbox', { name: 'Danh sách!G15' }).uncheck();
    await preview.getByRole('button', { name: 'Sửa 2 ô' }).click();
    await panel.getByText('Đã sửa 2 ô.').first().waitFor();
    await panel.getByRole('button', { name: 'Sửa giúp tôi' }).waitFor();

    const fixed = await downloaded(page, () => panel.getByRole('button', { name: 'Tải bản đã sửa' }).click());
    const cells = readWorkbook(fixed, { inflate }).sheets[0]?.rows.flatMap(({ row, cells: all }) =>
      all.filter(({ column }) => column === 7 && [14, 15, 16].includes(row)).map(({ value }) => value),
    );
    expect(cells).toEqual([44347, '31/5/2021', 44347]);

    await panel.getByRole('button', { name: 'Hoàn tác' }).click();
    await panel.getByRole('button', { name: 'Sửa giúp 3 ô' }).waitFor();
    await page.getByRole('button', { name: /English/ }).click();
    await page.getByRole('heading', { name: '1 error to correct' }).waitFor();
    expect(serious(complaints)).toEqual([]);
    await page.context().close();
  });

  it('says what is wrong with a file that is no workbook', async () => {
    const page = await openPage(browser);
    await page.goto(`${served.origin}/index.html`);
    const panel = page.getByRole('tabpanel', { name: 'Kiểm tra' });
    await panel
      .locator('input[type=file]')
      .setInputFiles([{ name: 'a.xlsx', mimeType: 'text/plain', buffer: Buffer.from('tên,chức vụ\n1,2\n') }]);
    await panel.getByRole('group', { name: /./ }).or(panel.locator('.fui-MessageBar')).first().waitFor();
    expect(await panel.locator('.fui-MessageBar').innerText()).not.toContain('chưa rõ nguyên nhân');
    // The same gate as before submitting: the name counts too.
    await panel
      .locator('input[type=file]')
      .setInputFiles([{ name: 'TỐI MẬT danh sach.xlsx', mimeType: '', buffer: readFileSync(roster) }]);
    await panel
      .getByRole('button', { name: /TỐI MẬT/ })
      .first()
      .click();
    await panel.getByRole('article', { name: /chỉ độ mật/ }).waitFor();
    await page.context().close();
  });

  it('makes a template and moves an old workbook into a new one', async () => {
    const complaints: string[] = [];
    const page = await openPage(browser, { complaints, dark: true, width: 480 });
    await page.goto(`${served.origin}/index.html?tab=templates`);
    const panel = page.getByRole('tabpanel', { name: 'Tệp mẫu' });
    await panel.getByRole('combobox').pressSequentially('thong tan');
    await page.getByRole('option', { name: /Thông tấn xã/ }).click();
    await panel.getByRole('textbox').fill('11/2023');
    const template = await downloaded(page, () => panel.getByRole('button', { name: 'Tải tệp mẫu' }).click());
    expect(readWorkbook(template, { inflate }).properties.get('BlocRollupPeriod')).toBe('2023-11');

    await panel.locator('input[type=file]').setInputFiles(roster);
    await panel.getByText(/Đã chuyển đủ \d+ ô\./).waitFor();
    const repaired = await downloaded(page, () => panel.getByRole('button', { name: 'Tải tệp mới' }).click());
    expect(readWorkbook(repaired, { inflate }).properties.get('BlocRollupTemplate')).toMatch(/^roster\//);
    expect(serious(complaints)).toEqual([]);
    await page.context().close();
  });

  it('checks the workbook open in Excel at once, selects a cell, and follows edits', async () => {
    const complaints: string[] = [];
    const page = await openPage(browser, { complaints });
    await page.addInitScript({ content: await excelPageScript(readFileSync(roster)) });
    await page.goto(`${served.origin}/taskpane.html`);
    const panel = page.getByRole('tabpanel', { name: 'Kiểm tra' });
    await panel.getByRole('heading', { name: 'Còn 1 lỗi cần sửa' }).waitFor();
    await panel.getByRole('button', { name: 'Sửa giúp 3 ô' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Sửa 3 ô' }).click();
    await panel.getByText('Đã sửa 3 ô.').first().waitFor();
    await panel.getByRole('article', { name: /Ngày là giá trị ngày của Excel/ }).waitFor({ state: 'detached' });
    await panel.getByRole('button', { name: 'Hoàn tác' }).click();
    await panel.getByRole('article', { name: /Ngày là giá trị ngày của Excel/ }).waitFor();
    expect(serious(complaints)).toEqual([]);
    await page.context().close();
  });
});

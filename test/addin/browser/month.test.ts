/** A month in a plain browser, with the real functions behind it: 61 workbooks, the board, the summary. */
import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readWorkbook } from '../../../core/file/read.ts';
import { defaultProfileId, profiles } from '../../../core/profiles/index.ts';
import { valueText, type Sheet } from '../../../core/sheet.ts';
import { planReports } from '../../../functions/demo/plan.ts';
import { seededRandom } from '../../../functions/demo/random.ts';
import { reportWorkbook } from '../../../functions/demo/workbooks.ts';
import { inflate } from '../../../functions/zlib.ts';
import { launchBrowser, openPage } from './launch.ts';
import { hostIsBuilt, startLocalHost, type RunningHost } from './local-host.ts';
import { chooseMonth, openTab, signIn, tabTo, violationsOf, type TabName } from './pane.ts';

const period = '2023-10';
const everyTab: readonly TabName[] = ['Kiểm tra', 'Tệp mẫu', 'Nộp', 'Theo dõi', 'Tổng hợp'];

interface Workbook {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

async function reportsOf(month: string, wanted: (mishap: string) => boolean): Promise<Workbook[]> {
  const profile = profiles.get(defaultProfileId);
  if (!profile) throw new Error('no profile');
  const random = seededRandom(61);
  const reports: Workbook[] = [];
  for (const plan of planReports(profile))
    if (plan.period === month && wanted(plan.mishap))
      reports.push({
        name: `bao-cao_${plan.organisation.id}_${plan.version}.xlsx`,
        mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
        buffer: Buffer.from(await reportWorkbook(plan, random)),
      });
  return reports;
}

/** The rows below the header that starts with STT, as texts. */
function tableOf(sheet: Sheet | undefined): string[][] {
  const rows = (sheet?.rows ?? []).map(({ cells }) => cells.map(({ value }) => valueText(value)));
  const header = rows.findIndex(([first]) => first === 'STT');
  return rows.slice(header + 1).filter(([first]) => /^\d+$/.test(first ?? ''));
}

describe.skipIf(!hostIsBuilt())('a month in a plain browser', () => {
  let host: RunningHost;
  let browser: Browser;
  let page: Page;
  let reports: Workbook[];
  const complaints: string[] = [];

  beforeAll(async () => {
    [host, browser, reports] = await Promise.all([startLocalHost(), launchBrowser(), reportsOf(period, () => true)]);
    page = await openPage(browser, { complaints });
    await page.goto(host.origin);
    await signIn(page, null);
  });
  afterAll(async () => {
    await browser.close();
    await host.stop();
  });

  it('receives 61 dropped workbooks, each with a receipt', async () => {
    expect(reports).toHaveLength(61);
    const panel = await openTab(page, 'Nộp');
    await panel.locator('input[type=file]').setInputFiles(reports);
    const send = panel.getByRole('button', { name: 'Nộp 61 tệp' });
    await send.click({ timeout: 40_000 });
    await panel.getByText('61 đã nộp', { exact: true }).waitFor({ timeout: 50_000 });
    await panel
      .getByRole('button', { name: /bao-cao_ttxvn_1/ })
      .first()
      .click();
    const receipt = panel.getByRole('region', { name: 'Biên nhận' });
    expect(await receipt.innerText()).toContain('2023-10~ttxvn~report~0001');
    expect(await receipt.innerText()).toContain('Máy chủ kết luận giống hệt bản kiểm tra trên máy này.');
  });

  it('gives the same receipt for the same content', async () => {
    const panel = await openTab(page, 'Nộp');
    await panel.getByRole('button', { name: 'Bỏ tất cả' }).click();
    await panel.locator('input[type=file]').setInputFiles(reports.slice(0, 1));
    await panel.getByRole('button', { name: 'Nộp tệp này' }).click();
    await panel.getByText('Nội dung này đã được nhận trước đây').waitFor();
  });

  it('keeps classified and personal content on the machine', async () => {
    const panel = await openTab(page, 'Nộp');
    const [report] = reports;
    const personal = await reportsOf('2023-11', (mishap) => mishap === 'phoneNumber');
    const sent: string[] = [];
    page.on('request', (request) => {
      if (request.method() === 'POST') sent.push(request.url());
    });
    await panel.getByRole('button', { name: /^Bỏ tệp/ }).click();
    const marked = { name: 'TỐI MẬT bao cao.xlsx', mimeType: '', buffer: report?.buffer ?? Buffer.alloc(0) };
    await panel.locator('input[type=file]').setInputFiles([marked, ...personal]);
    await panel.getByText('2 chưa gửi được', { exact: true }).waitFor();
    await panel
      .getByRole('button', { name: /TỐI MẬT/ })
      .first()
      .click();
    await panel.getByText('Tệp có dấu chỉ độ mật: không được gửi qua hệ thống này.').waitFor();
    expect(await panel.getByRole('button', { name: /^(Nộp|Vẫn nộp)/ }).count()).toBe(0);
    expect(sent).toEqual([]);
    expect(await violationsOf(page)).toEqual([]);
    await panel.getByRole('button', { name: 'Bỏ tất cả' }).click();
  });

  it('tracks the month: board, filter, history, extension, chasing', async () => {
    const panel = await openTab(page, 'Theo dõi');
    await chooseMonth(panel, '10/2023');
    await panel.getByText('61/61 đơn vị đã nộp').waitFor();
    await panel.getByRole('searchbox', { name: 'Tìm đơn vị' }).fill('thong tan xa');
    await panel.getByText('1/61 đơn vị', { exact: true }).waitFor();
    await panel.getByRole('button', { name: /Thông tấn xã/ }).click();
    await panel.getByText('Báo cáo tháng · Lần 1 · bản hiện hành').waitFor();
    expect(await violationsOf(page)).toEqual([]);
    await panel.getByRole('button', { name: 'Gia hạn…' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox', { name: /Gia hạn đến ngày/ }).fill('31/12/2030');
    await dialog.getByRole('textbox', { name: /Lý do/ }).fill('đơn vị chuyển trụ sở');
    expect(await violationsOf(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Ghi nhận' }).click();
    await panel
      .getByText(/gia hạn đến 31\/12\/2030/)
      .first()
      .waitFor();
    await panel.getByText('đúng hạn').first().waitFor();
    await panel.getByRole('tab', { name: 'Đôn đốc' }).click();
    await panel.getByRole('button', { name: /^Chép cả \d+ thư$/ }).waitFor();
  });

  it('rehearses, merges, and hands out a summary that ties', async () => {
    const panel = await openTab(page, 'Tổng hợp');
    await chooseMonth(panel, '10/2023');
    await panel.getByRole('button', { name: 'Chạy thử' }).click();
    await panel.getByText('61/61').waitFor();
    await panel.getByRole('button', { name: 'Tổng hợp', exact: true }).click();
    await panel.getByText('Đã có bản tổng hợp tháng 10/2023.').waitFor({ timeout: 30_000 });
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      panel.getByRole('button', { name: 'Tải bản tổng hợp', exact: true }).click(),
    ]);
    const workbook = readWorkbook(readFileSync(await download.path()), { inflate });
    const sheet = (name: string): Sheet | undefined => workbook.sheets.find((one) => one.name === name);
    expect(tableOf(sheet('Tình hình nộp'))).toHaveLength(61);
    const ties = tableOf(sheet('Đối soát'));
    expect(ties.length).toBeGreaterThanOrEqual(61);
    for (const [, , , , source, merged, excluded] of ties)
      expect(Number(source)).toBe(Number(merged) + Number(excluded));
    const streams = ties.filter(([, , , table]) => table === 'nội dung').map(([, , , , , merged]) => Number(merged));
    expect(tableOf(sheet('Nội dung'))).toHaveLength(streams.reduce((sum, count) => sum + count, 0));
  });

  it('traces a row to its cell and a submission to its rows', async () => {
    const panel = await openTab(page, 'Tổng hợp');
    await panel.getByRole('button', { name: 'Truy nguồn' }).click();
    await panel.getByRole('combobox', { name: 'Bảng' }).selectOption({ label: 'Kiến nghị' });
    await panel.getByRole('region', { name: 'Truy nguồn' }).getByRole('button', { expanded: false }).first().click();
    await panel.getByRole('button', { name: 'Xem ô gốc' }).click();
    await panel.getByRole('region', { name: /^Dòng \d+ của bản gốc$/ }).waitFor();
    await panel.getByText(/Cùng bản nộp này vào các dòng/).waitFor();
    expect(await violationsOf(page)).toEqual([]);

    const track = await openTab(page, 'Theo dõi');
    await track.getByRole('tab', { name: 'Tình hình' }).click();
    await track.getByRole('searchbox', { name: 'Tìm đơn vị' }).fill('thông tấn');
    await track.getByRole('button', { name: /Thông tấn xã/ }).click();
    await track.getByRole('button', { name: /^Thao tác với Báo cáo tháng/ }).click();
    await page.getByRole('menuitem', { name: 'Đã vào dòng nào của bản tổng hợp' }).click();
    await track
      .getByText(/«Nội dung» dòng \d+/)
      .first()
      .waitFor();
  });

  it('has no accessibility violations on any tab, light or dark', async () => {
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      const what = colorScheme === 'light' ? 'all' : 'colours';
      for (const tab of everyTab) {
        await openTab(page, tab);
        expect([colorScheme, tab, ...(await violationsOf(page, what))]).toEqual([colorScheme, tab]);
      }
      // Their parts hold nothing whose colours the tabs have not shown.
      if (what === 'colours') continue;
      const track = await openTab(page, 'Theo dõi');
      for (const view of ['Đôn đốc', 'Đột xuất', 'Kiến nghị', 'Tình hình']) {
        await track.getByRole('tab', { name: view }).click();
        await track.getByText('Đang tải…').waitFor({ state: 'detached' });
        expect([colorScheme, view, ...(await violationsOf(page, what))]).toEqual([colorScheme, view]);
      }
    }
    await page.emulateMedia({ colorScheme: 'light' });
  });

  it('asks nothing of the browser that its policies forbid', () => {
    expect(complaints).toEqual([]);
  });

  it('takes a committee through sign-in, submitting and its own line by keyboard alone', async () => {
    const keys = await openPage(browser);
    const own = reports.filter(({ name }) => name.startsWith('bao-cao_ttxvn'));
    // From the start: a chooser asked for only now might be answered by the browser itself.
    keys.on('filechooser', (chooser) => void chooser.setFiles(own));
    await keys.goto(host.origin);
    await tabTo(keys, /^Đăng nhập$/);
    await keys.keyboard.press('Enter');
    await keys.getByRole('dialog').waitFor();
    await tabTo(keys, /^Đăng nhập$/);
    await keys.keyboard.press('Enter');
    await keys.getByRole('tab', { name: 'Theo dõi' }).waitFor();
    await tabTo(keys, /^Kiểm tra$/);
    await keys.keyboard.press('ArrowRight');
    await keys.keyboard.press('ArrowRight');
    await keys.keyboard.press('Enter');
    const panel = keys.getByRole('tabpanel', { name: 'Nộp' });
    await panel.waitFor();
    await panel.getByRole('button', { name: 'Chọn tệp' }).waitFor();
    await tabTo(keys, /^Chọn tệp$/);
    await keys.keyboard.press('Enter');
    await panel.getByRole('button', { name: 'Nộp tệp này' }).waitFor();
    await tabTo(keys, /^Nộp tệp này$/);
    await keys.keyboard.press('Enter');
    await panel.getByRole('region', { name: 'Biên nhận' }).waitFor();
    await tabTo(keys, /^Nộp$/, 'Shift+Tab');
    await keys.keyboard.press('ArrowRight');
    await keys.keyboard.press('Enter');
    const track = keys.getByRole('tabpanel', { name: 'Theo dõi' });
    await track.waitFor();
    await tabTo(keys, /^Tháng, ví dụ/);
    await keys.keyboard.press('Control+A');
    await keys.keyboard.type('10/2023');
    await keys.keyboard.press('Enter');
    await track.getByText('Báo cáo tháng · Lần 1 · bản hiện hành').waitFor();
    expect(
      await track.getByRole('list', { name: 'Tình hình của đơn vị' }).getByRole('listitem').count(),
    ).toBeGreaterThan(0);
    expect(await violationsOf(keys)).toEqual([]);
    await keys.context().close();
  });
});

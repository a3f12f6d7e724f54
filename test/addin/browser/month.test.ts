/** A month in a plain browser, with the real functions behind it: 61 workbooks, the board, the summary. */
import { readFileSync } from 'node:fs';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readWorkbook } from '../../../core/file/read.ts';
import { defaultProfileId, profiles } from '../../../core/profiles/index.ts';
import { organisationName } from '../../../core/organisation.ts';
import { valueText, type Sheet } from '../../../core/sheet.ts';
import { planReports } from '../../../functions/demo/plan.ts';
import { demoNames } from '../../../functions/demo/texts.ts';
import { seededRandom } from '../../../functions/demo/random.ts';
import { reportWorkbook, rosterWorkbook } from '../../../functions/demo/workbooks.ts';
import { inflate } from '../../../functions/zlib.ts';
import { reportSaying } from '../report-saying.ts';
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

const shipped = profiles.get(defaultProfileId);
if (!shipped) throw new Error('no profile');
const profile = shipped;

const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

async function reportsOf(month: string, wanted: (mishap: string) => boolean): Promise<Workbook[]> {
  const random = seededRandom(61);
  const reports: Workbook[] = [];
  for (const plan of planReports(profile))
    if (plan.period === month && wanted(plan.mishap))
      reports.push({
        name: `bao-cao_${plan.organisation.id}_${plan.version}.xlsx`,
        mimeType,
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
  let november: Workbook[];
  let oneStream: Workbook[];
  const complaints: string[] = [];

  beforeAll(async () => {
    [host, browser, reports, november, oneStream] = await Promise.all([
      startLocalHost(),
      launchBrowser(),
      reportsOf(period, () => true),
      reportsOf('2023-11', (mishap) => mishap === 'none'),
      reportsOf('2023-11', (mishap) => mishap === 'oneStream'),
    ]);
    page = await openPage(browser, { complaints });
    await page.goto(host.origin);
    await signIn(page, null);
  });
  afterAll(async () => {
    await browser.close();
    await host.stop();
  });

  /** Finds the committee on the board and shows its versions. */
  async function openCommittee(panel: Locator, name: string): Promise<void> {
    await panel.getByRole('tab', { name: 'Tình hình' }).click();
    await panel.getByRole('searchbox', { name: 'Tìm đơn vị' }).fill(name);
    await panel.getByText('1/61 đơn vị', { exact: true }).waitFor();
    const row = panel.getByRole('list', { name: 'Tình hình từng đơn vị' }).getByRole('listitem').first();
    const head = row.getByRole('button').first();
    if ((await head.getAttribute('aria-expanded')) !== 'true') await head.click();
    await panel
      .getByRole('button', { name: /^Thao tác với Báo cáo tháng/ })
      .first()
      .waitFor();
  }

  /** The shown version's menu, its dialog, a reason. */
  async function decide(panel: Locator, action: string, reason: string): Promise<void> {
    await panel
      .getByRole('button', { name: /^Thao tác với Báo cáo tháng/ })
      .first()
      .click();
    await page.getByRole('menuitem', { name: action }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox', { name: /Lý do/ }).fill(reason);
    await dialog.getByRole('button', { name: 'Ghi nhận' }).click();
    await dialog.waitFor({ state: 'detached' });
  }

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

  it('stops what is being sent, and sends it again', async () => {
    const panel = await openTab(page, 'Nộp');
    await panel.locator('input[type=file]').setInputFiles(november.slice(0, 4));
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    await page.route(/\/api\/(validate|submissions)\?/, async (route) => {
      await held;
      await route.continue().catch(() => undefined);
    });
    await panel.getByRole('button', { name: 'Nộp 4 tệp' }).click();
    await panel.getByText('đang gửi 0 %').first().waitFor();
    const [first] = november;
    await panel.getByRole('button', { name: `Dừng: ${first?.name ?? ''}` }).click();
    await panel.getByRole('button', { name: `Bỏ tệp ${first?.name ?? ''}` }).waitFor();
    await panel.getByRole('button', { name: 'Dừng', exact: true }).click();
    await panel.getByText('4 sẵn sàng', { exact: true }).waitFor();
    release();
    await page.unroute(/\/api\/(validate|submissions)\?/);
    await panel.getByRole('button', { name: 'Nộp 4 tệp' }).click();
    await panel.getByText('4 đã nộp', { exact: true }).waitFor();
    await panel.getByRole('button', { name: 'Bỏ tất cả' }).click();
  });

  it('holds back a report that names a collaborator of the roster', async () => {
    const panel = await openTab(page, 'Nộp');
    const name = 'Khuất Duy Tiến';
    const [organisation] = profile.organisations.filter(({ id }) => id === 'ttxvn');
    const [report] = november.filter((one) => one.name.startsWith('bao-cao_ttxvn'));
    if (!organisation || !report) throw new Error('no such committee');
    // Fewer would be a small group, whose streams the summary does not trace.
    const names = [name, ...demoNames.slice(0, 14)];
    const plan = { organisation, teamKind: 'team', size: names.length, mishap: 'none' } as const;
    const roster = Buffer.from(await rosterWorkbook(plan, names, seededRandom(1)));
    const naming = reportSaying(report.buffer, `Theo ${name}, nhiều ý kiến băn khoăn về lộ trình.`, profile);
    await panel.locator('input[type=file]').setInputFiles({ name: 'danh-sach.xlsx', mimeType, buffer: roster });
    await panel.getByRole('button', { name: /^(Nộp tệp này|Vẫn nộp)/ }).click();
    await panel.getByRole('region', { name: 'Biên nhận' }).waitFor();
    await panel.getByRole('button', { name: /^Bỏ tệp/ }).click();
    const sent: string[] = [];
    page.on('request', (request) => {
      if (request.method() === 'POST') sent.push(new URL(request.url()).pathname);
    });
    await panel
      .locator('input[type=file]')
      .setInputFiles({ name: 'neu-ten.xlsx', mimeType, buffer: Buffer.from(naming) });
    await panel.getByRole('button', { name: /^(Nộp tệp này|Vẫn nộp)/ }).click();
    await panel.getByText('1 chỗ nêu tên cộng tác viên trong danh sách của đơn vị.').waitFor();
    expect(sent).toEqual(['/api/validate']);
    expect(await panel.innerText()).not.toContain(name);
    await panel.getByRole('button', { name: /^Bỏ tệp/ }).click();
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
    const copyAll = panel.getByRole('button', { name: /^Chép cả \d+ thư$/ });
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'], { origin: host.origin });
    await copyAll.click();
    await panel.getByText(/^Đã chép \d+ thư\.$/).waitFor();
    const copied = await page.evaluate<string>('navigator.clipboard.readText()');
    expect(copied.split('———').length).toBe(Number(/\d+/.exec(await copyAll.innerText())?.[0]));
    // Office's embedded pages often refuse the clipboard: the words are copied by selecting them.
    await page.evaluate(
      `navigator.clipboard.writeText = () => Promise.reject(new DOMException('', 'NotAllowedError'))`,
    );
    await panel
      .getByRole('button', { name: /^Chép thư gửi/ })
      .first()
      .click();
    await panel.getByText('Đã chép 1 thư.').waitFor();
    const one = await page.evaluate<string>('navigator.clipboard.readText()');
    expect(copied.startsWith(one)).toBe(true);
  });

  it('excludes a version and takes it back, each with a reason', async () => {
    const panel = await openTab(page, 'Theo dõi');
    await openCommittee(panel, 'thông tấn');
    await decide(panel, 'Loại khỏi tổng hợp…', 'nộp nhầm tệp');
    await panel.getByText(/loại khỏi tổng hợp: nộp nhầm tệp/).waitFor();
    await decide(panel, 'Đưa lại vào tổng hợp…', 'đã xác minh lại');
    await panel.getByText(/loại khỏi tổng hợp/).waitFor({ state: 'detached' });
  });

  it('asks some committees for an ad-hoc report', async () => {
    const panel = await openTab(page, 'Theo dõi');
    await panel.getByRole('tab', { name: 'Đột xuất' }).click();
    await panel.getByRole('button', { name: 'Thêm yêu cầu…' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox', { name: /Nội dung yêu cầu/ }).fill('Dư luận về dự thảo luật');
    await dialog.getByRole('textbox', { name: /Hạn trả lời/ }).fill('31/02/2023');
    await dialog.getByText('Hãy ghi ngày/tháng/năm, ví dụ 28/11/2023.').waitFor();
    await dialog.getByRole('textbox', { name: /Hạn trả lời/ }).fill('30/12/2030');
    await dialog.getByRole('radio', { name: 'Một số đơn vị' }).check();
    await dialog.getByText('Hãy chọn ít nhất một đơn vị.').waitFor();
    await dialog.getByRole('checkbox', { name: /Thông tấn xã/ }).check();
    expect(await violationsOf(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Tạo yêu cầu' }).click();
    const request = panel.getByRole('listitem').filter({ hasText: 'Dư luận về dự thảo luật' });
    await request.getByText(/hạn .*30\/12\/2030.* 1 đơn vị/).waitFor();
  });

  it('answers a proposal', async () => {
    const panel = await openTab(page, 'Theo dõi');
    await panel.getByRole('tab', { name: 'Kiến nghị' }).click();
    await panel.getByRole('button', { name: 'Cập nhật…' }).first().click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('radio', { name: 'đã trả lời' }).check();
    const save = dialog.getByRole('button', { name: 'Ghi nhận' });
    expect(await save.getAttribute('aria-disabled')).toBe('true');
    await dialog.getByRole('textbox', { name: /Nội dung trả lời/ }).fill('Đã đưa vào chương trình công tác năm 2024.');
    await save.click();
    await panel.getByText('Đã đưa vào chương trình công tác năm 2024.').waitFor();
    await panel.getByRole('combobox', { name: 'Lọc theo tình trạng' }).selectOption({ label: 'đã trả lời (1)' });
    expect(await panel.getByRole('button', { name: 'Cập nhật…' }).count()).toBe(1);
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

  it('stops a merge and keeps the summary there was', async () => {
    const panel = await openTab(page, 'Tổng hợp');
    await panel.getByRole('button', { name: 'Tổng hợp lại' }).click();
    await panel.getByRole('button', { name: 'Dừng tổng hợp' }).click();
    await panel.getByText('Đã dừng. Bản tổng hợp trước vẫn còn nguyên.').waitFor();
    const summaries = panel.getByRole('region', { name: 'Các bản tổng hợp' }).getByRole('listitem');
    await summaries.filter({ hasText: 'đã dừng' }).waitFor();
    expect(await summaries.filter({ hasText: 'bản hiện hành' }).innerText()).toContain('đã công bố');
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
    await openCommittee(track, 'thông tấn');
    await track.getByRole('button', { name: /^Thao tác với Báo cáo tháng/ }).click();
    await page.getByRole('menuitem', { name: 'Đã vào dòng nào của bản tổng hợp' }).click();
    await track
      .getByText(/«Nội dung» dòng \d+/)
      .first()
      .waitFor();
  });

  it('accepts a finding, and withdraws a version', async () => {
    const submit = await openTab(page, 'Nộp');
    await submit.locator('input[type=file]').setInputFiles(oneStream);
    await submit.getByRole('button', { name: /^(Nộp tệp này|Vẫn nộp)/ }).click();
    await submit.getByRole('region', { name: 'Biên nhận' }).waitFor();
    const panel = await openTab(page, 'Theo dõi');
    await chooseMonth(panel, '11/2023');
    const { id } = planReports(profile).find(({ mishap }) => mishap === 'oneStream')?.organisation ?? { id: '' };
    await openCommittee(panel, organisationName(profile, id));
    await panel.getByRole('button', { name: /^Thao tác với Báo cáo tháng/ }).click();
    await page.getByRole('menuitem', { name: 'Xem phát hiện' }).click();
    await panel.getByRole('button', { name: 'Chấp nhận…' }).first().click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox', { name: /Lý do/ }).fill('tháng này chỉ có một luồng ý kiến');
    await dialog.getByRole('button', { name: 'Ghi nhận' }).click();
    await panel.getByText(/chấp nhận: tháng này chỉ có một luồng ý kiến/).waitFor();
    await decide(panel, 'Rút bản nộp…', 'đơn vị xin nộp lại');
    await panel.getByText(/đã rút: đơn vị xin nộp lại/).waitFor();
    await chooseMonth(panel, '10/2023');
    await panel.getByText('61/61 đơn vị đã nộp').waitFor();
  });

  it.each([
    { colorScheme: 'light', forcedColors: 'none' },
    { colorScheme: 'dark', forcedColors: 'none' },
    { colorScheme: 'dark', forcedColors: 'active' },
  ] as const)('has no accessibility violations on any tab: $colorScheme, forced $forcedColors', async (media) => {
    await page.emulateMedia(media);
    const colours = media.forcedColors === 'none' ? 'own' : 'forced';
    for (const tab of everyTab) {
      await openTab(page, tab);
      expect([tab, ...(await violationsOf(page, colours))]).toEqual([tab]);
    }
    // Their parts hold nothing whose colours the tabs have not shown.
    if (media.colorScheme === 'light') {
      const track = await openTab(page, 'Theo dõi');
      for (const view of ['Đôn đốc', 'Đột xuất', 'Kiến nghị', 'Tình hình']) {
        await track.getByRole('tab', { name: view }).click();
        expect([view, ...(await violationsOf(page))]).toEqual([view]);
      }
    }
    await page.emulateMedia({ colorScheme: 'light', forcedColors: 'none' });
  });

  it('shows focus and choice where colours are forced', async () => {
    const track = await openTab(page, 'Theo dõi');
    await track.getByRole('tab', { name: 'Tình hình' }).click();
    await page.emulateMedia({ forcedColors: 'active' });
    const border = (of: Locator): Promise<string> => of.evaluate((element) => getComputedStyle(element).borderTopWidth);
    const filter = track.getByRole('list', { name: 'Lọc theo thời hạn' }).getByRole('button').first();
    expect(await border(filter)).toBe('1px');
    await filter.press('Enter');
    // React draws the choice a moment after the key.
    await expect.poll(() => border(filter)).toBe('2px');
    expect(await filter.evaluate((element) => getComputedStyle(element).outlineStyle)).toBe('solid');
    await filter.press('Enter');
    await page.emulateMedia({ forcedColors: 'none' });
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

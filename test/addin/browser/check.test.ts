/** The built pane without the functions: checking, templates, and signing in as a deployment does. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readWorkbook } from '../../../core/file/read.ts';
import { defaultProfile } from '../../../addin/shipped-profile.ts';
import { inflate } from '../../../functions/zlib.ts';
import { excelPageScript } from '../../excel-host/chromium.ts';
import type { Session, SignIn } from '../../../core/api.ts';
import { launchBrowser, openPage, paneIsBuilt, servePane, type Served } from './launch.ts';
import { bridgeScript, type BridgePlan } from './sign-in-bridge.ts';

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

    await page.getByRole('tab', { name: 'Tệp mẫu' }).click();
    const templates = page.getByRole('tabpanel', { name: 'Tệp mẫu' });
    await templates.getByRole('radio', { name: 'Danh sách cộng tác viên' }).check();
    await templates.getByRole('combobox').pressSequentially('thong tan');
    await page.getByRole('option', { name: /Thông tấn xã/ }).click();
    await templates.getByRole('button', { name: 'Thêm vào tệp đang mở' }).click();
    await templates.getByText('Đã thêm các trang mẫu vào cuối tệp đang mở.').waitFor();
    expect(
      await page.evaluate<string[]>('window.excelHost.then((host) => host.model.sheets.map(({ name }) => name))'),
    ).toContain('Danh sách (2)');
    expect(serious(complaints)).toEqual([]);
    await page.context().close();
  });

  /** A page of a deployment: the account Office is signed in with, its sessions answered here. */
  async function deployed(plan: BridgePlan | null, profile: unknown = {}): Promise<{ page: Page; bearers: string[] }> {
    const page = await openPage(browser);
    const bearers: string[] = [];
    await page.route('**/api/config', (route) =>
      route.fulfill({
        json: {
          mode: 'entra',
          clientId: '11111111-2222-3333-4444-555555555555',
          authority: 'https://login.microsoftonline.com/organizations',
          scope: 'api://bloc/access_as_user',
        } satisfies SignIn,
      }),
    );
    await page.route('**/api/profile', (route) => {
      bearers.push(route.request().headers()['authorization'] ?? '');
      const session = {
        name: 'Cán bộ Khối',
        role: 'bloc',
        organisations: null,
        profile,
        ruleset: '',
        now,
      } as const;
      return route.fulfill({ json: session satisfies Session });
    });
    // Nobody signs in over the network here.
    await page.context().route('https://login.microsoftonline.com/**', (route) => route.abort());
    if (plan) await page.addInitScript({ content: bridgeScript(plan) });
    await page.goto(`${served.origin}/index.html`);
    return { page, bearers };
  }
  const now = '2023-11-20T03:00:00.000Z';
  const signInButton = (page: Page): Locator => page.getByRole('banner').getByRole('button', { name: 'Đăng nhập' });

  it.each<[string, BridgePlan, string[]]>([
    ['at once', { silent: 'token', asking: 'USER_CANCEL' }, ['GetInitContext', 'GetToken']],
    [
      'after asking',
      { silent: 'USER_INTERACTION_REQUIRED', asking: 'token' },
      ['GetInitContext', 'GetToken', 'GetTokenPopup'],
    ],
  ])('signs in with the account of Office, %s', async (_, plan, calls) => {
    const { page, bearers } = await deployed(plan);
    await signInButton(page).click();
    await page.getByRole('tab', { name: 'Tổng hợp' }).waitFor();
    expect(await page.evaluate<string[]>('window.bridgeCalls')).toEqual(calls);
    // The library asks for the usual scopes of an account beside the pane's own.
    expect(bearers).toEqual([expect.stringMatching(/^Bearer token for api:\/\/bloc\/access_as_user/)]);
    await page.context().close();
  });

  it.each<[string, BridgePlan, string]>([
    [
      'closed by the user',
      { silent: 'USER_INTERACTION_REQUIRED', asking: 'USER_CANCEL' },
      'Cửa sổ đăng nhập đã bị đóng.',
    ],
    ['cut off', { silent: 'NO_NETWORK', asking: 'token' }, 'Không kết nối được máy chủ.'],
    ['refused', { silent: 'PERSISTENT_ERROR', asking: 'token' }, 'Tài khoản này không được phép'],
  ])('says why a sign-in came to nothing: %s', async (_, plan, words) => {
    const { page, bearers } = await deployed(plan);
    await signInButton(page).click();
    await page.getByText(`Chưa đăng nhập được. ${words}`).waitFor();
    expect(bearers).toEqual([]);
    await page.getByRole('button', { name: 'Đóng' }).click();
    await page.getByText('Chưa đăng nhập được.').waitFor({ state: 'detached' });
    await signInButton(page).waitFor();
    await page.context().close();
  });

  it('signs in with a window of its own where Office offers no account', async () => {
    const { page, bearers } = await deployed(null);
    const asked: URL[] = [];
    await page.context().route('https://login.microsoftonline.com/**', (route) => {
      const url = new URL(route.request().url());
      asked.push(url);
      const { searchParams } = asked[0] ?? url;
      if (url.pathname.endsWith('/authorize')) {
        const answer = new URLSearchParams({ code: 'code', state: searchParams.get('state') ?? '' });
        const location = `${searchParams.get('redirect_uri') ?? ''}#${answer.toString()}`;
        return route.fulfill({ status: 302, headers: { location } });
      }
      const claims = { oid: 'oid', tid: 'tid', sub: 'oid', nonce: searchParams.get('nonce') };
      return route.fulfill({
        headers: { 'access-control-allow-origin': '*' },
        json: {
          token_type: 'Bearer',
          expires_in: 3600,
          scope: 'api://bloc/access_as_user',
          access_token: 'token of the window',
          id_token: `${encoded({ alg: 'none' })}.${encoded(claims)}.x`,
          client_info: encoded({ uid: 'oid', utid: 'tid' }),
        },
      });
    });
    const [popup] = await Promise.all([page.waitForEvent('popup'), signInButton(page).click()]);
    if (!popup.isClosed()) await popup.waitForEvent('close');
    await page.getByRole('tab', { name: 'Tổng hợp' }).waitFor();
    expect(bearers).toEqual(['Bearer token of the window']);
    expect(asked.map(({ pathname }) => pathname)).toEqual([
      '/organizations/oauth2/v2.0/authorize',
      '/organizations/oauth2/v2.0/token',
    ]);
    expect(asked[0]?.searchParams.get('redirect_uri')).toBe(`${served.origin}/index.html`);
    expect(asked[0]?.searchParams.get('scope')).toContain('api://bloc/access_as_user');
    await page.context().close();
  });
  const encoded = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

  it('judges again by the rules of the server once somebody has signed in', async () => {
    const withoutDates = { ...defaultProfile, rules: defaultProfile.rules.filter(({ id }) => id !== 'text-date') };
    const { page } = await deployed({ silent: 'token', asking: 'token' }, withoutDates);
    const panel = page.getByRole('tabpanel', { name: 'Kiểm tra' });
    await panel.locator('input[type=file]').setInputFiles(roster);
    const dates = panel.getByRole('article', { name: /Ngày là giá trị ngày của Excel/ });
    await dates.waitFor();
    await signInButton(page).click();
    await dates.waitFor({ state: 'detached' });
    await panel.getByRole('heading', { name: 'Còn 1 lỗi cần sửa' }).waitFor();
    await page.context().close();
  });

  it('says that the server is away to whoever wants to sign in', async () => {
    const page = await openPage(browser);
    await page.goto(`${served.origin}/index.html`);
    await signInButton(page).click();
    await page.getByText('Chưa đăng nhập được.').waitFor();
    await page.context().close();
  });
});

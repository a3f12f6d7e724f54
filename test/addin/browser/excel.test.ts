/** The pane in Excel, the real office.js and functions behind it: open a report, check, fix, submit, receipt. */
import { readFileSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readWorkbook } from '../../../core/file/read.ts';
import { inflate } from '../../../functions/zlib.ts';
import { excelPageScript } from '../../excel-host/chromium.ts';
import { launchBrowser, openPage } from './launch.ts';
import { hostIsBuilt, startLocalHost, type RunningHost } from './local-host.ts';
import { chooseMonth, openTab, signIn, violationsOf } from './pane.ts';

const sample = readFileSync(new URL('../../fixtures/samples/tu-phap-bao-cao-2023-11.xlsx', import.meta.url));

describe.skipIf(!hostIsBuilt())('a report in Excel', () => {
  let host: RunningHost;
  let browser: Browser;

  beforeAll(async () => {
    [host, browser] = await Promise.all([startLocalHost(), launchBrowser()]);
  });
  afterAll(async () => {
    await browser.close();
    await host.stop();
  });

  it('is held back, put right and received', async () => {
    const page = await openPage(browser);
    await page.addInitScript({ content: await excelPageScript(sample, { name: 'bao-cao-thang-11.xlsx' }) });
    await page.goto(`${host.origin}/taskpane.html`);
    await page.getByRole('heading', { name: 'Còn 3 lỗi cần sửa' }).waitFor();
    await signIn(page, 'Đảng ủy Bộ Tư pháp');

    const submit = await openTab(page, 'Nộp');
    await submit.getByRole('button', { name: 'Nộp tệp đang mở' }).click();
    await submit.getByText('1 chỗ có dữ liệu nhận ra cá nhân.').waitFor();
    expect(await submit.getByRole('button', { name: /^(Nộp tệp này|Vẫn nộp)/ }).count()).toBe(0);
    expect(await violationsOf(page)).toEqual([]);

    const check = await openTab(page, 'Kiểm tra');
    await check.getByRole('button', { name: 'D19' }).first().click();
    await expect
      .poll(() => page.evaluate<string>('window.excelHost.then((host) => host.selection)'))
      .toBe("'Báo cáo'!D19");
    await page.evaluate(
      `window.excelHost.then((host) => host.edit('Báo cáo', 'D19', 'Một số ý kiến đề nghị làm rõ lộ trình thực hiện.'))`,
    );
    await page.getByRole('heading', { name: 'Còn 2 lỗi cần sửa' }).waitFor();
    for (let left = 2; left > 0; left -= 1) {
      await check
        .getByRole('button', { name: /^Sửa (giúp|tự động)/ })
        .first()
        .click();
      await page
        .getByRole('dialog')
        .getByRole('button', { name: /^Sửa 1 ô$/ })
        .click();
      await page.getByRole('dialog').waitFor({ state: 'detached' });
      if (left > 1) await page.getByRole('heading', { name: `Còn ${left - 1} lỗi cần sửa` }).waitFor();
    }
    await page.getByRole('heading', { name: /^Không (có lỗi|có lỗi nào)/ }).waitFor();

    await openTab(page, 'Nộp');
    await submit.getByRole('button', { name: 'Nộp tệp đang mở' }).click();
    await submit.getByRole('button', { name: 'Nộp tệp này' }).click();
    const receipt = submit.getByRole('region', { name: 'Biên nhận' });
    await receipt.waitFor();
    const words = await receipt.innerText();
    expect(words).toContain('2023-11~tu-phap~report~0001');
    expect(words).toContain('Máy chủ kết luận giống hệt bản kiểm tra trên máy này.');
    expect(words).toContain('Đây là bản sẽ được tổng hợp.');
    expect(await violationsOf(page)).toEqual([]);

    await page
      .getByRole('banner')
      .getByRole('button', { name: /Bộ Tư pháp/ })
      .click();
    await page.getByRole('menuitem', { name: 'Đăng xuất' }).click();
    await signIn(page, null);
    const merge = await openTab(page, 'Tổng hợp');
    await chooseMonth(merge, '11/2023');
    await merge.getByRole('button', { name: 'Tổng hợp', exact: true }).click();
    await merge.getByRole('button', { name: 'Mở bản tổng hợp' }).click();
    await merge.getByText('Đã mở Tong-hop-2023-11.xlsx').waitFor();
    const created = await page.evaluate<string[]>(
      `window.excelHost.then((host) => host.createdWorkbooks.map((bytes) => btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))))`,
    );
    const [summary = ''] = created;
    expect(created).toHaveLength(1);
    const { sheets } = readWorkbook(Buffer.from(summary, 'base64'), { inflate });
    expect(sheets.map(({ name }) => name)).toContain('Đối soát');
    expect(await page.evaluate('window.excelHost.then((host) => host.unserved)')).toEqual([]);
    await page.context().close();
  });
});

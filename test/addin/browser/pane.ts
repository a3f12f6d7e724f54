/** What users do in the pane, by the words they see. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Locator, Page } from 'playwright-core';

export type TabName = 'Kiểm tra' | 'Tệp mẫu' | 'Nộp' | 'Theo dõi' | 'Tổng hợp';

export async function openTab(page: Page, name: TabName): Promise<Locator> {
  await page.getByRole('tab', { name, exact: true }).click();
  const panel = page.getByRole('tabpanel', { name, exact: true });
  await panel.waitFor();
  return panel;
}

/** Signs in on the trial sign-in of the local host; `organisation` is the committee's name, for its staff. */
export async function signIn(page: Page, organisation: string | null): Promise<void> {
  await page.getByRole('banner').getByRole('button', { name: 'Đăng nhập' }).click();
  const dialog = page.getByRole('dialog');
  if (organisation === null) await dialog.getByRole('radio', { name: 'Cán bộ Khối' }).check();
  else await dialog.getByRole('combobox').selectOption({ label: organisation });
  await dialog.getByRole('button', { name: 'Đăng nhập' }).click();
  await dialog.waitFor({ state: 'detached' });
}

export async function chooseMonth(panel: Locator, month: string): Promise<void> {
  const field = panel.getByRole('textbox', { name: /^Tháng/ });
  await field.fill(month);
  await field.press('Enter');
}

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface AxeResults {
  readonly violations: readonly {
    readonly id: string;
    readonly help: string;
    readonly nodes: readonly { readonly html: string }[];
  }[];
}

/** Accessibility violations of the page once it rests, one line each; where colours are forced they are the user's own. */
export async function violationsOf(page: Page, colours: 'own' | 'forced' = 'own'): Promise<string[]> {
  // A view and its button may both be loading.
  await page.getByText('Đang tải…').first().waitFor({ state: 'detached' });
  // A button that becomes usable passes through colours it never keeps; a spinner never ends and is left out.
  await page.evaluate(
    `Promise.allSettled(document.getAnimations().filter((one) => one.effect.getComputedTiming().endTime !== Infinity).map((one) => one.finished))`,
  );
  await page.evaluate(axe);
  const rules = { 'color-contrast': { enabled: colours === 'own' } };
  const { violations } = await page.evaluate<AxeResults>(
    // The library's focus traps: they hand the focus on at once, so nobody ever stands on them.
    `axe.run({ exclude: ['[data-tabster-dummy]'] }, ${JSON.stringify({ rules })})`,
  );
  return violations.map(({ id, help, nodes }) => `${id}: ${help}: ${nodes.map(({ html }) => html).join(' | ')}`);
}

/** Presses Tab until the focus is on what has this name; fails after a round. */
export async function tabTo(page: Page, name: RegExp, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  const seen: string[] = [];
  for (let press = 0; press < 60; press += 1) {
    const focused = await page.evaluate<string>(
      `(() => { const e = document.activeElement; return e === null ? '' : (e.getAttribute('aria-label') ?? (e.innerText || e.textContent || '').split('\\n')[0] ?? '').trim(); })()`,
    );
    if (name.test(focused)) return;
    seen.push(focused.slice(0, 40));
    await page.keyboard.press(key);
  }
  throw new Error(`${String(name)} was not reached by keyboard; seen: ${seen.join(' / ')}`);
}

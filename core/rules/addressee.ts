/** 05-KL/ĐUK clause 5: reports go to the superior's Standing Board through its Propaganda Department. */
import * as z from 'zod';
import { defineRule, documentCell } from '../rule.ts';
import { foldPlain } from '../text/compare.ts';

export const addressee = defineRule({
  id: 'addressee',
  on: 'report',
  severity: 'warning',
  title: { vi: 'Nơi nhận báo cáo', en: 'Addressee of the report' },
  parameters: z.strictObject({}),
  check: (report, { profile: { bloc } }) => {
    const written = foldPlain(report.addressee?.value ?? '');
    const named = [bloc.name, ...bloc.aliases].some((name) => ` ${written} `.includes(` ${foldPlain(name)} `));
    if (named && /\b(ban thuong vu|btv)\b/.test(written) && /\b(ban tuyen giao|btg)\b/.test(written)) return [];
    const args = { expected: `Ban Thường vụ ${bloc.name} (qua Ban Tuyên giáo)`, missing: report.addressee === null };
    return [{ at: report.addressee ?? documentCell(report), args }];
  },
  message: {
    vi: ({ expected, missing }) =>
      missing ? `Báo cáo chưa ghi nơi nhận; nơi nhận là ${expected}.` : `Nơi nhận ghi khác; nơi nhận là ${expected}.`,
    en: ({ expected, missing }) =>
      missing
        ? `The report names no addressee; it goes to “${expected}”.`
        : `The report is addressed otherwise; it goes to “${expected}”.`,
  },
  remedy: {
    vi: ({ expected }) => `Ghi «Kính gửi: ${expected}».`,
    en: ({ expected }) => `Write “Kính gửi: ${expected}”.`,
  },
});

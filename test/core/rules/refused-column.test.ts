import { expect, it } from 'vitest';
import { refusedColumn } from '../../../core/rules/refused-column.ts';
import { at, brief, roster, run } from './build.ts';
import { parsedOf } from './workbook.ts';

it('refused-column accepts a roster without refused columns', () => {
  expect(run(refusedColumn, parsedOf(roster()))).toEqual([]);
});

it('refused-column names each refused column at its header', () => {
  const subject = parsedOf(roster(), {}, { refusedColumns: [at('K11', 'Số CCCD'), at('L11', 'Tôn giáo')] });
  expect(brief(run(refusedColumn, subject))).toEqual([
    {
      severity: 'error',
      cell: 'K11',
      vi: 'Cột «Số CCCD» chứa dữ liệu cá nhân không được thu thập.',
      en: 'The column «Số CCCD» holds personal data that may not be collected.',
    },
    {
      severity: 'error',
      cell: 'L11',
      vi: 'Cột «Tôn giáo» chứa dữ liệu cá nhân không được thu thập.',
      en: 'The column «Tôn giáo» holds personal data that may not be collected.',
    },
  ]);
});

import { expect, it } from 'vitest';
import { missingColumn } from '../../../core/rules/missing-column.ts';
import { at, brief, cell, roster, run } from './build.ts';
import { parsedOf } from './workbook.ts';

const header = cell('A11');
const role = { id: 'role', label: 'Vai trò' };
const term = { id: 'term', label: 'Nhiệm kỳ' };

it.each([
  ['a table with all its columns', parsedOf(roster(), {}, { header })],
  ['an unrecognised workbook', parsedOf(null, {}, { header, missingColumns: [role] })],
])('missing-column accepts %s', (_name, subject) => {
  expect(run(missingColumn, subject)).toEqual([]);
});

it('missing-column tells what is missing and unexpected in one finding', () => {
  const structure = { header, missingColumns: [role, term], unexpectedColumns: [at('K11', 'Tổ'), at('M11', 'Khối')] };
  expect(brief(run(missingColumn, parsedOf(roster(), {}, structure)))).toEqual([
    {
      severity: 'error',
      cell: 'A11',
      related: ['K11', 'M11'],
      vi: 'Thiếu cột: «Vai trò», «Nhiệm kỳ». Có cột ngoài mẫu: «Tổ», «Khối».',
      en: 'Missing columns: «Vai trò», «Nhiệm kỳ». Unexpected columns: «Tổ», «Khối».',
    },
  ]);
});

it('missing-column only warns of unexpected columns', () => {
  const structure = { header, unexpectedColumns: [at('K11', 'Tổ')] };
  expect(brief(run(missingColumn, parsedOf(roster(), {}, structure)))).toEqual([
    {
      severity: 'warning',
      cell: 'A11',
      related: ['K11'],
      vi: 'Có cột ngoài mẫu: «Tổ».',
      en: 'Unexpected columns: «Tổ».',
    },
  ]);
});

it.each([
  ['what other rules warn of', [term, { id: 'decisionNumber', label: 'Số QĐ' }], 'warning'],
  ['the unit represented', [{ id: 'unit', label: 'Đơn vị/chi bộ đại diện' }], 'warning'],
  ['one column more', [term, role], 'error'],
])('missing-column judges %s', (_name, missingColumns, severity) => {
  expect(run(missingColumn, parsedOf(roster(), {}, { header, missingColumns }))[0]?.severity).toBe(severity);
});

it('missing-column is an error where nothing else is amiss', () => {
  expect(brief(run(missingColumn, parsedOf(roster(), {}, { header, missingColumns: [role] })))).toEqual([
    { severity: 'error', cell: 'A11', vi: 'Thiếu cột: «Vai trò».', en: 'Missing columns: «Vai trò».' },
  ]);
});

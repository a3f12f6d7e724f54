import { expect, it } from 'vitest';
import { duplicateName } from '../../../core/rules/duplicate-name.ts';
import { at, brief, members, roster, run } from './build.ts';

const named = (...names: (string | null)[]) =>
  roster({
    members: members(names.length, (index) => {
      const name = names[index] ?? null;
      return { name: name === null ? null : at(`B${String(12 + index)}`, name) };
    }),
  });

it.each([
  ['different names', named('Lê Văn An', 'Lê Văn Ân', 'Lê An')],
  ['rows without names', named(null, null)],
])('duplicate-name accepts %s', (_name, subject) => {
  expect(run(duplicateName, subject)).toEqual([]);
});

it.each([
  ['the same name', 'Lê Thị Hoa', 'Lê Thị Hoa'],
  ['another place of the tone mark', 'Lê Thị Hòa', 'Lê Thị Hoà'],
  ['another case, spacing and normal form', 'Lê Thị Hòa', 'LÊ THỊ  HÒA'.normalize('NFD')],
  ['a title', 'Lê Thị Hoa', 'TS. Lê Thị Hoa'],
])('duplicate-name finds %s', (_name, one, other) => {
  expect(brief(run(duplicateName, named(one, 'Trần Văn Bình', other)))).toEqual([
    {
      severity: 'warning',
      cell: 'B14',
      related: ['B12'],
      vi: 'Trùng họ tên ở các dòng 12, 14.',
      en: 'The same name stands in rows 12, 14.',
    },
  ]);
});

it('duplicate-name tells a name standing three times once', () => {
  const found = run(duplicateName, named('Lê Thị Hoa', 'Lê Thị Hoa', 'Lê Thị Hoa'));
  expect(found.map(({ cell, related }) => [cell, related])).toEqual([['B13', ['Trang1!B12', 'Trang1!B14']]]);
});

import { describe, expect, it } from 'vitest';
import { nameFormat } from '../../../core/rules/name-format.ts';
import { at, brief, context, members, roster, run } from './build.ts';
import { parsedOf, plain } from './workbook.ts';

const named = (name: string) => roster({ members: members(1, () => ({ name: at('B12', name) })) });

describe('name-format', () => {
  it.each([['Nguyễn Thị Thuỷ'], ['Võ Đức'], ['Y Hoà'], ['H’Hen Niê'], ['Lê A'], ['Đỗ Thị Thuý'.normalize('NFD')]])(
    'accepts «%s»',
    (name) => {
      expect(run(nameFormat, named(name))).toEqual([]);
    },
  );

  it.each([
    ['NGUYỄN VĂN AN', 'viết toàn chữ hoa', 'is all in capitals', 'Nguyễn Văn An'],
    ['nguyễn văn an', 'có chữ cái đầu không viết hoa', 'has words without an initial capital', 'Nguyễn Văn An'],
    ['Nguyễn văn An', 'có chữ cái đầu không viết hoa', 'has words without an initial capital', 'Nguyễn Văn An'],
    ['Nguyễn  Văn An', 'thừa dấu cách', 'has surplus spaces', 'Nguyễn Văn An'],
    [' Nguyễn Văn An', 'thừa dấu cách', 'has surplus spaces', 'Nguyễn Văn An'],
    ['Đ/c Nguyễn Văn An', 'kèm danh xưng hoặc học vị', 'begins with a title', 'Nguyễn Văn An'],
    ['TS. Nguyễn Văn An', 'kèm danh xưng hoặc học vị', 'begins with a title', 'Nguyễn Văn An'],
    ['3. Nguyễn Văn An', 'có chữ số', 'has digits', 'Nguyễn Văn An'],
    ['Nguyễn Văn An 2', 'có chữ số', 'has digits', null],
    [
      'TS. NGUYỄN VĂN  AN',
      'viết toàn chữ hoa, thừa dấu cách, kèm danh xưng hoặc học vị',
      'is all in capitals, has surplus spaces, begins with a title',
      'Nguyễn Văn An',
    ],
  ])('finds «%s»', (name, vi, en, proper) => {
    const found = run(nameFormat, named(name));
    expect(brief(found)).toEqual([{ severity: 'warning', cell: 'B12', vi: `Họ tên ${vi}.`, en: `The name ${en}.` }]);
    expect(found[0]?.fix?.edits ?? null).toEqual(
      proper === null ? null : [{ sheet: 'Trang1', cell: 'B12', value: proper }],
    );
  });

  it('leaves names in a legacy font to legacy-font, and fixes no formula', () => {
    const subject = named('nguyÔn v¨n an');
    const around = (cell: object) => context({ parsed: parsedOf(subject, { B12: cell }) });
    const legacy = { value: 'nguyÔn v¨n an', style: { ...plain, font: '.VnTime' } };
    expect(run(nameFormat, subject, { context: around(legacy) })).toEqual([]);
    const formula = { value: 'nguyÔn v¨n an', formula: 'B1' };
    expect(run(nameFormat, subject, { context: around(formula) }).map((finding) => finding.fix)).toEqual([null]);
  });

  it('fixes no name that stands in two cells', () => {
    const parsed = parsedOf(named('NGUYỄN VĂN AN'), { B12: 'NGUYỄN VĂN', C12: 'AN' });
    expect(run(nameFormat, named('NGUYỄN VĂN AN'), { context: context({ parsed }) })[0]?.fix).toBeNull();
  });
});

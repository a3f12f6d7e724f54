import { describe, expect, it } from 'vitest';
import { legacyText } from '../../../core/text/legacy-cell.ts';
import { withoutStaleFonts } from '../../../core/text/legacy-sheet.ts';
import { sheet } from '../parse/neutral.ts';

const typed = (...texts: string[]) => withoutStaleFonts(sheet([texts.map((value) => ({ value, font: '.VnTime' }))]));
const read = (...texts: string[]) =>
  typed(...texts).rows.flatMap(({ cells }) => cells.map((cell) => legacyText(cell)?.text ?? cell.value));

describe('withoutStaleFonts', () => {
  it('takes text for Unicode where a cell beside it can be nothing else', () => {
    expect(read('Vai trò', 'Họ và tên', 'Thành viên')).toEqual(['Vai trò', 'Họ và tên', 'Thành viên']);
  });

  it.each([
    ['no cell tells', ['Chi bé', 'Vai trò'], ['Chi bộ', 'Vai trũ']],
    ['a cell was typed in the old encoding', ['Chi bé', 'Họ và tên', 'Chøc vô'], ['Chi bộ', 'Họ và tên', 'Chức vụ']],
  ])('goes by the font where %s', (_, stored, shown) => {
    expect(read(...stored)).toEqual(shown);
  });

  it('keeps the sheet itself where there is nothing to change', () => {
    const plain = sheet([['Vai trò', 'Họ và tên']]);
    expect(withoutStaleFonts(plain)).toBe(plain);
  });

  it('minds the fonts of rich text', () => {
    const runs = [{ font: 'VNI-Times', text: 'Vai trò' }];
    const mixed = sheet([[{ value: 'Họ và tên', font: '.VnTime' }, 'Vai trò']]);
    const rows = mixed.rows.map((row) => ({
      ...row,
      cells: row.cells.map((cell) => (cell.value === 'Vai trò' ? { ...cell, runs } : cell)),
    }));
    const cells = withoutStaleFonts({ ...mixed, rows }).rows.flatMap((row) => row.cells);
    expect(cells.map((cell) => legacyText(cell))).toEqual([null, null]);
  });
});

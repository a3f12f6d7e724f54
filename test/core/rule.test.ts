import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { countedHits, defineRule, listedHits } from '../../core/rule.ts';
import { cell, roster, run } from './rules/build.ts';

/** Hits rows 1, 2, 3, …; the last one is an error. */
function ruleWith(hits: number, looked: (row: number) => void = () => undefined) {
  return defineRule({
    id: 'many',
    on: 'roster',
    severity: 'warning',
    title: { vi: 'Ô đúng', en: 'Cells are right' },
    parameters: z.strictObject({}),
    *check() {
      for (let row = 1; row <= hits; row += 1) {
        looked(row);
        yield { at: cell(`A${row}`), args: row, ...(row === hits ? { severity: 'error' as const } : {}) };
      }
    },
    message: { vi: (row) => `Dòng ${row}`, en: (row) => `Row ${row}` },
    remedy: { vi: () => 'Sửa', en: () => 'Mend' },
  });
}

describe('a rule with many hits', () => {
  it.each([
    [listedHits - 1, listedHits - 1],
    [listedHits, listedHits],
    [listedHits + 1, listedHits + 1],
    [listedHits + 2, listedHits + 1],
  ])('of %i lists %i findings', (hits, findings) => {
    expect(run(ruleWith(hits), roster())).toHaveLength(findings);
  });

  it('says how many more there are, as severe as the worst of them', () => {
    const last = run(ruleWith(listedHits + 30), roster()).at(-1);
    expect(last).toMatchObject({
      severity: 'error',
      cell: `A${listedHits + 30}`,
      message: { vi: 'Còn 30 chỗ nữa chưa liệt kê: Ô đúng.', en: '30 more not listed: Cells are right.' },
    });
    expect(last?.related).toHaveLength(29);
  });

  it('stops looking in the end, and says so', () => {
    let furthest = 0;
    const last = run(
      ruleWith(countedHits + 5, (row) => (furthest = row)),
      roster(),
    ).at(-1);
    expect(furthest).toBe(countedHits);
    expect(last?.message.vi).toBe(`Còn ${countedHits - listedHits}+ chỗ nữa chưa liệt kê: Ô đúng. Đã dừng dò ở đây.`);
  });

  it('gives every finding an id of its own', () => {
    const ids = run(ruleWith(listedHits + 3), roster()).map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

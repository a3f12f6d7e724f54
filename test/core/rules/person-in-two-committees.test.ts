import { describe, expect, it } from 'vitest';
import type { Extract } from '../../../core/submission.ts';
import { personInTwoCommittees } from '../../../core/rules/person-in-two-committees.ts';
import { at, brief, extract, member, roster, run, set } from './build.ts';

/** A roster with that name in B12, and an unlike one below. */
function withName(organisation: string, name: string, active = true): Extract {
  const [first, other] = [at('B12', name), at('B13', `Người khác ${organisation}`)];
  return extract(roster({ organisation, members: [member(0, { name: first, active }), member(1, { name: other })] }));
}

describe('person-in-two-committees', () => {
  it.each([
    ['different names', [withName('ttxvn', 'Lê Thị An'), withName('tu-phap', 'Lê Thị Ân')]],
    [
      'the same name, no longer active in one',
      [withName('ttxvn', 'Lê Thị An'), withName('tu-phap', 'Lê Thị An', false)],
    ],
    ['the Bloc’s team and a committee', [withName('khoi', 'Lê Thị An'), withName('tu-phap', 'Lê Thị An')]],
    ['two rosters of one organisation', [withName('ttxvn', 'Lê Thị An'), withName('ttxvn', 'Lê Thị An')]],
    [
      'rows without names',
      ['ttxvn', 'bao'].map((organisation) => extract(roster({ organisation, members: [member(0, { name: null })] }))),
    ],
  ])('accepts %s', (_name, current) => {
    expect(run(personInTwoCommittees, set(current))).toEqual([]);
  });

  it.each([
    ['the same name', 'Lê Thị Thuý Hoà', 'Lê Thị Thuý Hoà'],
    ['another tone placement, case, spaces and title', 'Lê Thị Thuý Hoà', 'TS. LÊ THỊ  THÚY HÒA'],
    ['decomposed letters', 'Lê Thị Thuý Hoà', 'Lê Thị Thuý Hoà'.normalize('NFD')],
  ])('warns about %s, without repeating it', (_name, one, other) => {
    const findings = run(personInTwoCommittees, set([withName('tu-phap', one), withName('bao', other)]));
    expect(brief(findings)).toEqual([
      {
        severity: 'warning',
        cell: null,
        vi: 'Trùng họ tên người đang hoạt động: Đảng ủy Báo Mẫu (ô B12), Đảng ủy Bộ Tư pháp (ô B12); mỗi người chỉ tham gia một đội ngũ.',
        en: 'The same full name is active in Đảng ủy Báo Mẫu (cell B12), Đảng ủy Bộ Tư pháp (cell B12); a person belongs to one team.',
      },
    ]);
    expect(JSON.stringify(findings).toLowerCase()).not.toContain('hoà');
  });

  it('names three organisations in one finding, in any order of files', () => {
    const rosters = ['ttxvn', 'bao', 'tap-chi'].map((id) => withName(id, 'Lê Thị An'));
    const findings = run(personInTwoCommittees, set(rosters));
    expect(findings).toHaveLength(1);
    expect(run(personInTwoCommittees, set([...rosters].reverse()))).toEqual(findings);
  });
});

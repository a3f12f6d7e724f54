import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readWorkbook } from '../../core/file/read.ts';
import type { Finding, Severity } from '../../core/finding.ts';
import { defaultProfileId, profiles } from '../../core/profiles/index.ts';
import type { Profile } from '../../core/profile.ts';
import { rulesetHash, validateWorkbook, type ValidateOptions } from '../../core/validate.ts';
import { inflate } from '../../functions/zlib.ts';
import { day, sheet, workbook } from './parse/neutral.ts';

/** What a sample is expected to give; `cells` names the cells a rule has its findings at. */
interface Expected {
  readonly kind: string;
  readonly errors?: readonly string[];
  readonly warnings?: readonly string[];
  readonly cells?: Readonly<Record<string, readonly string[]>>;
  readonly members?: number;
  readonly streams?: number;
  readonly period?: string;
  readonly nil?: boolean;
}

const samples = 'test/fixtures/samples/';
const expected = JSON.parse(readFileSync(`${samples}expected.json`, 'utf8')) as Record<string, Expected>;
const profile = profiles.get(defaultProfileId) as Profile;

function validate(file: string, options: Partial<ValidateOptions> = {}) {
  const workbook = readWorkbook(readFileSync(samples + file), { inflate });
  return validateWorkbook(workbook, { profile, asOf: '2023-11-30T00:00:00Z', ...options });
}

const rulesOf = (findings: readonly Finding[], severity: Severity): string[] => [
  ...new Set(findings.filter((finding) => finding.severity === severity).map((finding) => finding.rule)),
];

describe.each(['2023-11-30T00:00:00Z', '2026-11-22T00:00:00Z'])('samples as of %s', (asOf) => {
  it.each(Object.entries(expected))('%s', (file, sample) => {
    const result = validate(file, { asOf });
    expect(rulesOf(result.findings, 'error').sort()).toEqual([...(sample.errors ?? [])].sort());
    expect(rulesOf(result.findings, 'warning')).toEqual(expect.arrayContaining([...(sample.warnings ?? [])]));
    for (const [rule, cells] of Object.entries(sample.cells ?? {})) {
      const found = result.findings.filter((finding) => finding.rule === rule).map((finding) => finding.cell);
      expect([...new Set(found)]).toEqual(cells);
    }
    expect(result.kind).toBe(sample.kind);
    if (sample.members !== undefined) expect(result.members).toBe(sample.members);
    if (sample.streams !== undefined) expect(result.streams).toBe(sample.streams);
    if (sample.period !== undefined) expect(result.period).toBe(sample.period);
    if (sample.kind === 'report') expect(result.nil).toBe(sample.nil ?? false);
  });
});

describe('every finding of the samples', () => {
  const findings = Object.keys(expected).flatMap((file) => validate(file).findings);

  it('says in both languages what was found and what to do', () => {
    for (const { message, remedy, rule } of findings)
      for (const { vi, en } of [message, remedy]) {
        expect(vi.trim(), rule).not.toBe('');
        expect(en.trim(), rule).not.toBe('');
        expect(vi, rule).not.toBe(en);
      }
  });

  it('cites a clause with its words', () => {
    for (const { cites, rule } of findings) {
      expect(cites.length, rule).toBeGreaterThan(0);
      for (const { quote } of cites) expect(quote.trim(), rule).not.toBe('');
    }
  });

  it('never repeats what a privacy rule found', () => {
    const privacy = findings.filter((finding) => finding.rule === 'personal-identifier');
    expect(privacy.length).toBeGreaterThan(0);
    expect(JSON.stringify(privacy)).not.toMatch(/Bình|0912/);
  });
});

describe('validateWorkbook', () => {
  it('gives the same findings, ids included, for the same bytes', () => {
    for (const file of Object.keys(expected)) {
      const { findings } = validate(file);
      expect(validate(file).findings).toEqual(findings);
      const ids = findings.map((finding) => finding.id);
      expect(new Set(ids).size).toBe(ids.length);
    }
  });

  it('sorts errors before warnings, then by cell', () => {
    const order: Severity[] = ['error', 'warning', 'info'];
    const severities = validate('tu-phap-bao-cao-2023-11.xlsx').findings.map((finding) =>
      order.indexOf(finding.severity),
    );
    expect(severities).toEqual([...severities].sort((a, b) => a - b));
  });

  it('blocks another period or organisation than the one selected, naming the right one', () => {
    const { findings } = validate('ttxvn-bao-cao-2023-11.xlsx', {
      expectedPeriod: '2023-10',
      expectedOrganisation: 'tu-phap',
    });
    const errors = findings.filter((finding) => finding.severity === 'error');
    expect(errors.map(({ rule, cell }) => [rule, cell])).toEqual([
      ['wrong-organisation', 'A2'],
      ['wrong-period', 'A5'],
    ]);
    expect(errors[0]?.message.vi).toContain('«Đảng ủy Bộ Tư pháp»');
    expect(errors[1]?.message.vi).toContain('tháng 10/2023');
  });

  it('fires no size rule under a profile without sizes', () => {
    const district = profiles.get('van-lam-2023') as Profile;
    const { findings } = validate('tu-phap-danh-sach.xlsx', { profile: district });
    expect(findings.filter((finding) => finding.rule.endsWith('-team-size'))).toEqual([]);
  });

  it('identifies the rules by the profile’s content', () => {
    expect(rulesetHash(profile)).toMatch(/^[0-9a-f]{16}$/);
    expect(rulesetHash({ ...profile, templateVersion: profile.templateVersion + 1 })).not.toBe(rulesetHash(profile));
  });
});

it.each([
  ['2023-02-28T00:00:00Z', []],
  ['2023-11-30T00:00:00Z', ['upper-team-size']],
])('as of %s those are counted who have not left', (asOf, sizes) => {
  const people = 'An Bình Chi Dũng Giang Hà Khánh Lan Minh Nam Oanh Phúc Quân Sơn Tâm'
    .split(' ')
    .map((name, at) => [at + 1, `Nguyễn Văn ${name}`, 'Chuyên viên', 'Chi bộ 1', 'Thành viên']);
  const rows = people.map((row, at) => [...row, at === 0 ? day('2023-03-01') : null]);
  const header = ['STT', 'Họ và tên', 'Chức vụ', 'Chi bộ', 'Vai trò', 'Ngày thôi tham gia'];
  const roster = sheet([['ĐẢNG ỦY BỘ TƯ PHÁP'], ['DANH SÁCH CỘNG TÁC VIÊN DƯ LUẬN XÃ HỘI'], header, ...rows]);
  const { findings } = validateWorkbook(workbook(roster), { profile, asOf });
  expect(findings.map(({ rule }) => rule).filter((rule) => rule.endsWith('-team-size'))).toEqual(sizes);
});

import { copyFileSync, existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readWorkbook } from '../../../core/file/read.ts';
import { valueText } from '../../../core/sheet.ts';
import { waiverFile } from '../../../core/merge/waivers.ts';
import type { Summary } from '../../../core/merge/summary.ts';
import { defaultProfileId } from '../../../core/profiles/index.ts';
import { inflate } from '../../../functions/zlib.ts';
import { bloc, samples, temporaryFolder } from './run-cli.ts';

interface Validated {
  readonly file: string;
  readonly kind: string;
  readonly organisation: string | null;
  readonly period: string | null;
  readonly nil: boolean | null;
  readonly members: number | null;
  readonly streams: number | null;
  readonly refused?: string;
  readonly findings: readonly {
    readonly id: string;
    readonly rule: string;
    readonly severity: string;
    readonly cell: string | null;
    readonly message: { readonly vi: string; readonly en: string };
  }[];
}

function validated(stdout: string): Validated[] {
  return JSON.parse(stdout) as Validated[];
}

const asOf = ['--as-of', '2023-11-30'];
const sample = (name: string): string => join(samples, name);

it('merge leaves the summaries of earlier runs out', () => {
  const folder = temporaryFolder();
  copyFileSync(sample('tu-phap-bao-cao-2023-11.xlsx'), join(folder, 'a.xlsx'));
  const merged = (name: string): Summary => {
    const output = join(folder, name);
    return JSON.parse(bloc('merge', folder, '-o', output, '--period', '2023-11', '--json', ...asOf).stdout) as Summary;
  };
  const first = merged('tong-hop.xlsx');
  expect(merged('tong-hop.xlsx').contentHash).toBe(first.contentHash);
  const beside = merged('tong-hop-2.xlsx');
  expect(beside.streams).toEqual(first.streams);
  expect(validated(bloc('validate', join(folder, 'tong-hop.xlsx'), '--json', ...asOf).stdout)).toMatchObject([
    { kind: 'unknown', findings: [{ rule: 'unknown-workbook' }] },
  ]);
});

describe('merge --waivers', () => {
  const merged = (folder: string, ...args: readonly string[]) => {
    const output = join(folder, 'tong-hop.xlsx');
    const options = ['-o', output, '--period', '2023-11', '--json', ...asOf];
    return bloc('merge', sample('tu-phap-bao-cao-2023-11.xlsx'), ...options, ...args);
  };
  it('takes what a server exported, and refuses a file that was changed or is of another month', () => {
    const folder = temporaryFolder();
    const [judged] = validated(bloc('validate', sample('tu-phap-bao-cao-2023-11.xlsx'), '--json', ...asOf).stdout);
    const waivers = (judged?.findings ?? [])
      .filter(({ severity }) => severity === 'error')
      .map(({ id, rule }) => ({
        organisation: 'tu-phap',
        finding: id,
        rule,
        reason: 'Đã đối chiếu',
        by: 'Cán bộ Khối',
        at: '2023-11-26T00:00:00.000Z',
        expires: null,
      }));
    expect(waivers.length).toBeGreaterThan(0);
    const file = waiverFile({ profile: defaultProfileId, period: '2023-11', waivers });
    const path = join(folder, 'giai-trinh.json');
    writeFileSync(path, JSON.stringify(file));
    const { figures, findings } = JSON.parse(merged(folder, '--waivers', path).stdout) as Summary;
    expect(figures.acknowledged).toBe(waivers.length);
    const open = findings.filter(({ organisation, acknowledged }) => organisation !== null && acknowledged === null);
    expect(open.filter(({ finding }) => finding.severity === 'error')).toEqual([]);
    writeFileSync(path, JSON.stringify({ ...file, waivers: waivers.slice(1) }));
    expect(merged(folder, '--waivers', path)).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('đã bị sửa sau khi xuất') as string,
    });
    writeFileSync(path, JSON.stringify(waiverFile({ ...file, period: '2023-10' })));
    expect(merged(folder, '--waivers', path)).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('thuộc kỳ 2023-10') as string,
    });
  });
});

describe('validate', () => {
  it('prints one array, an entry for each file in the order given', () => {
    const files = [
      'ttxvn-danh-sach.xlsx',
      'tu-phap-bao-cao-2023-11.xlsx',
      'ttxvn-bao-cao-2023-10-khong-phat-sinh.xlsx',
    ];
    const { status, stdout } = bloc('validate', ...files.map(sample), '--json', ...asOf);
    expect(status).toBe(1);
    const [roster, report, nil] = validated(stdout);
    expect(roster).toMatchObject({
      kind: 'roster',
      organisation: 'ttxvn',
      period: null,
      nil: null,
      members: 17,
      streams: null,
    });
    expect(report).toMatchObject({
      kind: 'report',
      organisation: 'tu-phap',
      period: '2023-11',
      nil: false,
      members: null,
      streams: 8,
    });
    expect(nil).toMatchObject({ kind: 'report', period: '2023-10', nil: true, streams: 0 });
    const errors = report?.findings.filter(({ severity }) => severity === 'error') ?? [];
    expect(errors.map(({ rule, cell }) => [rule, cell])).toEqual([
      ['citation', 'A13'],
      ['citation', 'A13'],
      ['personal-identifier', 'D19'],
    ]);
  });

  it.each([
    [0, ['ttxvn-danh-sach.xlsx']],
    [1, ['ttxvn-danh-sach.xlsx', 'tu-phap-danh-sach.xlsx']],
    [2, ['ttxvn-danh-sach.xlsx', 'khong-co.xlsx']],
  ])('exits with %i', (status, names) => {
    expect(bloc('validate', ...names.map(sample), ...asOf).status).toBe(status);
  });

  it('goes on after a file it cannot read, and says why', () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'a.xlsx'), 'STT,Họ và tên\n1,Nguyễn Văn A\n');
    const { status, stdout } = bloc(
      'validate',
      join(folder, 'a.xlsx'),
      sample('ttxvn-danh-sach.xlsx'),
      '--json',
      ...asOf,
    );
    expect(status).toBe(2);
    const [bad, good] = validated(stdout);
    expect(bad).toMatchObject({ kind: 'unknown', refused: 'csv-file', findings: [{ rule: 'unreadable-file' }] });
    expect(good).toMatchObject({ members: 17 });
  });

  it('judges reports by when they came', () => {
    const folder = temporaryFolder();
    const received = join(folder, 'received.json');
    const rulesAt = (instant: string): string[] => {
      writeFileSync(received, JSON.stringify({ 'ttxvn-bao-cao-2023-11.xlsx': instant }));
      const { stdout } = bloc(
        'validate',
        sample('ttxvn-bao-cao-2023-11.xlsx'),
        '--received',
        received,
        '--json',
        ...asOf,
      );
      return validated(stdout)[0]?.findings.map(({ rule, severity }) => `${severity} ${rule}`) ?? [];
    };
    expect(rulesAt('2023-11-25T23:59:59+07:00')).toEqual([]);
    expect(rulesAt('2023-11-26T00:00:00+07:00')).toEqual(['warning report-deadline']);
    expect(rulesAt('2023-11-29T00:00:00+07:00')).toEqual(['error report-deadline']);
  });

  it('lets no size rule fire in Văn Lâm', () => {
    const { stdout } = bloc(
      'validate',
      sample('tu-phap-danh-sach.xlsx'),
      '--profile',
      'van-lam-2023',
      '--json',
      ...asOf,
    );
    expect(
      validated(stdout)[0]
        ?.findings.map(({ rule }) => rule)
        .filter((rule) => rule.endsWith('team-size')),
    ).toEqual([]);
  });

  it('takes a profile file, and says what is wrong with one', () => {
    const folder = temporaryFolder();
    const blank = JSON.parse(
      readFileSync(new URL('../../../core/profiles/blank.json', import.meta.url), 'utf8'),
    ) as object;
    writeFileSync(join(folder, 'own.json'), JSON.stringify({ ...blank, id: 'own' }));
    writeFileSync(
      join(folder, 'wrong.json'),
      JSON.stringify({ ...blank, rules: [{ id: 'no-such-rule', cites: ['file-text'] }] }),
    );
    const file = sample('ttxvn-danh-sach.xlsx');
    expect(bloc('validate', file, '--profile', join(folder, 'own.json')).status).toBe(0);
    const wrong = bloc('validate', file, '--profile', join(folder, 'wrong.json'));
    expect(wrong.status).toBe(2);
    expect(wrong.stderr).toContain('no-such-rule');
  });
});

it.each([[[]], [['validate']], [['nonsense']], [['merge', samples]], [['template', 'roster', '-o', 'x.xlsx']]])(
  'tells how to use it when given %j',
  (args: readonly string[]) => {
    const { status, stdout, stderr } = bloc(...args);
    expect(status).toBe(2);
    expect(stdout + stderr).toContain('bloc-rollup ');
  },
);

describe('template', () => {
  it.each([
    ['roster', []],
    ['report', ['--period', '2023-11']],
    ['year', ['--period', '2023']],
  ])('makes a %s that is recognised and only asks to be filled in', (kind, more) => {
    const out = join(temporaryFolder(), 'mau.xlsx');
    expect(bloc('template', kind, '--organisation', 'ttxvn', ...more, '-o', out).status).toBe(0);
    const [entry] = validated(bloc('validate', out, '--json', ...asOf).stdout);
    expect(entry).toMatchObject({ kind, organisation: 'ttxvn' });
  });
});

it('annotate writes a copy that validates the same and leaves the original alone', () => {
  const out = join(temporaryFolder(), 'ghi-chu.xlsx');
  const original = readFileSync(sample('tu-phap-bao-cao-2023-11.xlsx'));
  expect(bloc('annotate', sample('tu-phap-bao-cao-2023-11.xlsx'), '-o', out, ...asOf).status).toBe(1);
  expect(readFileSync(sample('tu-phap-bao-cao-2023-11.xlsx'))).toEqual(original);
  const errors = (file: string): unknown =>
    validated(bloc('validate', file, '--json', ...asOf).stdout)[0]?.findings.filter(
      ({ severity }) => severity === 'error',
    );
  expect(errors(out)).toEqual(errors(sample('tu-phap-bao-cao-2023-11.xlsx')));
  const workbook = readWorkbook(readFileSync(out), { inflate });
  expect(workbook.sheets.map(({ name }) => name)).toEqual(['Báo cáo', 'Phát hiện']);
  expect(workbook.sheets[0]?.comments.map(({ row, column }) => [row, column])).toEqual([
    [13, 1],
    [19, 4],
  ]);
});

describe('cite', () => {
  it('gives line, verdict and the right form in a text', () => {
    const file = join(temporaryFolder(), 'bai.txt');
    writeFileSync(
      file,
      'Mở đầu.\nTheo Kết luận số 100-KL/TW, ngày 18/4/2014;\nHướng dẫn số 167-HDBTGTW; 34/61 đảng bộ.\n',
    );
    const { status, stdout } = bloc('cite', file, '--json');
    expect(status).toBe(1);
    expect(JSON.parse(stdout)).toEqual([
      {
        file,
        line: 2,
        text: 'Kết luận số 100-KL/TW, ngày 18/4/2014',
        verdict: 'wrong',
        suggestion: 'Kết luận số 100-KL/TW, ngày 18/8/2014',
      },
      { file, line: 3, text: 'Hướng dẫn số 167-HDBTGTW', verdict: 'variant', suggestion: 'Hướng dẫn số 167-HD/BTGTW' },
    ]);
  });

  it('gives the cell in a workbook', () => {
    const file = sample('tu-phap-bao-cao-2023-11.xlsx');
    const cited = JSON.parse(bloc('cite', file, '--json').stdout) as { cell: string; verdict: string }[];
    expect(cited.filter(({ verdict }) => verdict === 'wrong').map(({ cell }) => cell)).toEqual([
      'Báo cáo!A13',
      'Báo cáo!A13',
    ]);
  });
});

describe('merge', () => {
  const files = readdirSync(samples)
    .filter((name) => name.endsWith('.xlsx'))
    .map(sample);
  const period = ['--period', '2023-11', ...asOf];

  it('gives the same workbook whatever the order of the files', () => {
    const folder = temporaryFolder();
    const [first, second] = [join(folder, 'a.xlsx'), join(folder, 'b.xlsx')];
    bloc('merge', ...files, '-o', first, ...period);
    bloc('merge', ...[...files].reverse(), '-o', second, ...period);
    expect(readFileSync(second).equals(readFileSync(first))).toBe(true);
  });

  it('says what it merged and leaves member names out when asked', () => {
    const out = join(temporaryFolder(), 'tong-hop.xlsx');
    const { status, stdout } = bloc('merge', ...files, '-o', out, '--without-members', '--json', ...period);
    expect(status).toBe(1);
    const summary = JSON.parse(stdout) as { figures: Record<string, number>; members: { name: string }[] };
    expect(summary.figures).toMatchObject({ organisations: 61, rosters: 3, filesRefused: 0 });
    const names = new Set(summary.members.map(({ name }) => name));
    const texts = readWorkbook(readFileSync(out), { inflate }).sheets.flatMap((sheet) =>
      sheet.rows.flatMap((row) => row.cells.map((cell) => valueText(cell.value))),
    );
    expect(texts.filter((text) => names.has(text))).toEqual([]);
  });

  it('writes nothing when the target cannot be written', () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'tep'), '');
    expect(bloc('merge', ...files, '-o', join(folder, 'tep', 'x.xlsx'), ...period).status).toBe(2);
    expect(readdirSync(folder)).toEqual(['tep']);
  });
});

describe('demo', () => {
  it('brings out the figures of S0', () => {
    const folder = temporaryFolder();
    const { status, stdout } = bloc('demo', folder);
    expect(status).toBe(0);
    expect(stdout).toMatch(/Có đội ngũ hoặc nhóm\s+34\/61 \(20 \+ 14\)/);
    expect(stdout).toMatch(/Cộng tác viên\s+593/);
    expect(stdout).toMatch(/tối đa theo quy định\s+470 \(!\)/);
    expect(existsSync(join(folder, 'tong-hop-2023-11.xlsx'))).toBe(true);
    const findings = readWorkbook(readFileSync(join(folder, 'tong-hop-2023-11.xlsx')), { inflate })
      .sheets.find(({ name }) => name === 'Phát hiện')
      ?.rows.flatMap((row) => row.cells.map((cell) => valueText(cell.value)));
    expect(findings?.some((text) => text.includes('593') && text.includes('470'))).toBe(true);
  });

  it('runs on a folder of workbooks', () => {
    const folder = temporaryFolder();
    const { status, stdout } = bloc('demo', folder, samples);
    expect(stdout).toMatch(/chưa rõ ngày nhận\s+1\n(?:.*\n)*Chưa nộp\s+60\n\s+đã gửi nhưng không đạt\s+1\n/);
    expect(status).toBe(0);
    expect(stdout).toContain('Tổng hợp tháng 11/2023');
    expect(readdirSync(folder)).toEqual(['tong-hop-2023-11.xlsx']);
  });
});

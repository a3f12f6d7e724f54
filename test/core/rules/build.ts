/** Small sound documents, contexts and sets for rule tests: each test changes only what its rule looks at. */
import type {
  DateValue,
  DocumentReference,
  Located,
  Member,
  ParsedDocument,
  Report,
  Roster,
  Stream,
  YearRecord,
} from '../../../core/document.ts';
import type { Finding } from '../../../core/finding.ts';
import { profileSchema, type Profile } from '../../../core/profile.ts';
import type { Rule, RuleContext, Subjects } from '../../../core/rule.ts';
import { parseA1, type CellAddress } from '../../../core/sheet.ts';
import type { Extract, SubmissionSet } from '../../../core/submission.ts';

export const sheet = 'Trang1';

/** The address of a cell such as `B3`. */
export function cell(reference: string): CellAddress {
  const address = parseA1(reference);
  if (!address) throw new RangeError(`no cell: ${reference}`);
  return { sheet, ...address };
}

export function at<T>(reference: string, value: T): Located<T> {
  return { ...cell(reference), value };
}

/** A date cell holding a serial. */
export function dateAt(reference: string, iso: string | null, text = iso ?? ''): Located<DateValue> {
  return at(reference, { iso, asText: iso === null, text });
}

export function referenceAt(
  reference: string,
  number: string | null,
  iso: string | null,
  text = [number, iso].join(' '),
): Located<DocumentReference> {
  return at(reference, { text, number, date: iso === null ? null : { iso, asText: true, text: iso } });
}

const firstRow = 12;

/** The member in that place of the table, its row 12, 13, … */
export function member(index: number, overrides: Partial<Member> = {}): Member {
  const row = firstRow + index;
  const inRow = <T>(column: string, value: T): Located<T> => at(column + String(row), value);
  return {
    row,
    name: inRow('B', `Nguyễn Văn ${String.fromCharCode(65 + (index % 26))}${String(index)}`),
    position: inRow('C', 'Chuyên viên'),
    unit: inRow('D', `Chi bộ ${String(index + 1)}`),
    role: inRow('E', index === 0 ? 'Tổ trưởng' : 'Thành viên'),
    decisionNumber: inRow('F', '21-QĐ/ĐU'),
    decisionDate: dateAt('G' + String(row), '2021-06-15'),
    term: inRow('H', '2020-2025'),
    status: inRow('I', 'Đang hoạt động'),
    note: null,
    optional: {},
    active: true,
    ...overrides,
  };
}

/** So many sound members; `change` alters single ones. */
export function members(count: number, change: (index: number) => Partial<Member> = () => ({})): Member[] {
  return Array.from({ length: count }, (_, index) => member(index, change(index)));
}

/** A team of 17 that no rule objects to on 30/11/2023. */
export function roster(overrides: Partial<Roster> = {}): Roster {
  return {
    kind: 'roster',
    sheet,
    title: at('A4', 'DANH SÁCH CỘNG TÁC VIÊN DƯ LUẬN XÃ HỘI'),
    organisationText: at('A2', 'ĐẢNG ỦY THÔNG TẤN XÃ VIỆT NAM'),
    organisation: 'ttxvn',
    table: cell('A11'),
    teamKind: at('A4', 'team'),
    term: at('A5', 'nhiệm kỳ 2020-2025'),
    decision: referenceAt('A6', '21-QĐ/ĐU', '2021-06-15'),
    regulation: referenceAt('A8', '05-QC/ĐU', '2021-07-20'),
    reviewedOn: dateAt('A9', '2023-01-15'),
    inspectedOn: dateAt('A10', '2023-03-10'),
    attestation: at('A40', 'Đảm bảo số lượng, chất lượng, cơ cấu theo Hướng dẫn số 167-HD/BTGTW'),
    members: members(17),
    ...overrides,
  };
}

/** A row of the opinion table. */
export function stream(
  row: number,
  issue: string | null,
  text: string | null,
  overrides: Partial<Stream> = {},
): Stream {
  return {
    row,
    field: at(`B${String(row)}`, 'Kinh tế - xã hội'),
    issue: issue === null ? null : at(`C${String(row)}`, issue),
    text: text === null ? null : at(`D${String(row)}`, text),
    breadth: at(`E${String(row)}`, 'Đa số'),
    attitude: at(`F${String(row)}`, 'tán thành'),
    ...overrides,
  };
}

/** The November 2023 report that no rule objects to. */
export function report(overrides: Partial<Report> = {}): Report {
  return {
    kind: 'report',
    sheet,
    title: at('A4', 'BÁO CÁO'),
    organisationText: at('A2', 'ĐẢNG ỦY THÔNG TẤN XÃ VIỆT NAM'),
    organisation: 'ttxvn',
    table: cell('A16'),
    number: at('B7', '58-BC/ĐU'),
    period: at('A5', '2023-11'),
    date: dateAt('B8', '2023-11-24'),
    type: at('B9', 'periodic'),
    addressee: at('B10', 'Ban Thường vụ Đảng ủy Khối (qua Ban Tuyên giáo Đảng ủy Khối)'),
    channel: null,
    request: null,
    overview: [at('A13', 'Tình hình tư tưởng ổn định.')],
    streams: [stream(17, 'Nhà ở xã hội', 'Đánh giá cao.'), stream(18, 'Nhà ở xã hội', 'Còn băn khoăn.')],
    salient: [],
    forecast: [],
    proposals: [],
    counters: { reports: null, salientIssues: null, handledCases: null },
    nil: null,
    ...overrides,
  };
}

/** The 2023 year record that no rule objects to. */
export function year(overrides: Partial<YearRecord> = {}): YearRecord {
  return {
    kind: 'year',
    sheet,
    title: at('A4', 'CÔNG TÁC NĂM 2023'),
    organisationText: at('A2', 'ĐẢNG ỦY THÔNG TẤN XÃ VIỆT NAM'),
    organisation: 'ttxvn',
    year: at('B5', 2023),
    plan: referenceAt('B7', '12-KH/ĐU', '2023-01-20'),
    trainings: [
      {
        row: 11,
        name: at('B11', 'Tập huấn'),
        date: dateAt('C11', '2023-05-10'),
        topics: null,
        attendees: at('E11', 40),
      },
    ],
    inspections: [{ row: 20, text: at('B20', 'Kiểm tra quy chế'), date: dateAt('C20', '2023-06-01') }],
    review: referenceAt('B25', '90-BC/ĐU', '2023-12-20'),
    tasks: [at('B30', 'Kiện toàn đội ngũ.')],
    commendations: [{ row: 35, text: at('B35', 'Giấy khen'), date: null }],
    surveys: [],
    briefings: Array.from({ length: 12 }, (_, index) => ({
      row: 40 + index,
      text: at(`B${String(40 + index)}`, `Giao ban tháng ${String(index + 1)}`),
      date: null,
    })),
    ...overrides,
  };
}

/** A register of six: the Bloc, two upper and two grassroots committees, one of unknown level; one more ended in 2022. */
export function profile(overrides: Partial<Profile> = {}): Profile {
  return {
    ...profileSchema.parse({
      id: 'thu',
      title: { vi: 'Hồ sơ thử', en: 'Test profile' },
      bloc: { id: 'khoi', name: 'Đảng ủy Khối các cơ quan Trung ương', aliases: ['Đảng ủy Khối', 'ĐUK'] },
      utcOffsetMinutes: 420,
      term: '2020-2025',
      directives: [],
      clauses: [{ id: 'khoan', document: '05-KL/ĐUK', clause: 'khoản 2', quote: 'rà soát, bổ sung, kiện toàn' }],
      organisations: [
        { id: 'khoi', name: 'Đảng ủy Khối các cơ quan Trung ương', level: 'bloc', basis: 'source' },
        { id: 'ttxvn', name: 'Đảng ủy Thông tấn xã Việt Nam', aliases: ['TTXVN'], level: 'upper', basis: 'source' },
        { id: 'tu-phap', name: 'Đảng ủy Bộ Tư pháp', level: 'upper', basis: 'source' },
        { id: 'tap-chi', name: 'Đảng ủy Tạp chí Mẫu', level: 'grassroots', basis: 'fixture' },
        { id: 'bao', name: 'Đảng ủy Báo Mẫu', level: 'grassroots', basis: 'fixture' },
        { id: 'vien', name: 'Đảng ủy Viện Mẫu', level: null, basis: 'fixture' },
        { id: 'cu', name: 'Đảng ủy Tổng cục Cũ', level: 'upper', basis: 'fixture', to: '2022-12-31' },
      ],
      vocabularies: { breadth: [], attitude: [], field: [], role: [], status: [] },
      rules: [
        { id: 'upper-team-size', cites: ['khoan'], parameters: { minimum: 15, maximum: 20 } },
        { id: 'grassroots-team-size', cites: ['khoan'], parameters: { minimum: 3, maximum: 5 } },
      ],
      roster: {},
      limits: { workbookBytes: 5_242_880 },
      privacy: { smallGroup: 3, retentionMonths: 60 },
      templateVersion: 1,
    }),
    ...overrides,
  };
}

/** The context of a document of TTXVN judged on 30/11/2023. */
export function context(overrides: Partial<RuleContext> = {}): RuleContext {
  const used = overrides.profile ?? profile();
  return {
    profile: used,
    day: '2023-11-30',
    asOf: '2023-11-30T10:00:00+07:00',
    period: null,
    fileName: null,
    expectedPeriod: null,
    expectedOrganisation: null,
    organisation: used.organisations.find((one) => one.id === 'ttxvn') ?? null,
    receivedAt: null,
    extendedUntil: null,
    parsed: null,
    rosterNames: [],
    ...overrides,
  };
}

/** The context of a document of that organisation; null or an unknown id gives none. */
export function contextOf(organisation: string | null, overrides: Partial<RuleContext> = {}): RuleContext {
  const used = overrides.profile ?? profile();
  return context({
    ...overrides,
    profile: used,
    organisation: used.organisations.find((one) => one.id === organisation) ?? null,
  });
}

/** An extract around a document, as the merge gets it; file and id come from the organisation and kind. */
export function extract(document: ParsedDocument, overrides: Partial<Extract> = {}): Extract {
  const name = `${document.organisation ?? 'la'}-${document.kind}`;
  return {
    id: name,
    hash: name,
    file: `${name}.xlsx`,
    kind: document.kind,
    organisation: document.organisation,
    period:
      document.kind === 'report'
        ? (document.period?.value ?? null)
        : document.kind === 'year' && document.year
          ? String(document.year.value)
          : null,
    receivedAt: null,
    version: null,
    template: null,
    ruleset: 'thu',
    document,
    findings: [],
    ...overrides,
  };
}

/** The November 2023 set of those extracts. */
export function set(current: readonly Extract[], overrides: Partial<SubmissionSet> = {}): SubmissionSet {
  return { profile: profile(), period: '2023-11', current, all: current, summarisedMonths: null, ...overrides };
}

/** What a test compares of a finding: severity, cell (`A1`, other sheets never occur here), both messages. */
export interface Brief {
  readonly severity: Finding['severity'];
  readonly cell: string | null;
  readonly related?: readonly string[];
  readonly vi: string;
  readonly en: string;
}

/** Runs one rule as the engine does. `parameters` are those a profile entry would give. */
export function run(
  rule: Rule,
  subject: Subjects[keyof Subjects],
  options: { readonly parameters?: Record<string, unknown>; readonly context?: RuleContext } = {},
): Finding[] {
  const entry = { id: rule.id, cites: ['khoan'], parameters: options.parameters ?? {}, from: null, to: null };
  return rule.run(subject, options.context ?? context(), entry);
}

/** Findings as a test states them. */
export function brief(findings: readonly Finding[]): Brief[] {
  return findings.map(({ severity, cell: reference, related, message }) => ({
    severity,
    cell: reference,
    ...(related.length > 0 ? { related: related.map((one) => one.replace(`${sheet}!`, '')) } : {}),
    vi: message.vi,
    en: message.en,
  }));
}

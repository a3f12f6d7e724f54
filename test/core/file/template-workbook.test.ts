import { describe, expect, it } from 'vitest';
import type { DocumentKind } from '../../../core/document.ts';
import { openPackage } from '../../../core/file/package.ts';
import { readWorkbook } from '../../../core/file/read.ts';
import { documentSheets, writeTemplate } from '../../../core/file/template-workbook.ts';
import { requirementsOf, templateDay } from '../../../core/file/template/requirements.ts';
import { profiles } from '../../../core/profiles/index.ts';
import { profileSchema, type Organisation, type Profile } from '../../../core/profile.ts';
import { valueText } from '../../../core/sheet.ts';
import { capital } from '../../../core/file/template/style.ts';
import { validateWorkbook, type Validation } from '../../../core/validate.ts';
import { inflate } from '../../../functions/zlib.ts';
import { fillTemplate, type Filling } from './fill-template.ts';
import { nilFilling, reportFilling, rosterFilling, yearFilling, type StreamChoice } from './template-filling.ts';

const asOf = '2023-12-31T10:00:00+07:00';

function profileOf(id: string): Profile {
  const profile = profiles.get(id);
  if (!profile) throw new Error(`no profile ${id}`);
  return profile;
}

function organisationOf(profile: Profile, id: string): Organisation {
  const organisation = profile.organisations.find((one) => one.id === id);
  if (!organisation) throw new Error(`no organisation ${id}`);
  return organisation;
}

/** Every shipped profile with an organisation of each level it has. */
const places = [
  ['duk-2021-2025', 'ttxvn'],
  ['duk-2021-2025', 'ban-to-chuc-tw'],
  ['van-lam-2023', 'nhu-quynh'],
  ['blank', 'vi-du'],
] as const;
const kinds = [
  ['roster', null],
  ['report', '2023-11'],
  ['year', '2023'],
] as const satisfies [DocumentKind, string | null][];
const all = places.flatMap(([profile, organisation]) =>
  kinds.map(([kind, period]) => ({ profile, organisation, kind, period })),
);

type Place = (typeof all)[number];

const written = new Map<string, Promise<Uint8Array>>();

function writeFor({ profile: id, organisation, kind, period }: Place): Promise<Uint8Array> {
  const profile = profileOf(id);
  return writeTemplate({ kind, profile, organisation: organisationOf(profile, organisation), period });
}

/** Each template is written once; nobody changes the bytes. */
function templateOf(place: Place): Promise<Uint8Array> {
  const key = JSON.stringify([place.profile, place.organisation, place.kind]);
  const bytes = written.get(key) ?? writeFor(place);
  written.set(key, bytes);
  return bytes;
}

function judge(bytes: Uint8Array, profile: Profile, place?: Pick<Place, 'organisation' | 'period'>): Validation {
  return validateWorkbook(readWorkbook(bytes, { inflate }), {
    profile,
    asOf,
    expectedOrganisation: place?.organisation ?? null,
    expectedPeriod: place?.period ?? null,
  });
}

async function fill(place: Place, filling: Filling): Promise<Validation> {
  return judge(await fillTemplate(await templateOf(place), place.kind, filling), profileOf(place.profile), place);
}

function found(validation: Validation): string[] {
  return validation.findings.map(({ severity, rule, cell }) => `${severity} ${rule} ${String(cell)}`);
}

/** Rules that say that something is still to be filled in. */
const fillIn = new Set([
  'team-established',
  'opinion-streams',
  'required-cell',
  'activity-plan',
  'training',
  'annual-review',
  'tasks-and-solutions',
  'commendation',
  'monthly-briefing',
]);

describe.each(all)('an empty $kind template of $organisation ($profile)', (place) => {
  const profile = profileOf(place.profile);

  it('is recognised with its organisation, period and template', async () => {
    const { kind, organisation, period, parsed } = judge(await templateOf(place), profile, place);
    expect({ kind, organisation, period, template: parsed.structure.template }).toEqual({
      kind: place.kind,
      organisation: place.organisation,
      period: place.period,
      template: {
        kind: place.kind,
        version: profile.templateVersion,
        profile: place.profile,
        organisation: place.organisation,
        period: place.period,
      },
    });
    expect(parsed.structure.strays).toEqual([]);
    expect(parsed.structure.missingColumns).toEqual([]);
    expect(parsed.structure.unexpectedColumns).toEqual([]);
  });

  it('is told by its line when its properties were lost', async () => {
    const workbook = readWorkbook(await templateOf(place), { inflate });
    const stamped = validateWorkbook({ ...workbook, properties: new Map() }, { profile, asOf });
    expect(stamped.parsed.structure.template?.kind).toBe(place.kind);
    expect(stamped.parsed.structure.template?.period).toBe(place.period);
  });

  it('has findings only for what is still to be filled in', async () => {
    const validation = judge(await templateOf(place), profile, place);
    expect(validation.findings.map(({ rule }) => rule).filter((rule) => !fillIn.has(rule))).toEqual([]);
  });

  it('gives the same bytes each time', async () => {
    expect(await writeFor(place)).toEqual(await templateOf(place));
  });

  it('has no macros, links to other files or hidden sheets', async () => {
    const bytes = await templateOf(place);
    const { sheets, features } = readWorkbook(bytes, { inflate });
    expect(sheets.map(({ name, state }) => [name, state])).toEqual([
      [documentSheets[place.kind], 'visible'],
      ['Hướng dẫn', 'visible'],
      ['Danh mục', 'visible'],
    ]);
    expect(features).toEqual([]);
    expect(openPackage(bytes, { inflate }).names.filter((name) => /vba|external|connections/i.test(name))).toEqual([]);
  });

  it('bounds every validation to the rows of its form', async () => {
    const sheet = new TextDecoder().decode(
      openPackage(await templateOf(place), { inflate }).read('xl/worksheets/sheet1.xml'),
    );
    const ranges = [...sheet.matchAll(/ sqref="([^"]+)"/g)].flatMap(([, text = '']) => text.split(' '));
    expect(ranges.length).toBeGreaterThan(0);
    const rows = ranges.map((range) => Number(/(\d+)$/.exec(range)?.[1]));
    expect(Math.max(...rows)).toBeLessThan(120);
  });
});

describe('nothing in an empty template is read as data', () => {
  it.each(places)('roster of %s/%s', async (profile, organisation) => {
    const { parsed } = judge(
      await templateOf({ profile, organisation, kind: 'roster', period: null }),
      profileOf(profile),
    );
    expect(parsed.document).toMatchObject({
      teamKind: null,
      decision: null,
      regulation: null,
      reviewedOn: null,
      inspectedOn: null,
      attestation: null,
      members: [],
    });
  });

  it.each(places)('report of %s/%s', async (profile, organisation) => {
    const { parsed } = judge(
      await templateOf({ profile, organisation, kind: 'report', period: '2023-11' }),
      profileOf(profile),
    );
    expect(parsed.document).toMatchObject({
      number: null,
      date: null,
      request: null,
      overview: [],
      streams: [],
      salient: [],
      forecast: [],
      proposals: [],
      counters: { reports: null, salientIssues: null, handledCases: null },
      nil: null,
    });
  });

  it.each(places)('year record of %s/%s', async (profile, organisation) => {
    const { parsed } = judge(
      await templateOf({ profile, organisation, kind: 'year', period: '2023' }),
      profileOf(profile),
    );
    expect(parsed.document).toMatchObject({
      plan: null,
      trainings: [],
      inspections: [],
      review: null,
      tasks: [],
      commendations: [],
      surveys: [],
      briefings: [],
    });
  });
});

/** A team size every profile accepts for the organisation. */
const acceptedSize: Readonly<Record<string, number>> = { ttxvn: 15, 'ban-to-chuc-tw': 3, 'nhu-quynh': 7, 'vi-du': 7 };

describe.each(places)('a filled template of %s/%s passes', (profileId, organisation) => {
  const profile = profileOf(profileId);
  const choices: StreamChoice[] = profile.vocabularies.field
    .slice(0, 4)
    .map(({ label }) => ({ field: capital(label), breadth: 'Đa số', attitude: 'Tán thành' }));

  it('as a roster', async () => {
    const filling = rosterFilling(profile, acceptedSize[organisation] ?? 5);
    const validation = await fill({ profile: profileId, organisation, kind: 'roster', period: null }, filling);
    expect(found(validation)).toEqual([]);
    expect(validation.members).toBe(acceptedSize[organisation]);
  });

  it('as a report', async () => {
    const validation = await fill(
      { profile: profileId, organisation, kind: 'report', period: '2023-11' },
      reportFilling(choices),
    );
    expect(found(validation)).toEqual([]);
    expect(validation.streams).toBe(8);
    expect(validation.nil).toBe(false);
    expect(validation.parsed.document).toMatchObject({ proposals: [{ text: {}, recipient: {} }], salient: [{}] });
  });

  it('as a report that nothing arose', async () => {
    const validation = await fill({ profile: profileId, organisation, kind: 'report', period: '2023-11' }, nilFilling);
    expect(found(validation)).toEqual([]);
    expect(validation.nil).toBe(true);
  });

  it('as a year record', async () => {
    const validation = await fill({ profile: profileId, organisation, kind: 'year', period: '2023' }, yearFilling);
    expect(found(validation)).toEqual([]);
    expect(validation.parsed.document).toMatchObject({
      plan: { value: { number: '12-KH/ĐU', date: { iso: '2023-01-15' } } },
      review: { value: { number: '99-BC/ĐU', date: { iso: '2023-12-20' } } },
      trainings: [{ attendees: { value: 20 } }],
      inspections: [{}],
      tasks: [{}, {}],
      commendations: [{}],
      surveys: [{}],
      briefings: Array.from({ length: 12 }, () => ({})),
    });
  });
});

describe('drop-downs and rules agree', () => {
  /** Every list on the list sheet, by its title. */
  async function listsOf(place: Place): Promise<Map<string, string[]>> {
    const lists = readWorkbook(await templateOf(place), { inflate }).sheets.find(({ name }) => name === 'Danh mục');
    const columns = new Map<number, string[]>();
    for (const { cells } of lists?.rows ?? [])
      for (const { column, value } of cells) columns.set(column, [...(columns.get(column) ?? []), valueText(value)]);
    return new Map([...columns.values()].map(([title = '', ...values]) => [title, values]));
  }

  it.each(places)('for every field, breadth and attitude offered by %s/%s', async (profileId, organisation) => {
    const place = { profile: profileId, organisation, kind: 'report', period: '2023-11' } as const;
    const lists = await listsOf(place);
    const [fields = [], breadths = [], attitudes = []] = ['Lĩnh vực', 'Mức độ', 'Khuynh hướng'].map((title) =>
      lists.get(title),
    );
    const { field, breadth, attitude } = profileOf(profileId).vocabularies;
    expect([fields.length, breadths.length, attitudes.length]).toEqual([field.length, breadth.length, attitude.length]);
    const choices = Array.from({ length: Math.max(fields.length, breadths.length, attitudes.length) }, (_, index) => ({
      field: fields[index % fields.length] ?? '',
      breadth: breadths[index % breadths.length] ?? '',
      attitude: attitudes[index % attitudes.length] ?? '',
    }));
    expect(found(await fill(place, reportFilling(choices)))).toEqual([]);
  });

  it.each(places)('for every role and status offered by %s/%s', async (profileId, organisation) => {
    const place = { profile: profileId, organisation, kind: 'roster', period: null } as const;
    const profile = profileOf(profileId);
    const lists = await listsOf(place);
    const roles = lists.get('Vai trò') ?? [];
    const statuses = lists.get('Trạng thái') ?? [];
    expect(roles).toEqual(profile.vocabularies.role.map(({ label }) => capital(label)));
    expect(statuses).toEqual(profile.vocabularies.status.map(({ label }) => capital(label)));
    const size = acceptedSize[organisation] ?? 5;
    const filling = rosterFilling(profile, size + statuses.length + roles.length);
    const rows = (filling.tables?.[''] ?? []).map((row, index) => {
      // The first keep the accepted size; the others try out every role and every status that has left.
      if (index < size) return { ...row, 'Vai trò': roles[index % roles.length] ?? '' };
      return { ...row, 'Trạng thái': statuses[1 + ((index - size) % (statuses.length - 1))] ?? '' };
    });
    const validation = await fill(place, { ...filling, tables: { '': rows } });
    expect(found(validation)).toEqual([]);
  });

  it.each([
    ['Định kỳ', 'Văn bản', {}],
    ['Đột xuất', 'Văn bản', { 'Theo yêu cầu tại': 'Công văn số 311-CV/ĐUK ngày 07/11/2023' }],
    ['Nhanh', 'Điện thoại', {}],
    ['Nhanh', 'Thư điện tử công vụ', {}],
    ['Nhanh', 'Ứng dụng công nghệ', {}],
  ])('for a report «%s» sent by «%s»', async (type, channel, more) => {
    const place = { profile: 'duk-2021-2025', organisation: 'ttxvn', kind: 'report', period: '2023-11' } as const;
    const lists = await listsOf(place);
    expect(lists.get('Loại báo cáo')).toContain(type);
    expect(lists.get('Hình thức gửi')).toContain(channel);
    const filling = reportFilling([{ field: 'Đối ngoại', breadth: 'Đa số', attitude: 'Tán thành' }]);
    const fields = { ...filling.fields, 'Loại báo cáo': type, 'Hình thức gửi': channel, ...more };
    const validation = await fill(place, { ...filling, fields });
    // A number the register does not know is none of the template's concern.
    expect(found(validation).filter((text) => !text.includes(' citation '))).toEqual([]);
  });
});

describe('the limits shown are the limits judged', () => {
  const shownLimits = /từ (\d+) đến (\d+) đồng chí/;
  const sizeRules = ['upper-team-size', 'grassroots-team-size'];

  function limitsShown(profile: Profile, organisation: Organisation): { rule: string; demand: string }[] {
    const day = templateDay(profile, null);
    return requirementsOf({ kind: 'roster', profile, organisation, day }).filter(({ rule }) =>
      sizeRules.includes(rule),
    );
  }

  async function sizeFindings(
    profile: Profile,
    organisation: Organisation,
    members: number,
    kind: 'Đội ngũ' | 'Nhóm kiêm nhiệm',
  ) {
    const template = await writeTemplate({ kind: 'roster', profile, organisation, period: null });
    const validation = judge(await fillTemplate(template, 'roster', rosterFilling(profile, members, kind)), profile);
    return validation.findings.map(({ rule }) => rule).filter((rule) => sizeRules.includes(rule));
  }

  const duk = profileOf('duk-2021-2025');
  const changed = profileSchema.parse({
    ...duk,
    rules: duk.rules.map((entry) =>
      entry.id === 'upper-team-size' ? { ...entry, parameters: { minimum: 8, maximum: 25 } } : entry,
    ),
  });

  it.each([
    ['the shipped profile', duk, 'ttxvn', 'Đội ngũ', 'upper-team-size', 15, 20],
    ['the shipped profile', duk, 'ttxvn', 'Nhóm kiêm nhiệm', 'grassroots-team-size', 3, 5],
    ['the shipped profile', duk, 'ban-to-chuc-tw', 'Đội ngũ', 'grassroots-team-size', 3, 5],
    ['other parameters', changed, 'ttxvn', 'Đội ngũ', 'upper-team-size', 8, 25],
  ] as const)('%s: %o', async (_name, profile, id, kind, rule, minimum, maximum) => {
    const organisation = organisationOf(profile, id);
    const demand = limitsShown(profile, organisation).find((one) => one.rule === rule)?.demand ?? '';
    expect(shownLimits.exec(demand)?.slice(1).map(Number)).toEqual([minimum, maximum]);
    expect(await sizeFindings(profile, organisation, minimum, kind)).toEqual([]);
    expect(await sizeFindings(profile, organisation, maximum, kind)).toEqual([]);
    expect(await sizeFindings(profile, organisation, minimum - 1, kind)).toEqual([rule]);
    expect(await sizeFindings(profile, organisation, maximum + 1, kind)).toEqual([rule]);
  });

  it.each([
    ['van-lam-2023', 'nhu-quynh'],
    ['blank', 'vi-du'],
  ])('%s shows no size and judges none', async (id, organisationId) => {
    const profile = profileOf(id);
    const organisation = organisationOf(profile, organisationId);
    expect(limitsShown(profile, organisation)).toEqual([]);
    const template = await writeTemplate({ kind: 'roster', profile, organisation, period: null });
    const instructions = readWorkbook(template, { inflate }).sheets.find(({ name }) => name === 'Hướng dẫn');
    const texts = (instructions?.rows ?? []).flatMap(({ cells }) => cells.map(({ value }) => valueText(value)));
    expect(texts.filter((text) => /từ \d+ đến \d+/.test(text))).toEqual([]);
    for (const members of [1, 2, 6, 21])
      expect(await sizeFindings(profile, organisation, members, 'Đội ngũ')).toEqual([]);
  });

  it('shows every demand with the words of its clause', async () => {
    const organisation = organisationOf(duk, 'ttxvn');
    const template = await writeTemplate({ kind: 'roster', profile: duk, organisation, period: null });
    const instructions = readWorkbook(template, { inflate }).sheets.find(({ name }) => name === 'Hướng dẫn');
    const texts = (instructions?.rows ?? []).flatMap(({ cells }) => cells.map(({ value }) => valueText(value)));
    expect(texts).toContain('Đội ngũ có từ 15 đến 20 đồng chí đang hoạt động.');
    expect(texts).toContain('05-KL/ĐUK, khoản 2: «đảng bộ cấp trên cơ sở có từ 15 đến 20 đồng chí»');
  });

  it('shows the rules in force at the end of the period', () => {
    const organisation = organisationOf(duk, 'ttxvn');
    const rulesAt = (period: string): string[] =>
      requirementsOf({ kind: 'report', profile: duk, organisation, day: templateDay(duk, period) }).map(
        ({ rule }) => rule,
      );
    expect(rulesAt('2021-11')).not.toContain('report-deadline');
    expect(rulesAt('2021-12')).toContain('report-deadline');
  });
});

describe('optional columns', () => {
  const duk = profileOf('duk-2021-2025');
  const switchedOn = profileSchema.parse({
    ...duk,
    roster: { optionalColumns: ['birthYear', 'gender', 'education', 'politicalTheory', 'phone', 'email'] },
  });

  it('stand before the note when the profile switches them on', async () => {
    const template = await writeTemplate({
      kind: 'roster',
      profile: switchedOn,
      organisation: organisationOf(switchedOn, 'ttxvn'),
      period: null,
    });
    const filling = rosterFilling(switchedOn, 15);
    const rows = (filling.tables?.[''] ?? []).map((row, index) => ({
      ...row,
      'Năm sinh': 1980,
      'Giới tính': 'Nữ',
      'Trình độ chuyên môn': 'Thạc sĩ',
      'Lý luận chính trị': 'Cao cấp',
      'Điện thoại': `0912345${String(100 + index)}`,
      'Email công vụ': `cb${String(index)}@example.vn`,
    }));
    const validation = judge(await fillTemplate(template, 'roster', { ...filling, tables: { '': rows } }), switchedOn);
    expect(found(validation)).toEqual([]);
    expect(validation.parsed.document).toMatchObject({
      members: rows.map((row) => ({ optional: { phone: { value: row['Điện thoại'] }, birthYear: { value: '1980' } } })),
    });
  });
});

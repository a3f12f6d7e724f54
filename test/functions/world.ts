/** Services over a store in memory, callers, and committee workbooks made for the tests. */
import type { Aggregate, AggregateFile } from '../../core/api.ts';
import { profiles, defaultProfileId } from '../../core/profiles/index.ts';
import type { Profile } from '../../core/profile.ts';
import { rulesetHash } from '../../core/validate.ts';
import { newWorkbook } from '../../core/file/exceljs.ts';
import { planReports, type Mishap } from '../../functions/demo/plan.ts';
import { seededRandom } from '../../functions/demo/random.ts';
import { reportWorkbook, rosterWorkbook } from '../../functions/demo/workbooks.ts';
import { sealAggregate } from '../../functions/summaries/children.ts';
import { HttpProblem, type Orchestrations, type Principal, type Services } from '../../functions/route.ts';
import type { Store } from '../../functions/store/store.ts';
import { emptyMemory, openMemoryStore } from './store/memory.ts';

const shipped = profiles.get(defaultProfileId);
if (!shipped) throw new Error('the default profile is missing');
const profile: Profile = shipped;
export const committees = profile.organisations.filter(({ level }) => level !== 'bloc').map(({ id }) => id);

export const bloc: Principal = { id: 't.bloc', name: 'Cán bộ Khối', role: 'bloc', organisations: null };

export function staffOf(organisation: string): Principal {
  return { id: `t.${organisation}`, name: `Cán bộ ${organisation}`, role: 'staff', organisations: [organisation] };
}

export interface World extends Services {
  /** Sets the server's clock. */
  at(instant: string): void;
  readonly events: { readonly event: string; readonly fields: Readonly<Record<string, unknown>> }[];
  readonly started: { readonly instance: string; readonly input: unknown }[];
  readonly terminated: string[];
}

export function openWorld(store: Store = openMemoryStore(emptyMemory()), from = '2023-11-20T03:00:00.000Z'): World {
  let now = new Date(from);
  const started: World['started'] = [];
  const terminated: string[] = [];
  const events: World['events'] = [];
  const orchestrations: Orchestrations = {
    start: (_name, instance, input) => Promise.resolve(void started.push({ instance, input })),
    terminate: (instance) => Promise.resolve(void terminated.push(instance)),
    progress: () => Promise.resolve(null),
  };
  return {
    store,
    profile,
    ruleset: rulesetHash(profile),
    now: () => now,
    orchestrations,
    log: (event, fields) => void events.push({ event, fields }),
    at: (instant) => void (now = new Date(instant)),
    events,
    started,
    terminated,
  };
}

/** A report of the demo; `seed` varies its content. */
export async function report(
  organisation: string,
  { period = '2023-11', mishap = 'none', seed = 1 }: { period?: string; mishap?: Mishap; seed?: number } = {},
): Promise<Uint8Array> {
  const [plan] = planReports(profile).filter((one) => one.organisation.id === organisation);
  if (!plan) throw new RangeError(`no committee ${organisation}`);
  return reportWorkbook({ ...plan, period, mishap }, seededRandom(seed));
}

/** An ad-hoc report that names the request it answers. */
export async function adHocReport(organisation: string, request: string, mishap: Mishap = 'none'): Promise<Uint8Array> {
  const file = newWorkbook();
  await file.xlsx.load((await report(organisation, { mishap })).buffer as ArrayBuffer);
  const sheet = file.getWorksheet('Báo cáo');
  if (!sheet) throw new Error('the demo report has a sheet');
  sheet.getCell('B9').value = 'đột xuất';
  sheet.getCell('A11').value = 'Theo yêu cầu';
  sheet.getCell('B11').value = request;
  return new Uint8Array(await file.xlsx.writeBuffer());
}

export function roster(organisation: string, names: readonly string[], seed = 1): Promise<Uint8Array> {
  const found = profile.organisations.find(({ id }) => id === organisation);
  if (!found) throw new RangeError(`no committee ${organisation}`);
  return rosterWorkbook(
    { organisation: found, teamKind: 'group', size: names.length, mishap: 'none' },
    names,
    seededRandom(seed),
  );
}

/** What a child's summary hands up: one report in time with two streams, unless said otherwise. */
export function childFile(organisation: string, overrides: Partial<Omit<AggregateFile, 'hash'>> = {}): AggregateFile {
  return sealAggregate({
    format: 'bloc-rollup-aggregate/1',
    profile: 'cap-duoi',
    organisation,
    name: `Cấp dưới ${organisation}`,
    period: '2023-11',
    summary: '2023-11~20231126T031500000~3f9a1c20',
    contentHash: '0'.repeat(64),
    aggregate: childAggregate,
    children: [],
    ...overrides,
  });
}

export const childAggregate: Aggregate = {
  parts: 1,
  figures: {
    organisations: 3,
    submitted: 1,
    onTime: 1,
    inGrace: 0,
    late: 0,
    missing: 2,
    receiptUnknown: 0,
    nilReports: 0,
    rosters: 1,
    teams: 1,
    groups: 0,
    people: 17,
    streams: 2,
    proposals: 1,
  },
  issues: [
    {
      field: 'kinh tế - xã hội',
      issue: 'Giá điện',
      streams: 2,
      breadth: { 'đa số': 2 },
      attitude: { '': 1, 'tán thành': 1 },
    },
  ],
  unlistedStreams: 0,
};

/** A workbook whose only text is given. */
export async function noteWorkbook(text: string): Promise<Uint8Array> {
  const sheet = newWorkbook().addWorksheet('Ghi chú');
  sheet.getCell('A1').value = text;
  return new Uint8Array(await sheet.workbook.xlsx.writeBuffer());
}

/** The problem a call is turned away with. */
export async function problemOf(call: Promise<unknown>): Promise<HttpProblem> {
  const error = await call.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (error instanceof HttpProblem) return error;
  throw new Error('expected an HttpProblem', { cause: error });
}

/**
 * A nation's month: `node bench-nation.js COMMITTEES` makes a roster and a report for every committee as extracts,
 * merges each Bloc's with the core, and adds the Blocs' aggregates up to provinces and those to the nation. Every level
 * is a generator, so that no more than one Bloc's rows and one aggregate of each level are in hand. Prints one line of
 * JSON. Throws when the nation's figures are not those of what was made.
 */
import type { Aggregate } from '../../core/api.ts';
import type { Stream } from '../../core/document.ts';
import { mergeExtracts } from '../../core/merge/merge.ts';
import type { Organisation, Profile } from '../../core/profile.ts';
import { defaultProfileId, profiles } from '../../core/profiles/index.ts';
import type { Extract } from '../../core/submission.ts';
import { rulesetHash } from '../../core/validate.ts';
import { demoAttitude, demoBreadth, demoIssues } from '../../functions/demo/texts.ts';
import { aggregateOf, combine } from '../../functions/summaries/aggregate.ts';
import * as build from '../core/rules/build.ts';

/** Of the merging alone, start left out; seconds, MiB. `wall` and `cpu` include making the extracts. */
export interface NationMeasured {
  readonly committees: number;
  readonly blocs: number;
  readonly streams: number;
  /** Streams of issues beyond those an aggregate lists. */
  readonly unlisted: number;
  readonly wall: number;
  readonly cpu: number;
  readonly peak: number;
}

const period = '2023-11';
const blocSize = 50;
const provinceSize = 500;
const membersEach = 17;
const streamsEach = 12;
/** Of a report's streams, those about something that only this committee raises. */
const ownStreams = 4;
const members = build.members(membersEach);

function baseProfile(): Profile {
  const profile = profiles.get(defaultProfileId);
  if (!profile) throw new Error('the profile is gone');
  return profile;
}

function committee(index: number): Organisation {
  return {
    id: `don-vi-${index}`,
    name: `Đảng ủy Đơn vị số ${index}`,
    aliases: [],
    level: 'upper',
    basis: 'fixture',
    from: null,
    to: null,
  };
}

function extractsOf({ id, name }: Organisation, index: number): Extract[] {
  const organisationText = build.at('A2', name);
  const stamp = (kind: string, receivedAt: string): Partial<Extract> => ({
    id: `${kind}-${id}`,
    hash: `${kind}-${id}`,
    receivedAt,
    version: 1,
  });
  return [
    build.extract(
      build.roster({ organisation: id, organisationText, members }),
      stamp('roster', '2023-02-01T02:00:00.000Z'),
    ),
    build.extract(
      build.report({ organisation: id, organisationText, streams: streamsOf(index) }),
      stamp('report', '2023-11-23T03:00:00.000Z'),
    ),
  ];
}

/** Two streams an issue: most about what the whole country talks about, the rest about the committee's own. */
function streamsOf(index: number): Stream[] {
  return Array.from({ length: streamsEach }, (_, at) => {
    const row = 17 + at;
    const issue = demoIssues[(index + Math.floor(at / 2)) % demoIssues.length] ?? demoIssues[0];
    if (!issue) throw new Error('the demo has no issues');
    const own = at >= streamsEach - ownStreams;
    const title = own ? `${issue.issue} (đơn vị số ${index})` : issue.issue;
    return build.stream(row, title, `${issue.streams[at % 2] ?? ''} Ý kiến của đơn vị số ${index}.`, {
      field: build.at(`B${row}`, issue.field),
      breadth: build.at(`E${row}`, demoBreadth[at % demoBreadth.length] ?? ''),
      attitude: build.at(`F${row}`, demoAttitude[(index + at) % demoAttitude.length] ?? ''),
    });
  });
}

/** The merge of the committees from `start` up to, not including, `end`. */
function bloc(base: Profile, ruleset: string, start: number, end: number): Aggregate {
  const committees = Array.from({ length: end - start }, (_, index) => committee(start + index));
  const profile: Profile = { ...base, organisations: committees };
  const summary = mergeExtracts({
    profile,
    period,
    extracts: committees.flatMap((one, index) => extractsOf(one, start + index)),
    refusals: [],
    previous: null,
    extensions: [],
    previousExtensions: [],
    proposalAnswers: [],
    exclusions: [],
    acknowledgements: [],
    asOf: '2023-11-30T00:00:00.000Z',
    ruleset,
    summarisedMonths: null,
  });
  return aggregateOf(summary);
}

/** Parts of `size` from `start` up to `end`, one at a time. */
function* each(
  start: number,
  end: number,
  size: number,
  part: (start: number, end: number) => Aggregate,
): Generator<Aggregate> {
  for (let from = start; from < end; from += size) yield part(from, Math.min(from + size, end));
}

function nation(committees: number): Aggregate {
  const base = baseProfile();
  const ruleset = rulesetHash(base);
  const province = (start: number, end: number): Aggregate =>
    combine(each(start, end, blocSize, (from, to) => bloc(base, ruleset, from, to)));
  return combine(each(0, committees, provinceSize, province));
}

function check({ figures, parts }: Aggregate, committees: number): void {
  const wanted = {
    organisations: committees,
    onTime: committees,
    missing: 0,
    teams: committees,
    people: committees * membersEach,
    streams: committees * streamsEach,
  };
  for (const [name, value] of Object.entries(wanted)) {
    const found = figures[name as keyof typeof wanted];
    if (found !== value) throw new Error(`${name}: ${found} in the nation's figures, ${value} made`);
  }
  if (parts !== Math.ceil(committees / blocSize)) throw new Error(`${parts} Blocs in the nation's figures`);
}

const committees = Number(process.argv[2] ?? 10_000);
const started = performance.now();
const before = process.cpuUsage();
const total = nation(committees);
const { user, system } = process.cpuUsage(before);
const wall = (performance.now() - started) / 1000;
check(total, committees);
const measured: NationMeasured = {
  committees,
  blocs: total.parts,
  streams: total.figures.streams,
  unlisted: total.unlistedStreams,
  wall,
  cpu: (user + system) / 1e6,
  peak: process.resourceUsage().maxRSS / 1024,
};
process.stdout.write(JSON.stringify(measured));

/**
 * The steps of a merge. Each may run twice, on any machine: it reads frozen input, writes under a name of its own and
 * finds what a run before it wrote.
 */
import type { Aggregate, AggregateFile } from '../../core/api.ts';
import { organisationsAt, type Profile } from '../../core/profile.ts';
import { canonicalJson, hashOf } from '../../core/hash.ts';
import { periodEnd } from '../../core/period.ts';
import { writeSummaryWorkbook, SheetFull } from '../../core/file/summary-workbook.ts';
import { ReconciliationError } from '../../core/merge/merge.ts';
import type { Summary } from '../../core/merge/summary.ts';
import type { Message } from '../../core/message.ts';
import type { Services } from '../route.ts';
import { deflate, inflate } from '../zlib.ts';
import { persist } from '../protocol/commit.ts';
import { aggregateOf, checkAgainst, combine } from './aggregate.ts';
import { hashWithChildren, readChild, sealAggregate } from './children.ts';
import { gather, mergeGathered, profileFor, type Gathered } from './merge-snapshot.ts';
import { findBlob, names, putOnce, readBlob } from './part-blob.ts';
import { takeSnapshot, type Snapshot } from './snapshot.ts';

export type Working = Pick<Services, 'store' | 'profile' | 'ruleset' | 'now'>;

/** Organisations of one chunk. */
const chunkSize = 25;
/** Children that one step adds up. */
export const fanIn = 32;
/** Beyond so many chunks a summary holds totals only: its rows would not fit a workbook that anyone can use. */
const mostWholeChunks = 80;

interface Part extends Gathered {
  readonly aggregate: Aggregate;
}

/** The outcome of a step that may find something that must not be published. */
export type Finished = { readonly contentHash: string } | { readonly problem: Message };

/** Freezes the input. Answers how many chunks there are. */
export async function snapshotActivity(
  services: Working,
  { id, period }: { readonly id: string; readonly period: string },
): Promise<{ readonly chunks: number }> {
  const { store } = services;
  const name = names.snapshot(id);
  const snapshot =
    (await findBlob<Snapshot>(store, name)) ?? (await putOnce(store, name, await takeSnapshot(services, period)));
  return { chunks: Math.ceil(organisationsOf(services.profile, snapshot).length / chunkSize) };
}

/** Merges the workbooks of one chunk of organisations. Answers the part's name. */
export async function chunkActivity(
  { store, profile }: Working,
  { id, index }: { readonly id: string; readonly index: number },
): Promise<string> {
  const name = names.part(id, index);
  if ((await persist(() => store.getBlob(name))) !== null) return name;
  const snapshot = await readBlob<Snapshot>(store, names.snapshot(id));
  const organisations = new Set(organisationsOf(profile, snapshot).slice(index * chunkSize, (index + 1) * chunkSize));
  const gathered = await gather(store, profile, snapshot, organisations);
  const merged = mergeGathered(profileFor(profile, organisations), snapshot, gathered);
  await putOnce<Part>(store, name, { ...gathered, aggregate: aggregateOf(merged) });
  return name;
}

/** Adds up children's aggregates. Answers the name of the sum. */
export async function combineActivity(
  { store }: Working,
  { id, level, index, children }: { id: string; level: number; index: number; children: readonly string[] },
): Promise<string> {
  const aggregates: Aggregate[] = [];
  for (const child of children) aggregates.push(await readAggregate(store, child));
  const name = names.level(id, level, index);
  await putOnce(store, name, combine(aggregates));
  return name;
}

/**
 * Makes the summary and its workbooks from the parts, and holds it against the sum of the parts. With too many parts for
 * one workbook the sum is the summary. What the summary hands up is that sum with the children's aggregates.
 */
export async function finishActivity(
  services: Working,
  { id, parts, total }: { readonly id: string; readonly parts: readonly string[]; readonly total: string },
): Promise<Finished> {
  const { store, profile } = services;
  const aggregate = await readAggregate(store, total);
  const snapshot = await readBlob<Snapshot>(store, names.snapshot(id));
  try {
    if (parts.length > mostWholeChunks)
      return await handUp(services, snapshot, { id, own: aggregate, contentHash: hashOf(canonicalJson(aggregate)) });
    const summary = mergeGathered(profile, snapshot, await readParts(services, parts, snapshot.previous !== null));
    checkAgainst(aggregate, summary.figures);
    const stored = await putOnce(store, names.summary(id), summary);
    for (const includeMembers of [true, false])
      await storeWorkbook(services, id, stored, includeMembers, snapshot.asOf);
    return await handUp(services, snapshot, { id, own: aggregate, contentHash: stored.contentHash });
  } catch (error) {
    if (error instanceof ReconciliationError || error instanceof SheetFull) return { problem: error.reason };
    throw error;
  }
}

/** Stores what the summary hands up. Throws ReconciliationError when the tallies of the whole do not tie. */
async function handUp(
  { store, profile }: Working,
  { period, children }: Snapshot,
  { id, own, contentHash }: { readonly id: string; readonly own: Aggregate; readonly contentHash: string },
): Promise<{ readonly contentHash: string }> {
  const files: (AggregateFile & { readonly child: string })[] = [];
  for (const { organisation, hash } of children)
    files.push({ ...(await persist(() => readChild(store, hash))), child: organisation });
  const aggregate = files.length === 0 ? own : combine([own, ...files.map((file) => file.aggregate)]);
  const registered = new Map(profile.organisations.map(({ id: organisation, name }) => [organisation, name]));
  const content = {
    format: 'bloc-rollup-aggregate/1' as const,
    profile: profile.id,
    organisation: profile.bloc.id,
    name: profile.bloc.name,
    period,
    summary: id,
    aggregate,
    children: files.map((file) => ({
      organisation: file.child,
      name: registered.get(file.child) ?? file.name,
      hash: file.hash,
      figures: file.aggregate.figures,
    })),
  };
  const published = hashWithChildren(contentHash, content);
  await putOnce(store, names.aggregate(id), sealAggregate({ ...content, contentHash: published }));
  return { contentHash: published };
}

async function readParts({ store }: Working, parts: readonly string[], compare: boolean): Promise<Gathered> {
  const read: Part[] = [];
  for (const name of parts) read.push(await readBlob<Part>(store, name));
  return {
    extracts: read.flatMap(({ extracts }) => extracts),
    previous: compare ? read.flatMap(({ previous }) => previous ?? []) : null,
  };
}

async function storeWorkbook(
  { store }: Working,
  id: string,
  summary: Summary,
  includeMembers: boolean,
  createdAt: string,
): Promise<void> {
  const name = names.workbook(id, includeMembers);
  if ((await persist(() => store.getBlob(name))) !== null) return;
  const bytes = await writeSummaryWorkbook(summary, { deflate, inflate, includeMembers, createdAt });
  await persist(() => store.putBlob(name, bytes));
}

async function readAggregate(store: Services['store'], name: string): Promise<Aggregate> {
  const content = await readBlob<Aggregate | Part>(store, name);
  return 'aggregate' in content ? content.aggregate : content;
}

/** Everybody who owes something or has sent something, in an order that does not depend on when. */
function organisationsOf(profile: Profile, { period, records, previous }: Snapshot): string[] {
  const active = organisationsAt(profile, periodEnd(period)).map(({ id }) => id);
  const known = [...records, ...(previous ?? [])].map(({ organisation }) => organisation);
  const blocs = profile.organisations.filter(({ level }) => level === 'bloc').map(({ id }) => id);
  return [...new Set([...active, ...known, ...blocs, profile.bloc.id])].sort();
}

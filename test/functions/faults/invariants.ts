/** What must hold whatever went wrong, stated without a word about how records are laid out. */
import { createHash } from 'node:crypto';
import type { Store } from '../../../functions/store/store.ts';
import type { Journal } from './journal.ts';

/** What a scenario reads out of its store. */
export interface World {
  readonly submissions: readonly {
    readonly id: string;
    readonly slot: string;
    readonly version: number;
    readonly hash: string;
    /** False when it was rejected: it may never become current. */
    readonly acceptable: boolean;
    /** Name of the blob of the bytes as they were sent. */
    readonly original: string;
    /** Other blobs it names. */
    readonly blobs: readonly string[];
  }[];
  readonly current: readonly { readonly slot: string; readonly id: string }[];
  readonly audit: readonly {
    readonly sequence: number;
    readonly previous: string;
    readonly hash: string;
    /** The hash of the row's content as the inspector computes it. */
    readonly computed: string;
    readonly action: 'submitted' | 'published' | 'other';
    readonly subject: string;
  }[];
  readonly published: {
    readonly id: string;
    readonly blobs: readonly string[];
    readonly contains: readonly { readonly slot: string; readonly id: string }[];
  } | null;
}

/** All that does not hold, in words. Empty when all is well. */
export async function violations(world: World, journal: Journal, store: Store): Promise<string[]> {
  return [
    ...acknowledged(world, journal),
    ...once(world),
    ...elected(world),
    ...auditChain(world),
    ...published(world, journal),
    ...(await blobs(world, store)),
  ];
}

function acknowledged(world: World, journal: Journal): string[] {
  const hashes = new Map(world.submissions.map((submission) => [submission.id, submission.hash]));
  return journal.submitted
    .filter(({ id, hash }) => hashes.get(id) !== hash)
    .map(({ id }) => `lost acknowledgement: ${id}`);
}

function once(world: World): string[] {
  return [
    ...repeated(world.submissions.map(({ slot, hash }) => `${slot} ${hash.slice(0, 8)}`)).map(
      (content) => `content received twice: ${content}`,
    ),
    ...repeated(world.submissions.map(({ id }) => id)).map((id) => `id given twice: ${id}`),
    ...repeated(world.current.map(({ slot }) => slot)).map((slot) => `two current versions: ${slot}`),
  ];
}

/** The latest acceptable version is current. */
function elected(world: World): string[] {
  const latest = new Map<string, { id: string; version: number }>();
  for (const { slot, id, version, acceptable } of world.submissions)
    if (acceptable && version > (latest.get(slot)?.version ?? 0)) latest.set(slot, { id, version });
  const current = new Map(world.current.map(({ slot, id }) => [slot, id]));
  const slots = [...new Set([...latest.keys(), ...current.keys()])];
  return slots
    .filter((slot) => latest.get(slot)?.id !== current.get(slot))
    .map(
      (slot) =>
        `wrong current version: ${slot} is ${current.get(slot) ?? 'none'}, not ${latest.get(slot)?.id ?? 'none'}`,
    );
}

function auditChain({ audit, submissions, published }: World): string[] {
  const broken = audit.flatMap((row, index) => {
    const before = audit[index - 1];
    return [
      ...(row.sequence === index + 1 ? [] : [`audit row ${index + 1} has sequence ${row.sequence}`]),
      ...(row.hash === row.computed ? [] : [`audit row ${row.sequence} was altered`]),
      ...(before === undefined || row.previous === before.hash ? [] : [`audit chain breaks at ${row.sequence}`]),
    ];
  });
  const rows = (action: string, subject: string): number =>
    audit.filter((row) => row.action === action && row.subject === subject).length;
  const received = submissions
    .filter(({ id }) => rows('submitted', id) !== 1)
    .map(({ id }) => `${rows('submitted', id)} audit rows for ${id}`);
  const ids = new Set(submissions.map(({ id }) => id));
  const unfounded = audit
    .filter((row) => row.action === 'submitted' && !ids.has(row.subject))
    .map((row) => `audit row without its submission: ${row.subject}`);
  const unaudited =
    published !== null && rows('published', published.id) !== 1
      ? [`${rows('published', published.id)} audit rows for the publication of ${published.id}`]
      : [];
  return [...broken, ...received, ...unfounded, ...unaudited];
}

/** Each committee once; nothing older than what was acknowledged before a finished merge was asked for. */
function published({ published, submissions }: World, journal: Journal): string[] {
  if (published === null) return journal.finished.length === 0 ? [] : ['a finished merge published nothing'];
  const versions = new Map(submissions.map(({ id, version }) => [id, version]));
  const acceptable = new Set(submissions.filter((submission) => submission.acceptable).map(({ id }) => id));
  const merged = new Map(published.contains.map(({ slot, id }) => [slot, versions.get(id) ?? 0]));
  const stale = journal.finished
    .flat()
    .filter(({ id, slot }) => acceptable.has(id) && (merged.get(slot) ?? 0) < (versions.get(id) ?? 0))
    .map(({ id }) => `stale: ${id} is missing from a summary merged after it`);
  return [
    ...repeated(published.contains.map(({ slot }) => slot)).map((slot) => `merged twice: ${slot}`),
    ...published.contains.filter(({ id }) => !versions.has(id)).map(({ id }) => `merged but not submitted: ${id}`),
    ...new Set(stale),
  ];
}

/** Whatever is pointed at is there; originals are what was sent. */
async function blobs(world: World, store: Store): Promise<string[]> {
  const found: string[] = [];
  for (const name of new Set([...world.submissions.flatMap(({ blobs }) => blobs), ...(world.published?.blobs ?? [])]))
    if ((await store.getBlob(name)) === null) found.push(`dangling: ${name}`);
  for (const { id, original, hash } of world.submissions) {
    const bytes = await store.getBlob(original);
    if (bytes === null) found.push(`dangling: ${original}`);
    else if (createHash('sha256').update(bytes).digest('hex') !== hash) found.push(`original altered: ${id}`);
  }
  const ids = new Set(world.submissions.map(({ id }) => id));
  return [...found, ...world.current.filter(({ id }) => !ids.has(id)).map(({ id }) => `dangling: ${id}`)];
}

function repeated(items: readonly string[]): string[] {
  return [...new Set(items.filter((item, index) => items.indexOf(item) !== index))];
}

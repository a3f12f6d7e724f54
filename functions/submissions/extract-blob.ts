/**
 * Extracts as blobs. A blob holds what follows from the content alone and is named by it, so that two requests with the
 * same file never disagree about a blob; id, version, file name and time of receipt are the record's.
 */
import { canonicalJson, hashOf } from '../../core/hash.ts';
import type { Extract } from '../../core/submission.ts';
import { persist } from '../protocol/commit.ts';
import type { Store } from '../store/store.ts';
import type { SubmissionRecord } from './record.ts';

/** A stored blob is missing or is not what its name says. */
export class BlobDamaged extends Error {
  constructor(name: string) {
    super(`The blob ${name} is missing or damaged`);
    this.name = 'BlobDamaged';
  }
}

/** Extracts kept in memory by one process. */
const kept = 512;
const caches = new WeakMap<Store, Map<string, Extract>>();

/** Stores the extract and answers its blob's name. */
export async function storeExtract(store: Store, extract: Extract): Promise<string> {
  const text = canonicalJson({ ...extract, id: '', file: '', receivedAt: null, version: null });
  const name = `extract/${extract.hash}-${extract.ruleset}-${digest(text)}.json`;
  await persist(() => store.putBlob(name, new TextEncoder().encode(text)));
  return name;
}

/** Throws BlobDamaged. */
export async function loadExtract(store: Store, record: SubmissionRecord): Promise<Extract> {
  const { id, file, receivedAt, version } = record;
  return { ...(await read(store, record.extract)), id, file, receivedAt, version };
}

/** In the order of the records. */
export async function loadExtracts(store: Store, records: readonly SubmissionRecord[]): Promise<Extract[]> {
  const extracts: Extract[] = [];
  // A few at a time: enough to hide the distance to a remote store.
  for (let start = 0; start < records.length; start += 16)
    extracts.push(...(await Promise.all(records.slice(start, start + 16).map((record) => loadExtract(store, record)))));
  return extracts;
}

async function read(store: Store, name: string): Promise<Extract> {
  const cache = caches.get(store) ?? new Map<string, Extract>();
  caches.set(store, cache);
  const known = cache.get(name);
  if (known !== undefined) return known;
  const bytes = await persist(() => store.getBlob(name));
  const text = bytes === null ? '' : new TextDecoder().decode(bytes);
  if (!name.endsWith(`-${digest(text)}.json`)) throw new BlobDamaged(name);
  const extract = JSON.parse(text) as Extract;
  cache.set(name, extract);
  const [oldest] = cache.keys();
  if (cache.size > kept && oldest !== undefined) cache.delete(oldest);
  return extract;
}

function digest(text: string): string {
  return hashOf(text).slice(0, 16);
}

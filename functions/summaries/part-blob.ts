/** The blobs of a summary: deterministic names, put only when absent, so that an activity run twice changes nothing. */
import { persist } from '../protocol/commit.ts';
import type { Store } from '../store/store.ts';
import { BlobDamaged } from '../submissions/extract-blob.ts';

export const names = {
  snapshot: (id: string): string => `summary/${id}/snapshot.json`,
  part: (id: string, index: number): string => `summary/${id}/part-${String(index).padStart(5, '0')}.json`,
  level: (id: string, level: number, index: number): string =>
    `summary/${id}/level-${level}-${String(index).padStart(5, '0')}.json`,
  /** What the summary hands up. */
  aggregate: (id: string): string => `summary/${id}/aggregate.json`,
  /** What a child handed up, by its hash. */
  child: (hash: string): string => `aggregate/${hash}.json`,
  summary: (id: string): string => `summary/${id}/summary.json`,
  workbook: (id: string, members: boolean): string =>
    `summary/${id}/${members ? 'workbook' : 'workbook-without-members'}.xlsx`,
} as const;

/** Stores JSON under a name once and answers what is there: ours, or that of the run before. */
export async function putOnce<Content>(store: Store, name: string, content: Content): Promise<Content> {
  const outcome = await persist(() => store.putBlob(name, new TextEncoder().encode(JSON.stringify(content))));
  return outcome === 'created' ? content : await readBlob<Content>(store, name);
}

/** Throws BlobDamaged when there is none. */
export async function readBlob<Content>(store: Store, name: string): Promise<Content> {
  const content = await findBlob<Content>(store, name);
  if (content === null) throw new BlobDamaged(name);
  return content;
}

export async function findBlob<Content>(store: Store, name: string): Promise<Content | null> {
  const bytes = await persist(() => store.getBlob(name));
  return bytes && (JSON.parse(new TextDecoder().decode(bytes)) as Content);
}

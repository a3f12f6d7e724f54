/**
 * The protocol in its smallest form, and the mistakes one could make in it. The lab must find nothing in the first and
 * something in each of the others: a lab that finds nothing anywhere proves nothing.
 */
import { createHash, randomUUID } from 'node:crypto';
import { StoreUnavailable, type Operation, type Store, type StoredRecord } from '../../../functions/store/store.ts';
import type { World } from './invariants.ts';
import type { Scenario, Work } from './lab.ts';

export const mistakes = [
  /** Reads, changes and writes back without minding tags, row by row. */
  'naive',
  /** The head is written before the original. */
  'headBeforeOriginal',
  /** The audit row is written after the batch. */
  'auditOutsideBatch',
  /** A lost answer is taken for success. */
  'assumesSuccess',
  /** A lost answer is taken for failure: sent again as a new version, without looking. */
  'assumesFailure',
  /** Acknowledges before the batch. */
  'acknowledgesEarly',
  /** A conflict is taken for "somebody else has done it". */
  'conflictIsDone',
  /** Does not look whether the published summary is newer. */
  'publishesOlder',
  /** Points at the summary before it is stored. */
  'pointerBeforeSummary',
  /** Reads where it stands after it has read the submissions. */
  'marksLate',
  /** Appends a committee's part to the summary's row, activity by activity. */
  'appendsParts',
] as const;
export type Mistake = (typeof mistakes)[number];

const partition = '2023-11';
const none = '0'.repeat(64);

interface Version {
  readonly id: string;
  readonly hash: string;
}

export function model(mistake: Mistake | null): {
  submit: (organisation: string, content: string) => Work;
  merge: Work;
  scenarios: { submit: Scenario; merge: Scenario };
} {
  const is = (kind: Mistake): boolean => mistake === kind;

  const submit = (organisation: string, content: string): Work => {
    const bytes = new TextEncoder().encode(content);
    const hash = sha(bytes);
    const original = `originals/${hash}`;
    return async (store, journal) => {
      if (!is('headBeforeOriginal')) await store.putBlob(original, bytes);
      let looked = false;
      for (;;) {
        const head = await store.get(partition, `head~${organisation}`);
        const chain = await store.get(partition, 'chain');
        const versions = (head?.value['versions'] ?? []) as Version[];
        const known = versions.find((version) => version.hash === hash);
        if (known !== undefined && !(is('assumesFailure') && looked)) {
          if (is('headBeforeOriginal')) await store.putBlob(original, bytes);
          journal.acknowledge({ id: known.id, slot: organisation, hash });
          return;
        }
        looked = true;
        const id = `${organisation}~${String(versions.length + 1).padStart(4, '0')}`;
        const audit = auditRow(chain, 'submitted', id);
        const submission: Operation = { type: 'insert', key: `submission~${id}`, value: { hash, original } };
        const operations = [
          upsert(`head~${organisation}`, head, { versions: [...versions, { id, hash }] }),
          ...(is('auditOutsideBatch') ? [] : audit),
        ];
        if (is('acknowledgesEarly')) journal.acknowledge({ id, slot: organisation, hash });
        try {
          const answer = is('naive')
            ? await oneByOne(store, [submission, ...operations])
            : await store.batch(partition, [submission, ...operations]);
          if (answer === 'conflict' && !is('conflictIsDone')) continue;
          if (is('auditOutsideBatch')) await append(store, 'submitted', id);
        } catch (error) {
          if (!(error instanceof StoreUnavailable && error.outcomeUnknown)) throw error;
          if (!is('assumesSuccess')) continue;
        }
        if (is('headBeforeOriginal')) await store.putBlob(original, bytes);
        journal.acknowledge({ id, slot: organisation, hash });
        return;
      }
    };
  };

  const merge: Work = async (store, journal) => {
    // Each attempt is a merge of its own.
    const asked = randomUUID();
    journal.merging(asked);
    for (;;) {
      const early = await store.get(partition, 'chain');
      const heads = await store.query(partition, 'head~');
      const chain = is('marksLate') ? await store.get(partition, 'chain') : early;
      const view = Number(chain?.value['sequence'] ?? 0);
      let contains = heads.map((head) => {
        const id = (head.value['versions'] as Version[]).at(-1)?.id ?? '';
        return { slot: head.key.slice('head~'.length), id };
      });
      if (is('appendsParts')) contains = await gather(store, view, contains);
      const text = JSON.stringify(contains);
      const id = `summary~${String(view).padStart(6, '0')}~${sha(new TextEncoder().encode(text)).slice(0, 8)}`;
      if (!is('pointerBeforeSummary')) await store.putBlob(`summaries/${id}`, new TextEncoder().encode(text));
      const pointer = await store.get(partition, 'published');
      if (!is('publishesOlder') && Number(pointer?.value['view'] ?? -1) >= view) break;
      if (pointer?.value['id'] === id) break;
      const now = await store.get(partition, 'chain');
      const operations = [upsert('published', pointer, { id, view }), ...auditRow(now, 'published', id)];
      try {
        const answer = is('naive') ? await oneByOne(store, operations) : await store.batch(partition, operations);
        if (answer === 'conflict') continue;
      } catch (error) {
        if (!(error instanceof StoreUnavailable && error.outcomeUnknown)) throw error;
        continue;
      }
      if (is('pointerBeforeSummary')) await store.putBlob(`summaries/${id}`, new TextEncoder().encode(text));
      break;
    }
    journal.merged(asked);
  };

  const prepare: Work = async (store, journal) => {
    await submit('a', 'a, first')(store, journal);
    await submit('b', 'b, first')(store, journal);
    await merge(store, journal);
  };
  return {
    submit,
    merge,
    scenarios: {
      submit: {
        prepare,
        act: submit('a', 'a, second'),
        overtake: async (store, journal) => {
          await submit('a', 'a, meanwhile')(store, journal);
          await merge(store, journal);
        },
        inspect,
      },
      merge: {
        prepare: async (store, journal) => {
          await prepare(store, journal);
          await submit('c', 'c, first')(store, journal);
        },
        act: merge,
        overtake: async (store, journal) => {
          await submit('b', 'b, meanwhile')(store, journal);
          await merge(store, journal);
        },
        inspect,
      },
    },
  };
}

/** Gathers the parts in a record, as activities that are not idempotent would: a second delivery adds a part again. */
async function gather<Part>(store: Store, view: number, parts: readonly Part[]): Promise<Part[]> {
  const key = `parts~${view}`;
  for (const part of parts) {
    const row = await store.get(partition, key);
    const gathered = (row?.value['parts'] ?? []) as Part[];
    await store.batch(partition, [upsert(key, row, { parts: [...gathered, part] })]);
  }
  return ((await store.get(partition, key))?.value['parts'] ?? []) as Part[];
}

function upsert(key: string, row: StoredRecord | null, value: Record<string, unknown>): Operation {
  return row === null ? { type: 'insert', key, value } : { type: 'update', key, value, tag: row.tag };
}

/** The next row of the chain, and the row that says how far the chain goes. */
function auditRow(chain: StoredRecord | null, action: string, subject: string): Operation[] {
  const sequence = Number(chain?.value['sequence'] ?? 0) + 1;
  const previous = (chain?.value['hash'] as string | undefined) ?? none;
  const hash = rowHash({ sequence, previous, action, subject });
  return [
    {
      type: 'insert',
      key: `audit~${String(sequence).padStart(6, '0')}`,
      value: { sequence, previous, action, subject, hash },
    },
    upsert('chain', chain, { sequence, hash }),
  ];
}

async function append(store: Store, action: string, subject: string): Promise<void> {
  for (;;) {
    const chain = await store.get(partition, 'chain');
    if ((await store.batch(partition, auditRow(chain, action, subject))) === 'done') return;
  }
}

/** Each by itself, over whatever is there now. */
async function oneByOne(store: Store, operations: readonly Operation[]): Promise<'done'> {
  for (const operation of operations) {
    if (operation.type === 'remove') continue;
    const row = await store.get(partition, operation.key);
    await store.batch(partition, [upsert(operation.key, row, operation.value)]);
  }
  return 'done';
}

async function inspect(store: Store): Promise<World> {
  const heads = await store.query(partition, 'head~');
  const submissions = await store.query(partition, 'submission~');
  const pointer = await store.get(partition, 'published');
  const summary = pointer === null ? null : String(pointer.value['id']);
  const bytes = summary === null ? null : await store.getBlob(`summaries/${summary}`);
  return {
    submissions: submissions.map(({ key, value }) => {
      const [, slot = '', version = ''] = key.split('~');
      return {
        id: `${slot}~${version}`,
        slot,
        version: Number(version),
        hash: String(value['hash']),
        acceptable: true,
        original: String(value['original']),
        blobs: [],
      };
    }),
    current: heads.map(({ key, value }) => ({
      slot: key.slice('head~'.length),
      id: (value['versions'] as Version[]).at(-1)?.id ?? '',
    })),
    audit: (await store.query(partition, 'audit~')).map(({ value }) => {
      const row = value as {
        sequence: number;
        previous: string;
        action: 'submitted' | 'published';
        subject: string;
        hash: string;
      };
      return { ...row, computed: rowHash(row) };
    }),
    published:
      summary === null
        ? null
        : {
            id: summary,
            blobs: [`summaries/${summary}`],
            contains:
              bytes === null ? [] : (JSON.parse(new TextDecoder().decode(bytes)) as { slot: string; id: string }[]),
          },
  };
}

function rowHash(row: { sequence: number; previous: string; action: string; subject: string }): string {
  return sha(new TextEncoder().encode([row.sequence, row.previous, row.action, row.subject].join('\n')));
}

function sha(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

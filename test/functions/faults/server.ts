/** The product's own protocol as the lab's clients use it, and what stands in the store read without it. */
import { canonicalJson, hashOf } from '../../../core/hash.ts';
import type { Summary } from '../../../core/merge/summary.ts';
import type { SubmissionStatus } from '../../../core/submission.ts';
import { rulesetHash } from '../../../core/validate.ts';
import type { Principal, Services } from '../../../functions/route.ts';
import type { Store } from '../../../functions/store/store.ts';
import { readStandings } from '../../../functions/submissions/standing.ts';
import { submit } from '../../../functions/submissions/submit.ts';
import { requestSummary } from '../../../functions/summaries/request.ts';
import { runMerge } from '../../../functions/summaries/run-merge.ts';
import type { World } from './invariants.ts';
import type { Work } from './lab.ts';
import { period, profile, type Workbook } from './workbooks.ts';

const ruleset = rulesetHash(profile);
let ticks = 0;
let processes = 0;

/** A process of the server over `store`. Its clock moves on by a second whenever it is read, and is some seconds fast or slow. */
export function servicesOver(store: Store): Services {
  const skew = ((processes++ % 3) - 1) * 5000;
  return {
    store,
    profile,
    ruleset,
    now: () => new Date(Date.parse(`${period}-20T02:00:00Z`) + 1000 * ticks++ + skew),
    // A merge that was asked for waits in the store; `merging` runs what waits, as the timer does.
    orchestrations: {
      start: () => Promise.resolve(),
      terminate: () => Promise.resolve(),
      progress: () => Promise.resolve(null),
    },
    log: () => undefined,
  };
}

export const bloc: Principal = { id: 'tenant.bloc', name: 'Bloc', role: 'bloc', organisations: null };

export function staffOf(organisation: string): Principal {
  return { id: `tenant.${organisation}`, name: organisation, role: 'staff', organisations: [organisation] };
}

export function submitting({ organisation, file, bytes, hash }: Workbook): Work {
  return async (store, journal) => {
    const receipt = await submit(servicesOver(store), staffOf(organisation), { organisation, period, file, bytes });
    journal.acknowledge({ id: receipt.id, slot: `${organisation}~${receipt.kind}`, hash });
    if (receipt.hash !== hash) throw new Error('The receipt is about another content');
  };
}

/** Asks for a summary. */
export const asking: Work = async (store, journal) => {
  const { id } = await requestSummary(servicesOver(store), bloc, period);
  journal.merging(id);
};

/** Asks for a summary and runs that merge alone. */
export const mergingNow: Work = async (store, journal) => {
  const { id } = await requestSummary(servicesOver(store), bloc, period);
  journal.merging(id);
  await runMerge(servicesOver(store), { id, period });
  journal.merged(id);
};

/** Runs, or resumes, whatever merges wait. */
export const merging: Work = async (store, journal) => {
  for (const { value } of await store.query(period, 'summary~')) {
    const { id, state } = value as { id: string; state: string };
    if (state === 'waiting') {
      journal.merging(id);
      await runMerge(servicesOver(store), { id, period });
    }
    journal.merged(id);
  }
};

/** Reads rows as they are. `known` says of each content whether it is acceptable. */
export function inspecting(known: readonly Workbook[]): (store: Store) => Promise<World> {
  const acceptable = new Map(known.map((workbook) => [workbook.hash, workbook.acceptable]));
  return async (store) => {
    const rows = (await store.query(period, 'submission~')).map(({ value }) => value as unknown as SubmissionRow);
    const slots = new Map(rows.map((row) => [`${row.organisation}~${row.kind}`, row]));
    const current: { slot: string; id: string }[] = [];
    for (const [slot, { organisation, kind }] of slots) {
      const { standings } = await readStandings(servicesOver(store), period, organisation, kind);
      for (const standing of standings.filter((one) => one.current)) current.push({ slot, id: standing.record.id });
    }
    return {
      submissions: rows.map((row) => ({
        id: row.id,
        slot: `${row.organisation}~${row.kind}`,
        version: row.version,
        hash: row.hash,
        acceptable: acceptable.get(row.hash) === true && row.withdrawn === null && row.excluded === null,
        original: `original/${row.hash}`,
        blobs: [row.extract],
      })),
      current,
      audit: (await store.query(period, 'audit~')).map(({ value }) => {
        const { hash, ...content } = value as unknown as AuditRow;
        return {
          sequence: content.sequence,
          previous: content.previous,
          hash,
          computed: hashOf(canonicalJson(content)),
          action: actionOf(content.action),
          subject: content.subject ?? '',
        };
      }),
      published: await publishedIn(store),
    };
  };
}

async function publishedIn(store: Store): Promise<World['published']> {
  const pointer = await store.get(period, 'published');
  if (pointer === null) return null;
  const id = String(pointer.value['summary']);
  const [summaryBlob = '', ...others] = [
    'summary.json',
    'snapshot.json',
    'workbook.xlsx',
    'workbook-without-members.xlsx',
  ].map((name) => `summary/${id}/${name}`);
  const bytes = await store.getBlob(summaryBlob);
  const summary = bytes && (JSON.parse(new TextDecoder().decode(bytes)) as Summary);
  return {
    id,
    blobs: [summaryBlob, ...others],
    contains: (summary?.submissions ?? []).flatMap(({ organisation, status, version }) =>
      accepted.has(status)
        ? [
            {
              slot: `${organisation}~report`,
              id: `${period}~${organisation}~report~${String(version).padStart(4, '0')}`,
            },
          ]
        : [],
    ),
  };
}

const accepted: ReadonlySet<SubmissionStatus> = new Set(['accepted', 'acceptedWithWarnings', 'nil']);

interface SubmissionRow {
  readonly id: string;
  readonly organisation: string;
  readonly kind: 'roster' | 'report' | 'year' | 'unknown';
  readonly version: number;
  readonly hash: string;
  readonly extract: string;
  readonly withdrawn: object | null;
  readonly excluded: object | null;
}

interface AuditRow {
  readonly sequence: number;
  readonly previous: string;
  readonly hash: string;
  readonly action: string;
  readonly subject: string | null;
}

function actionOf(action: string): 'submitted' | 'published' | 'other' {
  return action === 'submitted' || action === 'published' ? action : 'other';
}

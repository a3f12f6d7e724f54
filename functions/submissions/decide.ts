/** Taking a submission out of the election, and putting it back: withdrawn by whoever sent it, excluded by the Bloc. */
import { randomUUID } from 'node:crypto';
import type { SubmissionView } from '../../core/api.ts';
import { commit } from '../protocol/commit.ts';
import { keys, parseSubmissionId } from '../protocol/partitions.ts';
import type { Principal, Services } from '../route.ts';
import * as problems from './problems.ts';
import { findStanding, submissionView } from './receipt.ts';
import { readSubmission, type SubmissionRecord } from './record.ts';

type Deciding = Pick<Services, 'store' | 'profile' | 'now'>;

export function withdraw(
  services: Deciding,
  principal: Principal,
  id: string,
  reason: string,
): Promise<SubmissionView> {
  return change(services, principal, id, 'withdrawn', (record, decision) =>
    record.withdrawn === null ? { ...record, withdrawn: { reason, ...decision } } : null,
  );
}

export function exclude(services: Deciding, principal: Principal, id: string, reason: string): Promise<SubmissionView> {
  return change(services, principal, id, 'excluded', (record, decision) =>
    record.excluded?.reason === reason ? null : { ...record, excluded: { reason, ...decision } },
  );
}

/** Takes an exclusion back; the reason goes into the outbox, for those it concerns. */
export function include(services: Deciding, principal: Principal, id: string, reason: string): Promise<SubmissionView> {
  return change(
    services,
    principal,
    id,
    'included',
    (record) => (record.excluded === null ? null : { ...record, excluded: null }),
    reason,
  );
}

/** `decide` answers null when there is nothing to change. */
async function change(
  services: Deciding,
  principal: Principal,
  id: string,
  action: 'withdrawn' | 'excluded' | 'included',
  decide: (record: SubmissionRecord, decision: { readonly by: string; readonly at: string }) => SubmissionRecord | null,
  note: string | null = null,
): Promise<SubmissionView> {
  const name = parseSubmissionId(id);
  if (name === null) throw problems.notFound();
  const at = services.now().toISOString();
  const notice = keys.outbox(`${action}~${id}~${randomUUID()}`);
  await commit(services, name.partition, principal, async () => {
    const found = await readSubmission(services.store, name);
    if (!found) throw problems.notFound();
    const changed = decide(found.record, { by: principal.name, at });
    if (changed === null) return { answer: undefined };
    return {
      answer: undefined,
      operations: [
        { type: 'update', key: keys.submission(name), value: changed, tag: found.tag },
        { type: 'insert', key: notice, value: { topic: action, subject: id, at, note } },
      ],
      audit: { action, organisation: name.organisation, subject: id, file: found.record.hash },
    };
  });
  const { standing } = await findStanding(services, id);
  return submissionView(standing);
}

/** More time for one committee's report of a month: granted by somebody, for a reason. */
import { subordinatesAt } from '../../core/organisation.ts';
import { periodEnd } from '../../core/period.ts';
import { commit } from '../protocol/commit.ts';
import { keys } from '../protocol/partitions.ts';
import type { Principal, Services } from '../route.ts';
import { upsert } from '../submissions/submit.ts';
import { extensionRecord, type ExtensionRecord } from '../submissions/decisions.ts';
import { notFound } from '../submissions/problems.ts';

type Granting = Pick<Services, 'store' | 'profile' | 'now'>;

/** A later grant replaces the one before; the audit log keeps both. */
export async function grantExtension(
  services: Granting,
  principal: Principal,
  { period, organisation, until, reason }: Readonly<Record<'period' | 'organisation' | 'until' | 'reason', string>>,
): Promise<ExtensionRecord> {
  if (!subordinatesAt(services.profile, periodEnd(period)).some(({ id }) => id === organisation)) throw notFound();
  const extension: ExtensionRecord = {
    organisation,
    until: new Date(until).toISOString(),
    reason,
    grantor: principal.name,
    at: services.now().toISOString(),
  };
  const key = keys.extension(organisation);
  return commit(services, period, principal, async () => {
    const present = await services.store.get(period, key);
    const known = present && extensionRecord.parse(present.value);
    if (known?.until === extension.until && known.reason === reason) return { answer: known };
    return {
      answer: extension,
      operations: [upsert(key, present, extension)],
      audit: { action: 'extended', organisation, subject: period, file: null },
    };
  });
}

export async function endExtension(
  services: Granting,
  principal: Principal,
  period: string,
  organisation: string,
): Promise<void> {
  const key = keys.extension(organisation);
  await commit(services, period, principal, async () => {
    const present = await services.store.get(period, key);
    if (present === null) return { answer: undefined };
    return {
      answer: undefined,
      operations: [{ type: 'remove', key, tag: present.tag }],
      audit: { action: 'extension-ended', organisation, subject: period, file: null },
    };
  });
}

/** More time for one committee, for its report of a month or its answer to a request: granted by somebody, for a reason. */
import { subordinatesAt } from '../../core/organisation.ts';
import { periodEnd } from '../../core/period.ts';
import { commit } from '../protocol/commit.ts';
import { keys } from '../protocol/partitions.ts';
import type { Principal, Services } from '../route.ts';
import { upsert } from '../submissions/submit.ts';
import { extensionRecord, listRequests, type ExtensionRecord } from '../submissions/decisions.ts';
import { notFound } from '../submissions/problems.ts';
import { periodOfRequest } from './requests.ts';

type Granting = Pick<Services, 'store' | 'profile' | 'now'>;

interface Grant {
  readonly organisation: string;
  /** ISO instant, inclusive. */
  readonly until: string;
  readonly reason: string;
}

/** Where an extension stands: of the month's report, or of the answer to a request. */
interface Place {
  readonly period: string;
  readonly organisation: string;
  readonly key: string;
  /** What the audit log names: the period or the request. */
  readonly subject: string;
}

/** A later grant replaces the one before; the audit log keeps both. */
export async function grantExtension(
  services: Granting,
  principal: Principal,
  { period, ...grant }: Grant & { readonly period: string },
): Promise<ExtensionRecord> {
  checkCommittee(services, period, grant.organisation);
  return put(services, principal, reportPlace(period, grant.organisation), grant);
}

/** Throws HttpProblem 404 for a committee that was not asked. */
export async function extendRequest(
  services: Granting,
  principal: Principal,
  { request, ...grant }: Grant & { readonly request: string },
): Promise<ExtensionRecord> {
  const period = periodOfRequest(request);
  checkCommittee(services, period, grant.organisation);
  const found = (await listRequests(services.store, period)).find(({ id }) => id === request);
  if (!(found && (found.organisations?.includes(grant.organisation) ?? true))) throw notFound();
  return put(services, principal, requestPlace(request, grant.organisation), grant);
}

export function endExtension(
  services: Granting,
  principal: Principal,
  period: string,
  organisation: string,
): Promise<void> {
  return remove(services, principal, reportPlace(period, organisation));
}

export function endRequestExtension(
  services: Granting,
  principal: Principal,
  request: string,
  organisation: string,
): Promise<void> {
  return remove(services, principal, requestPlace(request, organisation));
}

function reportPlace(period: string, organisation: string): Place {
  return { period, organisation, key: keys.extension(organisation), subject: period };
}

function requestPlace(request: string, organisation: string): Place {
  const period = periodOfRequest(request);
  return { period, organisation, key: keys.requestExtension(request, organisation), subject: request };
}

function checkCommittee({ profile }: Granting, period: string, organisation: string): void {
  if (!subordinatesAt(profile, periodEnd(period)).some(({ id }) => id === organisation)) throw notFound();
}

async function put(
  services: Granting,
  principal: Principal,
  { period, organisation, key, subject }: Place,
  { until, reason }: Grant,
): Promise<ExtensionRecord> {
  const extension: ExtensionRecord = {
    organisation,
    until: new Date(until).toISOString(),
    reason,
    grantor: principal.name,
    at: services.now().toISOString(),
  };
  return commit(services, period, principal, async () => {
    const present = await services.store.get(period, key);
    const known = present && extensionRecord.parse(present.value);
    if (known?.until === extension.until && known.reason === reason) return { answer: known };
    return {
      answer: extension,
      operations: [upsert(key, present, extension)],
      audit: { action: 'extended', organisation, subject, file: null },
    };
  });
}

async function remove(
  services: Granting,
  principal: Principal,
  { period, organisation, key, subject }: Place,
): Promise<void> {
  await commit(services, period, principal, async () => {
    const present = await services.store.get(period, key);
    if (present === null) return { answer: undefined };
    return {
      answer: undefined,
      operations: [{ type: 'remove', key, tag: present.tag }],
      audit: { action: 'extension-ended', organisation, subject, file: null },
    };
  });
}

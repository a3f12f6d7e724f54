/** Ad-hoc requests of the Bloc, each with its own deadline. */
import { randomUUID } from 'node:crypto';
import type * as z from 'zod';
import type { AdHocRequest, newRequestSchema } from '../../core/api.ts';
import { commit } from '../protocol/commit.ts';
import { keys } from '../protocol/partitions.ts';
import type { Principal, Services } from '../route.ts';
import { notFound, unusableSelection } from '../submissions/problems.ts';

type Requesting = Pick<Services, 'store' | 'profile' | 'now'>;

const pattern = /^(\d{4}-(?:0[1-9]|1[0-2]))~[0-9a-f]{8}$/;

export async function createRequest(
  services: Requesting,
  principal: Principal,
  { period, title, organisations, deadline }: z.infer<typeof newRequestSchema>,
): Promise<AdHocRequest> {
  const { store, profile, now } = services;
  if (organisations?.some((id) => !profile.organisations.some((one) => one.id === id)))
    throw unusableSelection({ vi: 'Có tổ chức không có trong danh mục.', en: 'A committee is not in the register.' });
  const request: AdHocRequest = {
    id: `${period}~${randomUUID().slice(0, 8)}`,
    period,
    title,
    organisations,
    deadline: new Date(deadline).toISOString(),
    createdBy: principal.name,
    createdAt: now().toISOString(),
  };
  const key = keys.request(request.id);
  return commit(services, period, principal, async () => {
    if ((await store.get(period, key)) !== null) return { answer: request };
    return {
      answer: request,
      operations: [
        { type: 'insert', key, value: request },
        {
          type: 'insert',
          key: keys.outbox(`requested~${request.id}`),
          value: { topic: 'requested', subject: request.id, at: request.createdAt },
        },
      ],
      audit: { action: 'requested', organisation: null, subject: request.id, file: null },
    };
  });
}

export async function removeRequest(services: Requesting, principal: Principal, id: string): Promise<void> {
  const period = periodOfRequest(id);
  const key = keys.request(id);
  if ((await services.store.get(period, key)) === null) throw notFound();
  await commit(services, period, principal, async () => {
    const present = await services.store.get(period, key);
    if (present === null) return { answer: undefined };
    return {
      answer: undefined,
      operations: [{ type: 'remove', key, tag: present.tag }],
      audit: { action: 'request-removed', organisation: null, subject: id, file: null },
    };
  });
}

/** Throws HttpProblem 404 for what is no request's id. */
export function periodOfRequest(id: string): string {
  const period = pattern.exec(id)?.[1];
  if (period === undefined) throw notFound();
  return period;
}

/** What a caller may see of requests: of the committees asked only their own, for who else was asked is not theirs to know. */
export function requestsFor(requests: readonly AdHocRequest[], own: readonly string[] | null): AdHocRequest[] {
  if (own === null) return [...requests];
  return requests.flatMap((request) => {
    if (request.organisations === null) return [request];
    const organisations = request.organisations.filter((one) => own.includes(one));
    return organisations.length > 0 ? [{ ...request, organisations }] : [];
  });
}

/** Ad-hoc requests of the Bloc, each with its own deadline. */
import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import { requestSchema, type AdHocRequest, type newRequestSchema } from '../../core/api.ts';
import { commit } from '../protocol/commit.ts';
import { keys } from '../protocol/partitions.ts';
import type { Principal, Services } from '../route.ts';
import type { Store } from '../store/store.ts';
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
  const period = pattern.exec(id)?.[1];
  if (period === undefined) throw notFound();
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

/** By deadline. */
export async function listRequests(store: Store, period: string): Promise<AdHocRequest[]> {
  const records = await store.query(period, 'request~');
  return records.map(({ value }) => requestSchema.parse(value)).sort((a, b) => (a.deadline < b.deadline ? -1 : 1));
}

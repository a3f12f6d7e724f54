/**
 * Who may do what: the `members` partition of the record store, one record per directory account (`tid.oid`), written
 * by an administrator's command. A workbook or a token never says it.
 */
import * as z from 'zod';
import { roles } from '../../core/api.ts';
import type { Principal } from '../route.ts';
import type { Operation, Store } from '../store/store.ts';
import type { Account } from './verifier.ts';

export const membersPartition = 'members';

const memberSchema = z
  .strictObject({
    /** As others see it in receipts and in the audit log. */
    name: z.string().trim().min(1).max(100),
    role: z.enum(roles),
    /** Committees a member of staff acts for; null for the other roles, which see all. */
    organisations: z.array(z.string().regex(/^[a-z0-9-]+$/)).nullable(),
  })
  .refine(({ role, organisations }) => (role === 'staff' ? (organisations?.length ?? 0) > 0 : organisations === null), {
    message: 'staff act for at least one committee; other roles for none in particular',
  });

export type Member = z.infer<typeof memberSchema>;

export function memberKey({ tid, oid }: Account): string {
  return `${tid}.${oid}`;
}

/** `tid.oid` as an administrator types it; null when it is not two ids with a dot between. */
export function parseMemberKey(text: string): Account | null {
  const match = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.([0-9a-z-]{1,64})$/.exec(text.trim().toLowerCase());
  return match?.[1] !== undefined && match[2] !== undefined ? { tid: match[1], oid: match[2] } : null;
}

/** Null for an account nobody has admitted. Throws StoreUnavailable. */
export async function findPrincipal(store: Store, account: Account): Promise<Principal | null> {
  const id = memberKey(account);
  const record = await store.get(membersPartition, id);
  if (record === null) return null;
  const member = memberSchema.safeParse(record.value);
  return member.success ? { id, ...member.data } : null;
}

export async function listMembers(store: Store): Promise<{ readonly id: string; readonly member: Member }[]> {
  const records = await store.query(membersPartition, '');
  return records.flatMap(({ key, value }) => {
    const member = memberSchema.safeParse(value);
    return parseMemberKey(key) !== null && member.success ? [{ id: key, member: member.data }] : [];
  });
}

/** Admits an account or changes what it may do; every change leaves a row that tells who did it and when. */
export async function putMember(
  store: Store,
  account: Account,
  member: Member,
  change: { readonly by: string; readonly at: Date },
): Promise<void> {
  const value = memberSchema.parse(member);
  const key = memberKey(account);
  const present = await store.get(membersPartition, key);
  await write(store, key, change, 'put', value, [
    present === null ? { type: 'insert', key, value } : { type: 'update', key, value, tag: present.tag },
  ]);
}

/** False when the account was no member. */
export async function removeMember(
  store: Store,
  account: Account,
  change: { readonly by: string; readonly at: Date },
): Promise<boolean> {
  const key = memberKey(account);
  const present = await store.get(membersPartition, key);
  if (present === null) return false;
  await write(store, key, change, 'remove', null, [{ type: 'remove', key, tag: present.tag }]);
  return true;
}

async function write(
  store: Store,
  id: string,
  { by, at }: { readonly by: string; readonly at: Date },
  action: 'put' | 'remove',
  member: Member | null,
  operations: readonly Operation[],
): Promise<void> {
  const change: Operation = {
    type: 'insert',
    key: `change~${at.toISOString()}~${id}`,
    value: { id, action, by, at: at.toISOString(), member },
  };
  if ((await store.batch(membersPartition, [...operations, change])) === 'conflict')
    throw new Error('The member was changed by somebody else at the same time: try again');
}

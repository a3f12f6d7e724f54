/** Made-up colleagues for development: one member of staff per committee, the Bloc, an auditor. */
import type { Role } from '../../core/api.ts';
import { hashOf } from '../../core/hash.ts';
import type { Profile } from '../../core/profile.ts';
import type { Operation, Store } from '../store/store.ts';
import { memberKey, membersPartition, type Member } from './members.ts';
import { devTenant } from './settings.ts';

export interface DevMember {
  readonly oid: string;
  readonly member: Member;
}

/** The same ids at every start, so that receipts keep their sender. */
export function devMembers(profile: Profile): DevMember[] {
  const staff = profile.organisations
    .filter(({ level }) => level !== 'bloc')
    .map(({ id, name }) => ({
      oid: devOid('staff', id),
      member: { name: `Cán bộ ${name}`, role: 'staff' as const, organisations: [id] },
    }));
  return [
    { oid: devOid('bloc', null), member: { name: `Cán bộ ${profile.bloc.name}`, role: 'bloc', organisations: null } },
    { oid: devOid('auditor', null), member: { name: 'Kiểm tra viên', role: 'auditor', organisations: null } },
    ...staff,
  ];
}

export function devOid(role: Role, organisation: string | null): string {
  return hashOf(`dev:${role}:${organisation ?? ''}`).slice(0, 32);
}

/** Admits the made-up colleagues that are not there yet; what was changed since stays. */
export async function seedDevMembers(store: Store, profile: Profile): Promise<void> {
  const present = new Set((await store.query(membersPartition, `${devTenant}.`)).map(({ key }) => key));
  const missing = devMembers(profile)
    .map(({ oid, member }): Operation => ({ type: 'insert', key: memberKey({ tid: devTenant, oid }), value: member }))
    .filter(({ key }) => !present.has(key));
  for (let start = 0; start < missing.length; start += 100)
    await store.batch(membersPartition, missing.slice(start, start + 100));
}

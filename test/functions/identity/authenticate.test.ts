import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { profiles } from '../../../core/profiles/index.ts';
import { authenticateWith, createAuthenticate, type Authenticate } from '../../../functions/identity/authenticate.ts';
import { createDevIssuer, type DevIssuer } from '../../../functions/identity/dev-issuer.ts';
import { devMembers, seedDevMembers } from '../../../functions/identity/dev-members.ts';
import { answerDevMembers, answerDevToken } from '../../../functions/identity/dev-token.ts';
import { listMembers, membersPartition, putMember, removeMember } from '../../../functions/identity/members.ts';
import { KeysUnavailable } from '../../../functions/identity/verifier.ts';
import { openLocalStore } from '../../../functions/store/local.ts';
import type { Store } from '../../../functions/store/store.ts';

const profile = profiles.get('duk-2021-2025');
if (profile === undefined) throw new Error('the profile is missing');
const account = { tid: '11111111-1111-4111-8111-111111111111', oid: 'aaaaaaaa-0000-4000-8000-000000000001' };
const id = `${account.tid}.${account.oid}`;
const change = { by: 'root', at: new Date('2023-11-20T01:00:00Z') };
const headers = (values: Record<string, string>): Headers => new Headers(values);

let folder: string;
let store: Store;
let issuer: DevIssuer;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'identity-'));
  store = openLocalStore(folder);
  issuer = await createDevIssuer();
});
afterAll(async () => {
  await store.close();
  rmSync(folder, { recursive: true });
});

describe('an account that the directory vouches for', () => {
  const authenticate = (): Authenticate => authenticateWith('entra', () => Promise.resolve(account), store);
  const signedIn = headers({ authorization: 'Bearer a.b.c' });

  test('is nobody until it is admitted, somebody after, nobody when removed', async () => {
    await expect(authenticate()(signedIn)).rejects.toMatchObject({ status: 403, type: 'not-a-member' });
    await putMember(store, account, { name: 'Nguyễn Thị A', role: 'staff', organisations: ['ttxvn'] }, change);
    expect(await authenticate()(signedIn)).toEqual({
      id,
      name: 'Nguyễn Thị A',
      role: 'staff',
      organisations: ['ttxvn'],
    });
    const later = { by: 'root', at: new Date('2023-11-21T01:00:00Z') };
    await putMember(store, account, { name: 'Nguyễn Thị A', role: 'auditor', organisations: null }, later);
    expect(await authenticate()(signedIn)).toMatchObject({ role: 'auditor', organisations: null });
    expect(await listMembers(store)).toHaveLength(1);
    expect(await removeMember(store, account, { by: 'root', at: new Date('2023-11-22T01:00:00Z') })).toBe(true);
    await expect(authenticate()(signedIn)).rejects.toMatchObject({ status: 403 });
    expect(await removeMember(store, account, change)).toBe(false);
  });

  test('leaves a row for every change', async () => {
    const rows = await store.query(membersPartition, 'change~');
    expect(rows.map(({ value: { action, by, at } }) => [action, by, at])).toEqual([
      ['put', 'root', '2023-11-20T01:00:00.000Z'],
      ['put', 'root', '2023-11-21T01:00:00.000Z'],
      ['remove', 'root', '2023-11-22T01:00:00.000Z'],
    ]);
  });

  test.each([
    ['staff of no committee', { name: 'A', role: 'staff' as const, organisations: [] }],
    ['staff of all committees', { name: 'A', role: 'staff' as const, organisations: null }],
    ['an auditor of one committee', { name: 'A', role: 'auditor' as const, organisations: ['ttxvn'] }],
    ['nameless', { name: ' ', role: 'bloc' as const, organisations: null }],
  ])('cannot be admitted as %s', async (_name, member) => {
    await expect(putMember(store, account, member, change)).rejects.toThrow();
  });

  test('a damaged record admits nobody', async () => {
    const stray = { ...account, oid: 'damaged' };
    await store.batch(membersPartition, [{ type: 'insert', key: `${account.tid}.damaged`, value: { role: 'bloc' } }]);
    const damaged = authenticateWith('entra', () => Promise.resolve(stray), store);
    await expect(damaged(signedIn)).rejects.toMatchObject({ status: 403 });
  });
});

test('keys that cannot be fetched answer 503, not 401', async () => {
  const authenticate = authenticateWith('entra', () => Promise.reject(new KeysUnavailable()), store);
  await expect(authenticate(headers({ authorization: 'Bearer a.b.c' }))).rejects.toMatchObject({ status: 503 });
});

test.each(['', 'Basic YTpi', 'Bearer', 'Bearer a.b', 'Bearer a.b.c, Bearer d.e.f', 'Bearer a.b.c d'])(
  'no bearer token: «%s»',
  async (authorization) => {
    const authenticate = authenticateWith('entra', () => Promise.resolve(account), store);
    expect(await authenticate(headers({ authorization }))).toBeNull();
  },
);

describe('development on one machine', () => {
  const now = new Date();
  const local = { host: '127.0.0.1:7071', 'content-type': 'application/json' };
  const ask = (body: unknown, values: Record<string, string> = local): ReturnType<typeof answerDevToken> =>
    answerDevToken({ headers: headers(values), body: JSON.stringify(body) }, { issuer, profile, now });
  const authenticate = (): Authenticate =>
    createAuthenticate({ AUTH_MODE: 'dev', BOUND_ADDRESS: '127.0.0.1', DEV_KEYS: issuer.keys }, store);

  async function tokenFor(body: unknown): Promise<string> {
    const { status, json } = await ask(body);
    expect(status).toBe(200);
    return (json as { token: string }).token;
  }

  beforeAll(async () => {
    await seedDevMembers(store, profile);
    await seedDevMembers(store, profile);
  });

  test.each([
    [{ role: 'staff', organisation: 'ttxvn' }, 'staff', ['ttxvn']],
    [{ role: 'bloc', organisation: null }, 'bloc', null],
    [{ role: 'auditor' }, 'auditor', null],
  ])('a minted token signs %j in', async (body, role, organisations) => {
    const authorization = `Bearer ${await tokenFor(body)}`;
    expect(await authenticate()(headers({ ...local, authorization }))).toMatchObject({ role, organisations });
  });

  test('a minted token is refused on a request from elsewhere', async () => {
    const authorization = `Bearer ${await tokenFor({ role: 'bloc' })}`;
    for (const from of [
      { host: 'rollup.lan' },
      { ...local, 'x-forwarded-for': '10.0.0.7' },
      { ...local, via: '1.1 p' },
      {},
    ])
      expect(await authenticate()(headers({ ...from, authorization }))).toBeNull();
  });

  test('a token of another run is refused', async () => {
    const token = await (await createDevIssuer()).mint(devMembers(profile)[0]?.oid ?? '', now);
    expect(await authenticate()(headers({ ...local, authorization: `Bearer ${token}` }))).toBeNull();
  });

  test.each<[string, unknown, Record<string, string>, number]>([
    ['an unknown committee', { role: 'staff', organisation: 'không-có' }, local, 400],
    ['staff of no committee', { role: 'staff' }, local, 400],
    ['an unknown role', { role: 'admin' }, local, 400],
    ['no body', undefined, local, 400],
    ['a form', { role: 'bloc' }, { ...local, 'content-type': 'text/plain' }, 415],
    ['a name that points here', { role: 'bloc' }, { ...local, host: 'evil.example' }, 403],
    ['a proxy', { role: 'bloc' }, { ...local, 'x-forwarded-for': '10.0.0.7' }, 403],
  ])('no token for %s', async (_name, body, values, status) => {
    expect(await ask(body, values)).toMatchObject({ status });
  });

  test('lists whom to act as', () => {
    const { status, json } = answerDevMembers(headers(local), profile);
    const { members } = json as { members: unknown[] };
    expect(status).toBe(200);
    expect(members[0]).toEqual({ role: 'bloc', organisation: null, name: `Cán bộ ${profile.bloc.name}` });
    expect(members).toHaveLength(devMembers(profile).length);
    expect(answerDevMembers(headers({ host: 'evil.example' }), profile).status).toBe(403);
  });
});

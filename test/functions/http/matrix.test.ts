/**
 * Who may do what, over every route of the table, against what is written down here: a route without a row fails, and so
 * does a row without a route. The tokens are real, the store is in memory and new for every call.
 */
import { createLocalJWKSet } from 'jose';
import { beforeAll, describe, expect, test } from 'vitest';
import * as z from 'zod';
import { waiverFile } from '../../../core/merge/waivers.ts';
import { defaultProfileId } from '../../../core/profiles/index.ts';
import { Gate, type Outgoing } from '../../../functions/http/serve.ts';
import { authenticateWith } from '../../../functions/identity/authenticate.ts';
import { putMember } from '../../../functions/identity/members.ts';
import type { TokenDemands } from '../../../functions/identity/settings.ts';
import { verifierOver, type Verifier } from '../../../functions/identity/verifier.ts';
import type { Route } from '../../../functions/route.ts';
import { routes } from '../../../functions/routes/index.ts';
import { submit } from '../../../functions/submissions/submit.ts';
import { receiveChild } from '../../../functions/summaries/children.ts';
import { requestSummary } from '../../../functions/summaries/request.ts';
import { runMerge } from '../../../functions/summaries/run-merge.ts';
import { grantExtension } from '../../../functions/tracking/extensions.ts';
import { proposalsOf } from '../../../functions/tracking/proposals.ts';
import { createRequest } from '../../../functions/tracking/requests.ts';
import { audience, createSigner, issuerOf, otherTenant, tenant, type Signer } from '../identity/tokens.ts';
import { copyOf, emptyMemory, openMemoryStore, type Memory } from '../store/memory.ts';
import { bloc, childFile, committees, openWorld, report, staffOf, type World } from '../world.ts';

const [committeeA = '', committeeB = ''] = committees;
const period = '2023-11';

/** `own`: 404 for what is another committee's. `filtered`: answered, with nothing of another committee in it. */
interface Row {
  readonly staff: 'own' | 'filtered' | 'never';
  readonly bloc: boolean;
  readonly auditor: boolean;
  readonly status: number;
}
const row = (staff: Row['staff'], forBloc: boolean, auditor: boolean, status = 200): Row => ({
  staff,
  bloc: forBloc,
  auditor,
  status,
});

const expected: Readonly<Record<string, Row | 'open'>> = {
  'acknowledgement-delete': row('never', true, false, 204),
  'acknowledgement-list': row('filtered', true, true),
  'acknowledgement-put': row('own', true, false),
  'audit-read': row('never', true, true),
  'board-read': row('filtered', true, true),
  'chaser-list': row('never', true, false),
  'child-delete': row('never', true, false, 204),
  'child-list': row('filtered', true, true),
  'child-put': row('own', true, false),
  'config-read': 'open',
  'extension-delete': row('never', true, false, 204),
  'extension-put': row('never', true, false),
  'health-live': 'open',
  'health-ready': 'open',
  'missing-list': row('never', true, true),
  openapi: 'open',
  'profile-read': row('filtered', true, true),
  'proposal-list': row('filtered', true, true),
  'proposal-put': row('never', true, false),
  'rehearsal-read': row('never', true, false),
  'request-create': row('never', true, false, 201),
  'request-delete': row('never', true, false, 204),
  'request-extension-delete': row('never', true, false, 204),
  'request-extension-put': row('never', true, false),
  'request-list': row('filtered', true, true),
  'submission-annotated': row('own', true, true),
  'submission-create': row('own', true, false, 201),
  'submission-exclude': row('never', true, false),
  'submission-findings': row('own', true, true),
  'submission-history': row('own', true, true),
  'submission-include': row('never', true, false),
  'submission-list': row('own', true, true),
  'submission-original': row('own', true, true),
  'submission-read': row('own', true, true),
  'submission-rows': row('own', true, true),
  'submission-withdraw': row('own', true, false),
  'summary-aggregate': row('never', true, true),
  'summary-cancel': row('never', true, false),
  'summary-content': row('never', true, true),
  'summary-create': row('never', true, false, 202),
  'summary-list': row('never', true, true),
  'summary-read': row('never', true, true),
  'summary-source': row('never', true, false),
  'summary-workbook': row('never', true, true),
  'template-read': row('own', true, true),
  validate: row('own', true, false),
  'waiver-export': row('filtered', true, true),
  'waiver-import': row('never', true, false),
};

type Caller = 'none' | 'wrong audience' | 'other tenant' | 'staff A' | 'staff B' | 'Bloc' | 'auditor';
const callers: readonly Caller[] = ['none', 'wrong audience', 'other tenant', 'staff A', 'staff B', 'Bloc', 'auditor'];

/** What a call about one committee names. */
interface Target {
  readonly organisation: string;
  readonly submission: string;
  readonly finding: string;
  readonly proposal: string;
  readonly workbook: Uint8Array;
}

const demands: TokenDemands = { tenants: [tenant], issuer: issuerOf, audiences: [audience], scope: 'access_as_user' };
const members = {
  'staff A': { oid: 'staff-a', member: { name: 'A', role: 'staff' as const, organisations: [committeeA] } },
  'staff B': { oid: 'staff-b', member: { name: 'B', role: 'staff' as const, organisations: [committeeB] } },
  Bloc: { oid: 'bloc', member: { name: 'C', role: 'bloc' as const, organisations: null } },
  auditor: { oid: 'auditor', member: { name: 'D', role: 'auditor' as const, organisations: null } },
};

let memory: Memory;
let world: World;
let verify: Verifier;
let tokens: ReadonlyMap<Caller, string | null>;
let targets: Readonly<Record<'A' | 'B', Target>>;
let published: string;
let waiting: string;
let request: string;

beforeAll(async () => {
  const signer = await createSigner('k');
  const keys = createLocalJWKSet(signer.jwks);
  verify = verifierOver(demands, () => keys);
  tokens = await mintAll(signer);
  memory = emptyMemory();
  world = openWorld(openMemoryStore(memory));
  for (const { oid, member } of Object.values(members))
    await putMember(world.store, { tid: tenant, oid }, member, { by: 'test', at: world.now() });
  const [a, b] = [await submitted(committeeA), await submitted(committeeB)];
  ({ id: published } = await requestSummary(world, bloc, period));
  await runMerge(world, { id: published, period });
  ({ id: waiting } = await requestSummary(world, bloc, period));
  const deadline = '2023-11-30T00:00:00.000Z';
  ({ id: request } = await createRequest(world, bloc, {
    period,
    title: 'Báo cáo đột xuất',
    organisations: null,
    deadline,
  }));
  for (const organisation of [committeeA, committeeB]) {
    await grantExtension(world, bloc, { period, organisation, until: deadline, reason: 'Có lý do' });
    await receiveChild(world, bloc, { period, organisation, file: childFile(organisation, { period }) });
  }
  const proposals = await proposalsOf(world, period, null);
  const proposalOf = (organisation: string): string =>
    proposals.find((one) => one.organisation === organisation)?.id ?? 'none';
  targets = {
    A: { ...a, proposal: proposalOf(committeeA) },
    B: { ...b, proposal: proposalOf(committeeB) },
  };
});

async function submitted(organisation: string): Promise<Omit<Target, 'proposal'>> {
  const bytes = await report(organisation, { period, mishap: 'none', seed: 1 });
  const { id, findings } = await submit(world, staffOf(organisation), { organisation, period, file: 'a.xlsx', bytes });
  const workbook = await report(organisation, { period, seed: 2 });
  return { organisation, submission: id, finding: findings[0]?.id ?? '0'.repeat(16), workbook };
}

async function mintAll(signer: Signer): Promise<ReadonlyMap<Caller, string | null>> {
  return new Map<Caller, string | null>([
    ['none', null],
    // Both would be the Bloc if only their subject were looked at.
    ['wrong audience', await signer.token({ oid: 'bloc', aud: '44444444-4444-4444-8444-444444444444' })],
    ['other tenant', await signer.token({ oid: 'bloc', tid: otherTenant })],
    ...(await Promise.all(
      Object.entries(members).map(async ([caller, { oid }]): Promise<[Caller, string]> => [
        caller as Caller,
        await signer.token({ oid }),
      ]),
    )),
  ]);
}

const reason = { reason: 'Có lý do' };
const bodies = ({ organisation }: Target): Readonly<Record<string, unknown>> => ({
  'acknowledgement-put': { ...reason, expires: null },
  'child-put': childFile(organisation, { period }),
  'extension-put': { ...reason, until: '2023-12-01T00:00:00.000Z' },
  'proposal-put': { status: 'forwarded', answer: null },
  'request-extension-put': { ...reason, until: '2023-12-01T00:00:00.000Z' },
  'request-create': { period, title: 'Yêu cầu', organisations: null, deadline: '2023-11-30T00:00:00.000Z' },
  'submission-exclude': reason,
  'submission-include': reason,
  'submission-withdraw': reason,
  'summary-create': { period },
  'waiver-import': waiverFile({ profile: defaultProfileId, period, waivers: [] }),
});

async function call(route: Route, caller: Caller, target: Target): Promise<Outgoing> {
  const store = openMemoryStore(copyOf(memory));
  const gate = new Gate({
    authenticate: authenticateWith('entra', verify, store),
    services: { ...openWorld(store), signIn: { mode: 'dev' } },
    origins: new Set(),
    write: () => undefined,
  });
  const { organisation, submission, finding, proposal } = target;
  const values: Readonly<Record<string, string>> = {
    period,
    organisation,
    submission,
    finding,
    proposal,
    kind: 'report',
    request,
    source: 'S1',
    summary: route.id === 'summary-cancel' ? waiting : published,
  };
  const params = Object.fromEntries(
    [...route.path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => [name, values[name] ?? '']),
  );
  const known = route.query instanceof z.ZodObject ? Object.keys(route.query.shape) : [];
  const asked = ['organisation', 'period'].filter((name) => known.includes(name));
  const token = tokens.get(caller) ?? null;
  return gate.serve(route, {
    method: route.method,
    headers: new Headers(token === null ? {} : { authorization: `Bearer ${token}` }),
    query: new URLSearchParams(asked.map((name): [string, string] => [name, values[name] ?? ''])),
    params,
    body: bodyOf(route, target),
  });
}

function bodyOf(route: Route, target: Target): AsyncIterable<Uint8Array> | null {
  if (route.body === 'none') return null;
  const json = JSON.stringify(bodies(target)[route.id]);
  const bytes = route.body === 'bytes' ? target.workbook : new TextEncoder().encode(json);
  return (async function* () {
    yield await Promise.resolve(bytes);
  })();
}

function expectation(rule: Row | 'open', caller: Caller, target: 'A' | 'B'): number {
  if (rule === 'open') return 200;
  switch (caller) {
    case 'staff A':
    case 'staff B':
      if (rule.staff === 'never') return 403;
      return rule.staff === 'filtered' || caller.endsWith(target) ? rule.status : 404;
    case 'Bloc':
      return rule.bloc ? rule.status : 403;
    case 'auditor':
      return rule.auditor ? rule.status : 403;
    default:
      return 401;
  }
}

test('every route has a row, every row a route, every id once', () => {
  expect(routes.map(({ id }) => id).sort()).toEqual(Object.keys(expected).sort());
});

describe.each(routes.map((route): [string, Route] => [route.id, route]))('%s', (id, route) => {
  test.each(callers)('%s', async (caller) => {
    const rule = expected[id];
    if (rule === undefined) throw new Error('no row');
    for (const target of ['A', 'B'] as const) {
      const answer = await call(route, caller, targets[target]);
      expect([target, answer.status, answer.status >= 400 ? answer.body : '']).toEqual([
        target,
        expectation(rule, caller, target),
        answer.status >= 400 ? answer.body : '',
      ]);
      if (rule !== 'open' && rule.staff === 'filtered' && (caller === 'staff A' || caller === 'staff B')) {
        const other = targets[caller === 'staff A' ? 'B' : 'A'];
        const said = JSON.stringify(withoutProfile(answer.body));
        for (const secret of [other.submission, other.proposal, other.finding, `"${other.organisation}"`])
          expect(said).not.toContain(secret);
      }
    }
  });
});

test('a route opened too wide would show', async () => {
  for (const route of routes.filter(({ access }) => access !== 'anyone')) {
    const rule = expected[route.id];
    if (rule === undefined || rule === 'open') continue;
    const wide: Route = { ...route, access: { staff: 'all', bloc: 'all', auditor: 'all' } };
    const shown = await Promise.all(
      (['staff A', 'staff B', 'Bloc', 'auditor'] as const).map(
        async (caller) => (await call(wide, caller, targets.A)).status === expectation(rule, caller, 'A'),
      ),
    );
    const open = rule.staff === 'filtered' && rule.bloc && rule.auditor;
    expect([route.id, shown.every(Boolean)]).toEqual([route.id, open]);
  }
});

/** Without the register in the profile, which is for everybody. */
function withoutProfile(body: string | Uint8Array | undefined): unknown {
  const { profile: register, ...rest } = JSON.parse(typeof body === 'string' ? body : '{}') as Record<string, unknown>;
  return register === undefined || rest.role !== undefined ? rest : { ...rest, register };
}

/**
 * Fifty marks in cells, sheet and file names, headers and tokens, sent through the real app on the real host: none comes
 * out in a log, an audit row, a message to others, or a problem.
 */
import { join } from 'node:path';
import { createLocalJWKSet } from 'jose';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Receipt } from '../../../core/api.ts';
import { newWorkbook } from '../../../core/file/exceljs.ts';
import type { LogLine } from '../../../functions/http/log.ts';
import { Gate } from '../../../functions/http/serve.ts';
import { authenticateWith } from '../../../functions/identity/authenticate.ts';
import { putMember } from '../../../functions/identity/members.ts';
import { verifierOver } from '../../../functions/identity/verifier.ts';
import { routes } from '../../../functions/routes/index.ts';
import { openLocalStore } from '../../../functions/store/local.ts';
import type { StoredRecord } from '../../../functions/store/store.ts';
import { audience, createSigner, issuerOf, tenant } from '../identity/tokens.ts';
import {
  builtApp,
  builtHost,
  makeFolder,
  readAddress,
  removeFolder,
  runHost,
  type HostProcess,
} from '../local/host-process.ts';
import { emptyMemory, openMemoryStore } from '../store/memory.ts';
import { committees, noteWorkbook, openWorld, report, roster } from '../world.ts';

const [organisation = ''] = committees;
const period = '2023-11';
let used = 0;
/** The next mark: no word of any language, and no number that a mask would take away. */
const mark = (): string => `Zqkanari${String.fromCharCode(97 + (used % 26), 97 + Math.floor(used++ / 26))}xw`;

/** Everything that others than the sender may see, by where it was said. */
const said: { readonly where: string; readonly text: string }[] = [];
let folder: string;
let host: HostProcess;
let token: string;
let receipts = 0;

beforeAll(async () => {
  folder = makeFolder();
  host = await runHost(builtHost, ['--data', join(folder, 'data'), '--port', '0', '--app', builtApp], readAddress);
  token = await signIn({ role: 'staff', organisation });
});

afterAll(() => removeFolder(folder));

async function signIn(body: unknown): Promise<string> {
  const headers = { 'content-type': 'application/json' };
  const response = await fetch(`${host.url}/dev/token`, { method: 'POST', headers, body: JSON.stringify(body) });
  return ((await response.json()) as { token: string }).token;
}

/** Sends a request; a problem is something said, and so is every header of the answer. */
async function send(path: string, init: RequestInit = {}, as: string | null = token): Promise<Response> {
  const headers = new Headers(init.headers);
  if (as !== null && !headers.has('authorization')) headers.set('authorization', `Bearer ${as}`);
  const response = await fetch(`${host.url}${path}`, { ...init, headers });
  const body = await response.clone().text();
  if (response.status >= 400) said.push({ where: `${path} ${response.status}`, text: body });
  const own = [...response.headers].filter(([name]) => name !== 'content-disposition');
  said.push({ where: `${path} headers`, text: JSON.stringify(own) });
  return response;
}

async function submit(bytes: Uint8Array, name: string, headers: Record<string, string> = {}): Promise<Response> {
  const response = await send(`/api/submissions?organisation=${organisation}&period=${period}`, {
    method: 'POST',
    body: bytes as BodyInit,
    headers: { 'x-file-name': encodeURIComponent(name), ...headers },
  });
  if (response.ok) {
    receipts++;
    const { findings } = (await response.clone().json()) as Receipt;
    said.push({ where: 'findings', text: JSON.stringify(findings.map(({ message, remedy }) => [message, remedy])) });
  }
  return response;
}

/** A report or roster with a mark added to every text below the heading. */
async function marked(bytes: Uint8Array, from: number): Promise<Uint8Array> {
  const workbook = newWorkbook();
  await workbook.xlsx.load(bytes.buffer as ArrayBuffer);
  workbook.title = mark();
  workbook.keywords = mark();
  workbook.eachSheet((sheet) => {
    sheet.eachRow((row, number) => {
      if (number < from) return;
      row.eachCell((cell) => {
        if (typeof cell.value === 'string' && used < 40) cell.value = `${cell.value} ${mark()}`;
      });
    });
  });
  const [first] = workbook.worksheets;
  if (first) first.getCell('A1').note = mark();
  workbook.addWorksheet(mark()).getCell('B2').value = mark();
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

test('none of fifty marks comes out where it must not', { timeout: 120_000 }, async () => {
  // File names, also where the file is refused.
  expect((await submit(await report(organisation, { period }), `${mark()}.xlsx`)).status).toBe(201);
  expect((await submit(Buffer.from(mark()), `../${mark()}.xlsx`)).status).toBe(422);
  const ole = Buffer.from('d0cf11e0a1b11ae1', 'hex');
  expect((await submit(Buffer.concat([ole, Buffer.from(mark())]), `${mark()}.xls`)).status).toBe(422);
  // Cells: of a report and a roster, in their tables and everywhere; of a workbook that is neither; beside a mark of secrecy.
  await submit(await marked(await report(organisation, { period, seed: 2 }), 8), 'a.xlsx');
  await submit(await marked(await report(organisation, { period, seed: 3 }), 1), 'b.xlsx');
  await submit(await marked(await roster(organisation, ['Nguyễn Văn An', 'Trần Thị Bình']), 5), 'c.xlsx');
  await submit(await noteWorkbook(mark()), 'd.xlsx');
  await submit(await noteWorkbook(`TUYỆT MẬT ${mark()} 0912345678`), 'e.xlsx');
  // Headers and tokens that are not believed.
  await send('/api/profile', { headers: { authorization: `Bearer ${mark()}.${mark()}.${mark()}` } });
  await send('/api/profile', { headers: { authorization: `Basic ${mark()}` } });
  await send('/api/profile', {
    headers: {
      'user-agent': mark(),
      'x-correlation-id': mark(),
      traceparent: `00-${mark()}`,
      cookie: `session=${mark()}`,
      referer: `http://${mark()}/`,
      origin: `https://${mark()}.example`,
      'accept-language': mark(),
    },
  });
  // Addresses, queries and bodies that no route takes.
  await send(`/api/${mark()}`);
  await send(`/api/submissions/${mark()}`);
  await send(`/api/submissions?period=${mark()}`);
  await send(`/api/profile?${mark()}=1`);
  await send('/api/validate', { method: 'POST', body: `{"${mark()}`, headers: { 'x-file-name': mark() } });
  const id = `${period}~${organisation}~report~0001`;
  await send(`/api/submissions/${id}/withdraw`, { method: 'POST', body: JSON.stringify({ [mark()]: mark() }) });
  await send(`/api/submissions/${id}/withdraw`, { method: 'POST', body: `{"reason": "${mark()}` });
  // A reason is for those it concerns; it is no part of the audit log.
  expect(
    (await send(`/api/submissions/${id}/withdraw`, { method: 'POST', body: JSON.stringify({ reason: mark() }) }))
      .status,
  ).toBe(200);
  await send(`/api/submissions/${id}/original`);
  expect(used).toBeGreaterThanOrEqual(50);
  expect(receipts).toBeGreaterThanOrEqual(3);

  const bloc = await signIn({ role: 'bloc' });
  for (const path of [
    'audit?period=2023-11',
    'audit?period=roster',
    `periods/${period}/chasers`,
    `periods/${period}`,
  ]) {
    const response = await send(`/api/${path}`, {}, bloc);
    expect([path, response.status]).toEqual([path, 200]);
    said.push({ where: path, text: await response.text() });
  }
  expect(await host.stop()).toBe(0);
  said.push({ where: 'standard error', text: host.errors() }, { where: 'standard output', text: host.firstLine });

  const store = openLocalStore(join(folder, 'data'));
  const rows: StoredRecord[] = [];
  for (const partition of [period, '2023', 'roster', 'host', 'members'])
    for (const prefix of ['audit', 'outbox', 'head', 'hash', 'change', 'instance', ''])
      rows.push(...(await store.query(partition, prefix)).filter(({ key }) => !key.startsWith('submission~')));
  // The marks did arrive: the sender's own row has the name of the file.
  expect(JSON.stringify(await store.query(period, 'submission~'))).toMatch(/kanari/);
  await store.close();
  expect(rows.some(({ key }) => key.startsWith('audit~'))).toBe(true);
  said.push({ where: 'records', text: JSON.stringify(rows) });

  expect(host.errors()).toContain('"event":"request"');
  expect(said.filter(({ text }) => /kanari/i.test(text)).map(({ where, text }) => [where, around(text)])).toEqual([]);
});

test('what a believed token says besides its account goes nowhere', async () => {
  const signer = await createSigner('k');
  const keys = createLocalJWKSet(signer.jwks);
  const world = openWorld(openMemoryStore(emptyMemory()));
  const lines: LogLine[] = [];
  const demands = { tenants: [tenant], issuer: issuerOf, audiences: [audience], scope: 'access_as_user' };
  const authenticate = authenticateWith(
    'entra',
    verifierOver(demands, () => keys),
    world.store,
  );
  const gate = new Gate({ authenticate, services: world, origins: new Set(), write: (line) => lines.push(line) });
  const account = { tid: tenant, oid: 'aaaaaaaa-0000-4000-8000-000000000001' };
  const claims = { name: mark(), preferred_username: `${mark()}@x.vn`, email: mark(), roles: [mark()], nonce: mark() };
  const call = async (id: string): Promise<string> => {
    const route = routes.find((one) => one.id === id);
    if (route === undefined) throw new Error(`no route ${id}`);
    const headers = new Headers({ authorization: `Bearer ${await signer.token({ ...claims, oid: account.oid })}` });
    const query = new URLSearchParams(route.body === 'bytes' ? { organisation, period } : {});
    const bytes = await report(organisation, { period });
    const body = (async function* () {
      yield await Promise.resolve(bytes);
    })();
    const answer = await gate.serve(route, {
      method: route.method,
      headers,
      query,
      params: {},
      body: route.body === 'bytes' ? body : null,
    });
    return JSON.stringify([answer.status, answer.headers, answer.body]);
  };
  const answers = [await call('profile-read')];
  const member = { name: 'Cán bộ A', role: 'staff' as const, organisations: [organisation] };
  await putMember(world.store, account, member, { by: 'test', at: world.now() });
  answers.push(await call('profile-read'), await call('submission-create'));
  const { receivedBy } = JSON.parse((JSON.parse(answers[2] ?? '') as [number, unknown, string])[2]) as Receipt;
  expect(receivedBy).toBe('Cán bộ A');
  const rows = await world.store.query(period, '');
  expect(JSON.stringify([answers, lines, rows])).not.toMatch(/kanari/i);
});

function around(text: string): string {
  const at = text.search(/kanari/i);
  return text.slice(Math.max(0, at - 150), at + 80);
}

/**
 * The real app on the real host, killed for real (SIGKILL) while workbooks are sent and while summaries are merged:
 * nothing acknowledged is lost or changed, and merges resume.
 */
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Board, Receipt, SummaryStatus } from '../../../core/api.ts';
import { periodEnd } from '../../../core/period.ts';
import { organisationsAt } from '../../../core/profile.ts';
import { defaultProfileId, profiles } from '../../../core/profiles/index.ts';
import { seededRandom } from '../../../functions/demo/random.ts';
import { reportWorkbook } from '../../../functions/demo/workbooks.ts';
import {
  builtApp,
  builtHost,
  makeFolder,
  readAddress,
  removeFolder,
  runHost,
  type HostProcess,
} from './host-process.ts';
import { random } from './random.ts';

const period = '2023-11';
const committees = ['ttxvn', 'tu-phap', 'bo-tai-chinh'];

interface Workbook {
  readonly organisation: string;
  readonly file: string;
  readonly bytes: Uint8Array;
  readonly hash: string;
}

/** A report in order; `version` tells contents apart. */
async function report(id: string, version: number): Promise<Workbook> {
  const profile = profiles.get(defaultProfileId);
  const organisation = profile && organisationsAt(profile, periodEnd(period)).find((one) => one.id === id);
  if (!organisation) throw new Error(`${id} is not in the register`);
  const plan = { organisation, period, received: `${period}-20T09:00:00+07:00`, version: 1, mishap: 'none' } as const;
  const bytes = await reportWorkbook(plan, seededRandom(version));
  const hash = createHash('sha256').update(bytes).digest('hex');
  return { organisation: id, file: `báo cáo ${id} ${version}.xlsx`, bytes, hash };
}

let folder: string;
let workbooks: readonly Workbook[];

beforeAll(async () => {
  folder = makeFolder();
  const plans = committees.flatMap((organisation) => [1, 2, 3, 4, 5, 6].map((version) => ({ organisation, version })));
  workbooks = await Promise.all(plans.map(({ organisation, version }) => report(organisation, version)));
});

afterAll(() => removeFolder(folder));

function start(data: string): Promise<HostProcess> {
  return runHost(builtHost, ['--data', join(folder, data), '--port', '0', '--app', builtApp], readAddress);
}

type Send = (
  path: string,
  init?: Pick<RequestInit, 'method' | 'body'>,
  headers?: Record<string, string>,
) => Promise<Response>;

/** Sends as one of the made-up colleagues of a host that runs. */
async function signIn(host: HostProcess, role: 'staff' | 'bloc' | 'auditor', organisation?: string): Promise<Send> {
  const response = await fetch(`${host.url}/dev/token`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ role, ...(organisation && { organisation }) }),
  });
  const { token } = (await response.json()) as { token: string };
  return (path, init = {}, headers = {}) =>
    fetch(`${host.url}/api/${path}`, {
      ...init,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', ...headers },
    });
}

async function submit(send: Send, { organisation, file, bytes }: Workbook): Promise<Receipt | null> {
  const query = new URLSearchParams({ organisation, period });
  const init = { method: 'POST', body: Buffer.from(bytes) };
  const response = await send(`submissions?${query.toString()}`, init, { 'x-file-name': encodeURIComponent(file) });
  if (!response.ok) throw new Error(`submit answered ${response.status}`);
  return (await response.json()) as Receipt;
}

test.each([1, 2])('seed %i: kills during submissions lose no acknowledgement', async (seed) => {
  const next = random(seed);
  let host = await start(`submit-${seed}`);
  const receipts = new Map<string, Receipt>();
  let kills = 0;
  let unanswered = 0;
  for (;;) {
    const left = workbooks.filter(({ hash }) => !receipts.has(hash));
    if (left.length === 0) break;
    const running = host;
    const sending = committees.map(async (organisation) => {
      try {
        const send = await signIn(running, 'staff', organisation);
        for (const workbook of left) {
          if (workbook.organisation !== organisation) continue;
          const receipt = await submit(send, workbook);
          if (receipt) receipts.set(workbook.hash, receipt);
        }
      } catch (error) {
        // The host was killed under it; anything else is a fault of the app.
        if (!(error instanceof TypeError || error instanceof SyntaxError)) throw error;
        unanswered++;
      }
    });
    const all = Promise.all(sending);
    if (kills < 4) {
      await new Promise((resolve) => setTimeout(resolve, 30 + next() * 250));
      await host.kill();
      kills++;
      await all;
      host = await start(`submit-${seed}`);
    } else {
      await all;
    }
  }
  expect(unanswered).toBeGreaterThan(0);

  const bloc = await signIn(host, 'bloc');
  for (const { hash, organisation } of workbooks) {
    const receipt = receipts.get(hash);
    const stored = (await (await bloc(`submissions/${receipt?.id ?? ''}`)).json()) as Receipt;
    const { receivedAt, receivedBy, version } = stored;
    expect({ receivedAt, receivedBy, version, hash: stored.hash }).toEqual({
      receivedAt: receipt?.receivedAt,
      receivedBy: receipt?.receivedBy,
      version: receipt?.version,
      hash,
    });
    const original = Buffer.from(await (await bloc(`submissions/${stored.id}/original`)).arrayBuffer());
    expect(createHash('sha256').update(original).digest('hex')).toBe(hash);
    expect(stored.organisation).toBe(organisation);
  }
  // One version each, without gaps and without doubles: what was stored but not acknowledged was sent again.
  const versions = [...receipts.values()].map(({ id }) => id).sort();
  expect(versions).toEqual(
    committees
      .flatMap((organisation) => [1, 2, 3, 4, 5, 6].map((n) => `${period}~${organisation}~report~000${n}`))
      .sort(),
  );
  const board = (await (await bloc(`periods/${period}`)).json()) as Board;
  const rows = board.rows.filter(({ organisation }) => committees.includes(organisation));
  expect(rows.map(({ versions: count, current }) => [count, current !== null])).toEqual(
    committees.map(() => [6, true]),
  );
  const auditor = await signIn(host, 'auditor');
  const audit = (await (await auditor(`audit?period=${period}`)).json()) as { whole: boolean };
  expect(audit.whole).toBe(true);
  expect(await host.stop()).toBe(0);
});

test('kills during merges: each resumes and publishes what an undisturbed one publishes', async () => {
  const next = random(3);
  let host = await start('merge');
  for (const workbook of workbooks) {
    const send = await signIn(host, 'staff', workbook.organisation);
    await submit(send, workbook);
  }
  const ask = async (send: Send): Promise<SummaryStatus> => {
    const response = await send('summaries', { method: 'POST', body: JSON.stringify({ period }) });
    expect(response.status).toBe(202);
    return (await response.json()) as SummaryStatus;
  };
  const read = async (send: Send, id: string): Promise<SummaryStatus> =>
    (await (await send(`summaries/${id}`)).json()) as SummaryStatus;
  const wait = async (id: string): Promise<SummaryStatus> => {
    const send = await signIn(host, 'bloc');
    for (;;) {
      const status = await read(send, id);
      if (status.state !== 'waiting' && status.state !== 'running') return status;
      await new Promise((resolve) => setTimeout(resolve, 30));
    }
  };
  const undisturbed = await wait((await ask(await signIn(host, 'bloc'))).id);
  expect(undisturbed).toMatchObject({ state: 'published', current: true, problem: null });
  let resumed = 0;
  for (let kill = 0; kill < 4; kill++) {
    const { id } = await ask(await signIn(host, 'bloc'));
    await new Promise((resolve) => setTimeout(resolve, next() * 150));
    await host.kill();
    host = await start('merge');
    if (host.firstLine.includes('resumed')) resumed++;
    expect(await wait(id)).toMatchObject({ state: 'published', contentHash: undisturbed.contentHash, current: true });
  }
  expect(resumed).toBeGreaterThan(0);
  const send = await signIn(host, 'bloc');
  const listed = (await (await send(`summaries?period=${period}`)).json()) as { summaries: SummaryStatus[] };
  expect(listed.summaries.map(({ state }) => state)).toEqual(Array.from({ length: 5 }, () => 'published'));
  expect(listed.summaries.filter(({ current }) => current).length).toBe(1);
  expect(await host.stop()).toBe(0);
});

/** Real SIGKILLs of the local host while orchestrations run: all resume and end with the one right result. */
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildApp, buildHost, makeFolder, readPort, removeFolder, runHost } from './host-process.ts';
import { random } from './random.ts';

let folder: string;
let app: string;
let program: string;

beforeAll(async () => {
  folder = makeFolder();
  [app, program] = await Promise.all([
    buildApp('test/functions/local/tiny-app.ts', folder),
    buildHost('test/functions/local/tiny-host.ts', folder),
  ]);
});

afterAll(() => removeFolder(folder));

const jobs: readonly (readonly [name: string, input: unknown, output: unknown])[] = [
  ['sequence', { steps: 12, wait: 40 }, 78],
  ['fan', { count: 20, wait: 60 }, { total: 210, sums: Array.from({ length: 20 }, (_, index) => index + 1) }],
  ['parent', null, { totals: [1, 3, 6], named: 3, failed: true }],
  ['race', null, { alarmFirst: true, both: [42, 2], again: 42, lateLost: true }],
  ['again', { round: 1, total: 0 }, { sum: 10, kept: 'x' }],
  ['large', 'y'.repeat(10_000), { length: 30_000, input: 10_000 }],
];

test.each([1, 2])('seed %i: killed six times at random moments', async (seed) => {
  const next = random(seed);
  const args = [join(folder, `data-${seed}`), app, join(folder, 'none')];
  let host = await runHost(program, args, readPort);
  let resumed = 0;
  const acknowledged = new Map<string, { output: unknown }>();
  for (let kill = 0; kill < 6; kill++) {
    const { url } = host;
    const started = Promise.allSettled(
      jobs.map(async ([name, input, output]) => {
        const id = `${name}-${kill}`;
        const answer = await fetch(`${url}/api/start/${name}/${id}`, { method: 'POST', body: JSON.stringify(input) });
        if (answer.status === 202) acknowledged.set(id, { output });
        if (name === 'again') await fetch(`${url}/api/command/${id}/raise/kept`, { method: 'POST', body: '"x"' });
      }),
    );
    // Every other kill comes once all are acknowledged, the others whenever they come.
    if (kill % 2 === 0) await started;
    await new Promise((resolve) => setTimeout(resolve, next() * 200));
    await host.kill();
    await started;
    host = await runHost(program, args, readPort);
    resumed += Number(/"resumed":(\d+)/.exec(host.firstLine)?.[1]);
  }
  const deadline = Date.now() + 20_000;
  const results = new Map<string, unknown>();
  for (const [id, { output }] of acknowledged) {
    // An event whose raising was cut short is raised again; more of it than is waited for changes nothing.
    if (id.startsWith('again'))
      await fetch(`${host.url}/api/command/${id}/raise/kept`, { method: 'POST', body: '"x"' });
    for (;;) {
      const status = (await (await fetch(`${host.url}/api/status/${id}`)).json()) as {
        runtimeStatus: string;
        output: unknown;
      };
      if (status.runtimeStatus === 'Completed' || status.runtimeStatus === 'Failed' || Date.now() > deadline) {
        results.set(id, [status.runtimeStatus, status.output]);
        break;
      }
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    expect(results.get(id), id).toEqual(['Completed', output]);
  }
  expect(acknowledged.size).toBeGreaterThan(5);
  // The kills did hit orchestrations under way.
  expect(resumed).toBeGreaterThan(5);
  await host.stop();
});

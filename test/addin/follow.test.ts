/** Keeping up with the open workbook: nothing typed while something is being read is lost. */
import { describe, expect, it } from 'vitest';
import { followWorkbook, type Follower } from '../../addin/check/follow.ts';
import type { OpenWorkbook, WorkbookChange } from '../../addin/host.ts';

const at = (address: string): WorkbookChange => ({ sheet: 'Báo cáo', address });

interface World {
  readonly follower: Follower;
  /** What was asked of the host and told the listener, in order. */
  readonly log: string[];
  /** Ends the oldest call of the host that still runs. */
  readonly finish: (problem?: Error) => Promise<void>;
}

function openWorld({ completes = false } = {}): World {
  const log: string[] = [];
  const running: { resolve: (read: OpenWorkbook) => void; reject: (problem: unknown) => void; read: OpenWorkbook }[] =
    [];
  const call = (what: string, complete: boolean, signal?: AbortSignal): Promise<OpenWorkbook> => {
    log.push(what);
    return new Promise((resolve, reject) => {
      const one = { resolve, reject, read: { name: what, complete } as OpenWorkbook };
      running.push(one);
      signal?.addEventListener('abort', () => {
        running.splice(running.indexOf(one), 1);
        reject(new DOMException('given up', 'AbortError'));
      });
    });
  };
  const follower = followWorkbook(
    {
      readOpenWorkbook: () => call('all', !completes),
      rereadWorkbook: (previous, changes) =>
        call(`${previous.name} + ${changes.map(({ address }) => address).join(' ')}`, previous.complete),
      ...(completes && { completeWorkbook: (previous, signal) => call(`${previous.name} + file`, true, signal) }),
    },
    {
      onRead: ({ name }, asked) => Promise.resolve(void log.push(`${asked ? 'asked' : 'told'}: ${name}`)),
      onFailed: (problem) => log.push(`failed: ${(problem as Error).message}`),
      onIncomplete: (problem) => log.push(`incomplete: ${(problem as Error).message}`),
    },
  );
  const finish = async (problem?: Error): Promise<void> => {
    const one = running.shift();
    if (!one) throw new Error('nothing is being read');
    if (problem) one.reject(problem);
    else one.resolve(one.read);
    for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
  };
  return { follower, log, finish };
}

describe('keeping up with the open workbook', () => {
  it('reads one at a time and gathers what is edited meanwhile', async () => {
    const { follower, log, finish } = openWorld();
    void follower.readAll();
    void follower.reread([at('A1')]);
    await finish();
    void follower.reread([at('A2')]);
    void follower.reread([at('A3'), at('A4')]);
    await finish();
    await finish();
    expect(log).toEqual([
      'all',
      'asked: all',
      'all + A1',
      'told: all + A1',
      'all + A1 + A2 A3 A4',
      'told: all + A1 + A2 A3 A4',
    ]);
  });

  it('answers when everything asked for has been read', async () => {
    const { follower, finish } = openWorld();
    const done: string[] = [];
    void follower.readAll().then(() => done.push('all'));
    await finish();
    void follower.reread([at('A1')]).then(() => done.push('edit'));
    expect(done).toEqual(['all']);
    await finish();
    expect(done).toEqual(['all', 'edit']);
  });

  it('follows nothing before it was asked to, and no empty change', async () => {
    const { follower, log, finish } = openWorld();
    await follower.reread([at('A1')]);
    expect(log).toEqual([]);
    void follower.readAll();
    await finish();
    await follower.reread([]);
    expect(log).toEqual(['all', 'asked: all']);
  });

  it('reads everything at the next edit after a failure', async () => {
    const { follower, log, finish } = openWorld();
    void follower.readAll();
    await finish();
    void follower.reread([at('A1')]);
    await finish(new Error('busy'));
    void follower.reread([at('A2')]);
    await finish();
    expect(log.slice(2)).toEqual(['all + A1', 'failed: busy', 'all', 'told: all']);
  });

  it('adds what only the file tells once the edits pause, and gives way to the next', async () => {
    const { follower, log, finish } = openWorld({ completes: true });
    void follower.readAll();
    await finish();
    void follower.reread([at('A1')]);
    for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
    await finish();
    await finish();
    expect(log).toEqual([
      'all',
      'asked: all',
      'all + file',
      'all + A1',
      'told: all + A1',
      'all + A1 + file',
      'told: all + A1 + file',
    ]);
  });

  it('keeps what was read when the file cannot be had, and tries again after the next edit', async () => {
    const { follower, log, finish } = openWorld({ completes: true });
    void follower.readAll();
    await finish();
    await finish(new Error('busy'));
    expect(log).toEqual(['all', 'asked: all', 'all + file', 'incomplete: busy']);
    void follower.reread([at('A1')]);
    await finish();
    await finish();
    expect(log.slice(4)).toEqual(['all + A1', 'told: all + A1', 'all + A1 + file', 'told: all + A1 + file']);
  });
});

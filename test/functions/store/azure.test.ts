import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { openAzureStore } from '../../../functions/store/azure.ts';
import type { Store } from '../../../functions/store/store.ts';
import { startAzurite } from './azurite.ts';
import { brokenLine, type Break, type Line } from './broken-line.ts';
import { bytesOf, describeStore } from './contract.ts';

const azurite = await startAzurite();

function open(connectionString = azurite?.connectionString ?? '', timeout?: number): Store {
  return openAzureStore({
    container: 'blobs',
    table: 'records',
    account: { connectionString },
    ...(timeout === undefined ? {} : { timeout }),
  });
}

afterAll(() => azurite?.stop());

describe.skipIf(azurite === null)('azure', () => {
  describeStore('azure on Azurite', () => {
    const store = open();
    return Promise.resolve({ store, another: () => Promise.resolve(open()), dispose: () => store.close() });
  });

  describe('over a line that breaks', () => {
    let lines: readonly [Line, Line];
    let store: Store;
    const whole = open();
    let count = 0;
    const fresh = (): string => `broken-${++count}`;

    beforeAll(async () => {
      const endpoint = (name: string): string =>
        new RegExp(`${name}=([^;]*)`).exec(azurite?.connectionString ?? '')?.[1] ?? '';
      lines = [await brokenLine(endpoint('BlobEndpoint')), await brokenLine(endpoint('TableEndpoint'))];
      store = open(throughLines(), 1000);
      // Container and table are looked for once; that is not what breaks here.
      await store.get('2023-11', 'nothing');
    });
    afterEach(() => lines.forEach((line) => line.breakWith(null)));
    afterAll(() => lines.forEach((line) => line.close()));

    /** What the break is, whether the write happened, and whether the store says that it may have. */
    const breaks: [string, Break, 'happens' | 'does not', 'unknown' | 'known'][] = [
      ['503', { status: 503, code: 'ServerBusy' }, 'does not', 'unknown'],
      ['500 of a time-out', { status: 500, code: 'OperationTimedOut' }, 'does not', 'unknown'],
      ['408', { status: 408, code: '' }, 'does not', 'unknown'],
      ['429', { status: 429, code: 'TooManyRequests' }, 'does not', 'known'],
      ['403', { status: 403, code: 'AuthorizationFailure' }, 'does not', 'known'],
      ['a table or container that is gone', { status: 404, code: 'TableNotFound' }, 'does not', 'known'],
      ['a table that is being deleted', { status: 409, code: 'TableBeingDeleted' }, 'does not', 'known'],
      ['a line cut before', 'cutBefore', 'does not', 'unknown'],
      ['a line cut after', 'cutAfter', 'happens', 'unknown'],
      ['no answer', 'silentAfter', 'happens', 'unknown'],
    ];

    test.each(breaks)(
      'a batch that meets %s is sent once, and its outcome said',
      async (_name, way, happens, known) => {
        const partition = fresh();
        lines[1].breakWith(way);
        await expect(store.batch(partition, [{ type: 'insert', key: 'a', value: {} }])).rejects.toMatchObject({
          name: 'StoreUnavailable',
          outcomeUnknown: known === 'unknown',
        });
        expect(lines[1].requests).toHaveLength(1);
        expect((await whole.get(partition, 'a')) !== null).toBe(happens === 'happens');
      },
    );

    test.each(breaks)('a blob that meets %s is sent once, and its outcome said', async (_name, way, happens, known) => {
      const name = fresh();
      lines[0].breakWith(way);
      await expect(store.putBlob(name, bytesOf('content'))).rejects.toMatchObject({
        name: 'StoreUnavailable',
        outcomeUnknown: known === 'unknown',
      });
      expect(lines[0].requests).toHaveLength(1);
      expect((await whole.getBlob(name)) !== null).toBe(happens === 'happens');
    });

    test.each<[string, Break]>([
      ['503', { status: 503, code: 'ServerBusy' }],
      ['a cut line', 'cutAfter'],
    ])('reads again after %s', async (_name, way) => {
      const partition = fresh();
      await whole.batch(partition, [{ type: 'insert', key: 'a', value: { n: 1 } }]);
      await whole.putBlob(partition, bytesOf('content'));
      lines.forEach((line) => line.breakWith(way, 1));
      expect((await store.get(partition, 'a'))?.value).toEqual({ n: 1 });
      expect(await store.getBlob(partition)).toEqual(bytesOf('content'));
      lines.forEach((line) => line.breakWith(way, 1));
      expect(await store.query(partition, '')).toHaveLength(1);
    });

    test('says that a read failed, and never that its outcome is unknown', async () => {
      lines.forEach((line) => line.breakWith('silentAfter'));
      const unavailable = { name: 'StoreUnavailable', outcomeUnknown: false };
      await Promise.all([
        expect(store.get('2023-11', 'a')).rejects.toMatchObject(unavailable),
        expect(store.query('2023-11', '')).rejects.toMatchObject(unavailable),
        expect(store.getBlob('a')).rejects.toMatchObject(unavailable),
      ]);
    });

    test('starts to work when the account can be reached after all', async () => {
      const partition = fresh();
      const nowhere = (azurite?.connectionString ?? '').replace(/(Endpoint=http:\/\/127\.0\.0\.1):\d+/g, '$1:1');
      const unreachable = open(nowhere, 1000);
      await expect(unreachable.batch(partition, [{ type: 'insert', key: 'a', value: {} }])).rejects.toMatchObject({
        name: 'StoreUnavailable',
        outcomeUnknown: false,
      });
      lines.forEach((line) => line.breakWith({ status: 403, code: 'AuthorizationFailure' }));
      const late = open(throughLines(), 1000);
      await expect(late.get(partition, 'a')).rejects.toMatchObject({ name: 'StoreUnavailable' });
      lines.forEach((line) => line.breakWith(null));
      expect(await late.get(partition, 'a')).toBeNull();
    });

    function throughLines(): string {
      return (azurite?.connectionString ?? '')
        .replace(/BlobEndpoint=[^;]*/, `BlobEndpoint=${lines[0].endpoint}`)
        .replace(/TableEndpoint=[^;]*/, `TableEndpoint=${lines[1].endpoint}`);
    }
  });
});

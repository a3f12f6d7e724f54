/** The contract of the storage port: run over every driver. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { maxBatchBytes, maxOperations, maxValueBytes } from '../../../functions/store/limits.ts';
import type { Operation, Store } from '../../../functions/store/store.ts';

export interface Opened {
  readonly store: Store;
  /** Another client of the same storage, as another process would open it. */
  readonly another: () => Promise<Store>;
  readonly dispose: () => Promise<void>;
}

export function describeStore(name: string, open: () => Promise<Opened>): void {
  describe(`${name}: the storage contract`, () => {
    let opened: Opened;
    let store: Store;
    let count = 0;
    /** A partition of its own for each test. */
    const fresh = (): string => `2023-${String(++count).padStart(2, '0')}`;
    const insert = (key: string, value: Record<string, unknown> = {}): Operation => ({ type: 'insert', key, value });
    const tagOf = async (partition: string, key: string): Promise<string> => {
      const record = await store.get(partition, key);
      if (record === null) throw new Error(`${key} is missing`);
      return record.tag;
    };

    beforeAll(async () => {
      opened = await open();
      store = opened.store;
    });
    afterAll(async () => {
      await opened.dispose();
    });

    test('gives back the bytes of a blob, also none and all 256 values', async () => {
      const all = Uint8Array.from({ length: 70_000 }, (_, index) => index % 256);
      expect(await store.putBlob('bytes/all', all)).toBe('created');
      expect(await store.putBlob('bytes/none', new Uint8Array())).toBe('created');
      expect(await store.getBlob('bytes/all')).toEqual(all);
      expect(await store.getBlob('bytes/none')).toEqual(new Uint8Array());
      expect(await store.getBlob('bytes/missing')).toBeNull();
    });

    test('never changes a blob', async () => {
      await store.putBlob('immutable', bytesOf('first'));
      expect(await store.putBlob('immutable', bytesOf('second'))).toBe('exists');
      expect(await store.getBlob('immutable')).toEqual(bytesOf('first'));
    });

    test('lets exactly one of 20 racing puts create a blob, and keeps that one whole', async () => {
      const others = await Promise.all([opened.another(), opened.another()]);
      const clients = [store, ...others];
      for (let round = 0; round < 3; round++) {
        const contents = Array.from({ length: 20 }, (_, index) => bytesOf(`${index} `.repeat(5000)));
        const answers = await Promise.all(
          contents.map((content, index) => at(clients, index % 3).putBlob(`race/${round}`, content)),
        );
        expect(answers.filter((answer) => answer === 'created')).toHaveLength(1);
        expect(await store.getBlob(`race/${round}`)).toEqual(contents[answers.indexOf('created')]);
      }
      await Promise.all(others.map((other) => other.close()));
    });

    test.each([
      'originals/9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
      'Tổng hợp/Khối Đảng uỷ 100% #1?.xlsx',
      'a\\b:c*d|e"f<g>',
      '../outside',
      './here/..',
      'con/nul',
      'dots.in.names/.hidden/end.',
      `${'x'.repeat(250)}/${'ế'.repeat(27)}`,
    ])('stores a blob under the name %s', async (blob) => {
      expect(await store.putBlob(blob, bytesOf(blob))).toBe('created');
      expect(await store.getBlob(blob)).toEqual(bytesOf(blob));
    });

    test('keeps names apart that differ only in case or in Unicode form', async () => {
      const names = ['case/abc', 'case/ABC', 'case/Abc', 'form/uỷ', 'form/uỷ'.normalize('NFD'), 'form/u%e1'];
      for (const blob of names) expect(await store.putBlob(blob, bytesOf(blob))).toBe('created');
      for (const blob of names) expect(await store.getBlob(blob)).toEqual(bytesOf(blob));
    });

    test.each(['', '/', 'a//b', '/a', 'a/', 'x'.repeat(251), 'ế'.repeat(28), 'x/'.repeat(250) + 'x', 'half \ud800'])(
      'refuses the blob name %j',
      async (blob) => {
        await expect(store.putBlob(blob, bytesOf('x'))).rejects.toThrow(RangeError);
        await expect(store.getBlob(blob)).rejects.toThrow(RangeError);
      },
    );

    test('inserts, reads, updates and removes a record', async () => {
      const partition = fresh();
      expect(await store.get(partition, 'a')).toBeNull();
      expect(await store.batch(partition, [insert('a', { n: 1, text: 'Đảng uỷ', deep: [null, { x: true }] })])).toBe(
        'done',
      );
      const first = await store.get(partition, 'a');
      expect(first).toMatchObject({ key: 'a', value: { n: 1, text: 'Đảng uỷ', deep: [null, { x: true }] } });
      const update: Operation = { type: 'update', key: 'a', value: { n: 2 }, tag: first?.tag ?? '' };
      expect(await store.batch(partition, [update])).toBe('done');
      const second = await store.get(partition, 'a');
      expect(second?.value).toEqual({ n: 2 });
      expect(second?.tag).not.toBe(first?.tag);
      expect(await store.batch(partition, [{ type: 'remove', key: 'a', tag: second?.tag ?? '' }])).toBe('done');
      expect(await store.get(partition, 'a')).toBeNull();
    });

    test('changes the tag with every write, also when the value is the same', async () => {
      const partition = fresh();
      await store.batch(partition, [insert('a', { n: 1 })]);
      const tags = new Set([await tagOf(partition, 'a')]);
      for (let write = 0; write < 10; write++) {
        const tag = await tagOf(partition, 'a');
        expect(await store.batch(partition, [{ type: 'update', key: 'a', value: { n: 1 }, tag }])).toBe('done');
        tags.add(await tagOf(partition, 'a'));
      }
      expect(tags.size).toBe(11);
    });

    test('answers conflict for a key that exists, a tag of the past and a record that is gone', async () => {
      const partition = fresh();
      await store.batch(partition, [insert('a', { n: 1 })]);
      const old = await tagOf(partition, 'a');
      expect(await store.batch(partition, [insert('a', { n: 9 })])).toBe('conflict');
      await store.batch(partition, [{ type: 'update', key: 'a', value: { n: 2 }, tag: old }]);
      expect(await store.batch(partition, [{ type: 'update', key: 'a', value: { n: 9 }, tag: old }])).toBe('conflict');
      expect(await store.batch(partition, [{ type: 'remove', key: 'a', tag: old }])).toBe('conflict');
      expect((await store.get(partition, 'a'))?.value).toEqual({ n: 2 });
      const tag = await tagOf(partition, 'a');
      await store.batch(partition, [{ type: 'remove', key: 'a', tag }]);
      expect(await store.batch(partition, [{ type: 'update', key: 'a', value: { n: 9 }, tag }])).toBe('conflict');
      expect(await store.batch(partition, [{ type: 'remove', key: 'a', tag }])).toBe('conflict');
      // Made again with the same content, it is another record: the old tag stays worthless.
      await store.batch(partition, [insert('a', { n: 2 })]);
      expect(await store.batch(partition, [{ type: 'update', key: 'a', value: { n: 9 }, tag }])).toBe('conflict');
      expect((await store.get(partition, 'a'))?.value).toEqual({ n: 2 });
    });

    test.each(['insert', 'update', 'remove'])('applies a batch whole or not at all when its %s fails', async (type) => {
      const partition = fresh();
      await store.batch(partition, [insert('kept', { n: 1 }), insert('gone', { n: 1 }), insert('there', {})]);
      const past = await tagOf(partition, 'there');
      await store.batch(partition, [{ type: 'update', key: 'there', value: {}, tag: past }]);
      const failing: Operation =
        type === 'insert'
          ? insert('there')
          : type === 'update'
            ? { type: 'update', key: 'there', value: {}, tag: past }
            : { type: 'remove', key: 'nowhere', tag: await tagOf(partition, 'gone') };
      const sound: Operation[] = [
        insert('new', { n: 1 }),
        { type: 'update', key: 'kept', value: { n: 2 }, tag: await tagOf(partition, 'kept') },
        { type: 'remove', key: 'gone', tag: await tagOf(partition, 'gone') },
      ];
      const before = await store.query(partition, '');
      // Wherever the failing operation stands.
      for (const place of [0, 2, 3])
        expect(await store.batch(partition, [...sound.slice(0, place), failing, ...sound.slice(place)])).toBe(
          'conflict',
        );
      expect(await store.query(partition, '')).toEqual(before);
      expect(await store.batch(partition, sound)).toBe('done');
      expect((await store.query(partition, '')).map((record) => record.key)).toEqual(['kept', 'new', 'there']);
    });

    test('lets exactly one of 20 racing inserts and updates win', async () => {
      const partition = fresh();
      const others = await Promise.all([opened.another(), opened.another()]);
      const clients = [store, ...others];
      const race = (operation: (index: number) => Operation): Promise<string[]> =>
        Promise.all(
          Array.from({ length: 20 }, (_, index) =>
            at(clients, index % 3).batch(partition, [
              operation(index),
              insert(`trace~${operation(index).type}~${index}`),
            ]),
          ),
        );
      const inserts = await race((index) => insert('head', { winner: index }));
      expect(inserts.filter((answer) => answer === 'done')).toHaveLength(1);
      const head = await store.get(partition, 'head');
      expect(head?.value).toEqual({ winner: inserts.indexOf('done') });
      const updates = await race((index) => ({
        type: 'update',
        key: 'head',
        value: { winner: index },
        tag: head?.tag ?? '',
      }));
      expect(updates.filter((answer) => answer === 'done')).toHaveLength(1);
      expect((await store.get(partition, 'head'))?.value).toEqual({ winner: updates.indexOf('done') });
      // Nothing of the losers' batches is there.
      expect((await store.query(partition, 'trace~')).map((record) => record.key)).toEqual([
        `trace~insert~${inserts.indexOf('done')}`,
        `trace~update~${updates.indexOf('done')}`,
      ]);
      await Promise.all(others.map((other) => other.close()));
    });

    test('loses no increment of concurrent read-modify-write with tags', async () => {
      const partition = fresh();
      await store.batch(partition, [insert('counter', { n: 0 })]);
      const add = async (client: Store): Promise<void> => {
        for (;;) {
          const record = await client.get(partition, 'counter');
          const n = Number(record?.value['n']) + 1;
          const tag = record?.tag ?? '';
          if ((await client.batch(partition, [{ type: 'update', key: 'counter', value: { n }, tag }])) === 'done')
            return;
        }
      };
      const other = await opened.another();
      await Promise.all(Array.from({ length: 8 }, (_, index) => add(index % 2 === 0 ? store : other)));
      await other.close();
      expect((await store.get(partition, 'counter'))?.value).toEqual({ n: 8 });
    });

    test('queries by prefix, in the order of the keys', async () => {
      const partition = fresh();
      const keys = [
        'head~b',
        'head~a',
        'head',
        'heads',
        'head~a~1',
        'Head~a',
        'audit~0010',
        'audit~0009',
        'z',
        'đ',
        '~',
      ];
      await store.batch(
        partition,
        keys.map((key) => insert(key, { key })),
      );
      const found = async (prefix: string): Promise<string[]> =>
        (await store.query(partition, prefix)).map((record) => record.key);
      for (const prefix of ['', 'head', 'head~', 'head~a', 'audit~', 'audit~001', 'đ', '~', 'none', 'zz'])
        expect(await found(prefix)).toEqual(keys.filter((key) => key.startsWith(prefix)).sort());
      const records = await store.query(partition, '');
      for (const record of records) expect(record).toEqual(await store.get(partition, record.key));
    });

    test('takes keys of any characters, and none of them for a pattern', async () => {
      const partition = fresh();
      const keys = [
        'Đảng uỷ Khối các cơ quan',
        'Đảng uỷ Khối các cơ quan'.normalize('NFD'),
        'a/b',
        'a\\b',
        'a#b',
        'a?b',
        'a%b',
        'a%2Fb',
        'a_b',
        'a__b',
        'a_007eb',
        'a~b',
        "a'b",
        "'' or 1 eq 1",
        'a"b',
        'a b',
        ' a',
        'a ',
        'A',
        'a',
        'a\tb\nc\u007fd\u0085e',
        '😀',
        '\uffff',
        '.',
        '..',
        '2023-11~ttxvn~report~0001',
        '2023-11-25T16:59:59.000Z',
      ];
      await store.batch(
        partition,
        keys.map((key, index) => insert(key, { index })),
      );
      for (const [index, key] of keys.entries()) {
        expect(await store.get(partition, key)).toMatchObject({ key, value: { index } });
        expect((await store.query(partition, key)).map((record) => record.key)).toEqual(
          keys.filter((other) => other.startsWith(key)).sort(),
        );
      }
      expect((await store.query(partition, '')).map((record) => record.key)).toEqual([...keys].sort());
    });

    test('keeps partitions apart', async () => {
      const [a, b] = [fresh(), fresh()];
      await store.batch(a, [insert('same', { of: 'a' })]);
      expect(await store.batch(b, [insert('same', { of: 'b' })])).toBe('done');
      expect((await store.get(a, 'same'))?.value).toEqual({ of: 'a' });
      expect((await store.query(b, '')).map((record) => record.value)).toEqual([{ of: 'b' }]);
      const odd = 'tid/oid #?% Đ~1';
      expect(await store.batch(odd, [insert('same')])).toBe('done');
      expect(await store.query(odd, '')).toHaveLength(1);
    });

    test('holds a value of exactly the limit and refuses one byte more', async () => {
      const partition = fresh();
      const value = (bytes: number): Record<string, unknown> => ({ text: 'x'.repeat(bytes - '{"text":""}'.length) });
      expect(await store.batch(partition, [insert('full', value(maxValueBytes))])).toBe('done');
      expect((await store.get(partition, 'full'))?.value).toEqual(value(maxValueBytes));
      await expect(store.batch(partition, [insert('over', value(maxValueBytes + 1))])).rejects.toThrow(RangeError);
      // Bytes count, not characters: ế is three.
      await expect(store.batch(partition, [insert('over', { text: 'ế'.repeat(20_480) })])).rejects.toThrow(RangeError);
      expect(await store.get(partition, 'over')).toBeNull();
    });

    test('takes 100 operations at once, and the largest batch', async () => {
      const partition = fresh();
      const many = Array.from({ length: maxOperations }, (_, index) => insert(`many~${index}`, { index }));
      expect(await store.batch(partition, many)).toBe('done');
      expect(await store.query(partition, 'many~')).toHaveLength(maxOperations);
      await expect(store.batch(partition, [...many, insert('more')])).rejects.toThrow(RangeError);
      const large = (count: number): Operation[] =>
        Array.from({ length: count }, (_, index) => insert(`large~${index}`, { text: 'x'.repeat(60_000) }));
      const most = Math.floor(maxBatchBytes / (60_000 + '{"text":""}'.length));
      expect(await store.batch(partition, large(most))).toBe('done');
      await expect(store.batch(partition, large(most + 1))).rejects.toThrow(RangeError);
    });

    test('reads more records than one page of an answer holds', async () => {
      const partition = fresh();
      for (let start = 0; start < 1100; start += 100)
        await store.batch(
          partition,
          Array.from({ length: 100 }, (_, index) =>
            insert(String(start + index).padStart(5, '0'), { n: start + index }),
          ),
        );
      const records = await store.query(partition, '');
      expect(records.map((record) => record.value['n'])).toEqual(Array.from({ length: 1100 }, (_, index) => index));
    });

    test('refuses a key named twice, an empty key and one that is too long', async () => {
      const partition = fresh();
      await expect(store.batch(partition, [insert('a'), insert('a')])).rejects.toThrow(RangeError);
      for (const key of ['', 'x'.repeat(501), 'ế'.repeat(101), 'half \udc00', 'nul \u0000']) {
        await expect(store.batch(partition, [insert(key)])).rejects.toThrow(RangeError);
        await expect(store.get(partition, key)).rejects.toThrow(RangeError);
        await expect(store.batch(key, [insert('a')])).rejects.toThrow(RangeError);
      }
      expect(await store.batch(partition, [insert('x'.repeat(500)), insert('ế'.repeat(100))])).toBe('done');
      expect(await store.query(partition, 'x')).toHaveLength(1);
      expect(await store.batch(partition, [])).toBe('done');
    });

    test('shows another client, and one that opens later, what was acknowledged', async () => {
      const partition = fresh();
      const other = await opened.another();
      await store.putBlob('seen/blob', bytesOf('seen'));
      await store.batch(partition, [insert('seen', { n: 1 })]);
      expect(await other.getBlob('seen/blob')).toEqual(bytesOf('seen'));
      const record = await other.get(partition, 'seen');
      expect(record).toEqual(await store.get(partition, 'seen'));
      expect(
        await other.batch(partition, [{ type: 'update', key: 'seen', value: { n: 2 }, tag: record?.tag ?? '' }]),
      ).toBe('done');
      await other.close();
      const later = await opened.another();
      expect((await later.get(partition, 'seen'))?.value).toEqual({ n: 2 });
      await later.close();
      expect(await store.putBlob('seen/blob', bytesOf('other'))).toBe('exists');
    });

    test('answers nothing after it was closed, and closes twice', async () => {
      const other = await opened.another();
      await other.close();
      await other.close();
      await expect(other.get('2023-11', 'a')).rejects.toMatchObject({
        name: 'StoreUnavailable',
        outcomeUnknown: false,
      });
      await expect(other.query('2023-11', '')).rejects.toMatchObject({ name: 'StoreUnavailable' });
      await expect(other.batch('2023-11', [insert('a')])).rejects.toMatchObject({ outcomeUnknown: false });
      await expect(other.putBlob('a', bytesOf('a'))).rejects.toMatchObject({ outcomeUnknown: false });
    });
  });
}

export function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

function at<Item>(items: readonly Item[], index: number): Item {
  const item = items[index];
  if (item === undefined) throw new Error(`nothing at ${index}`);
  return item;
}

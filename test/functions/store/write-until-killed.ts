/**
 * Runs in a child process that is killed: `FOLDER NAME`. Four clients at once write a blob and then a batch of two
 * records, without end; after each acknowledgement its number goes to stdout.
 */
import { writeSync } from 'node:fs';
import { openLocalStore } from '../../../functions/store/local.ts';

const [folder = '', name = ''] = process.argv.slice(2);
const store = openLocalStore(folder);
let next = 0;

async function write(): Promise<never> {
  for (;;) {
    const id = `${name}-${next++}`;
    await store.putBlob(`blobs/${id}`, new TextEncoder().encode(id.repeat(2000)));
    await store.batch('2023-11', [
      { type: 'insert', key: `head~${id}`, value: { blob: `blobs/${id}` } },
      { type: 'insert', key: `audit~${id}`, value: { of: id } },
    ]);
    // Synchronous: what was said was acknowledged, whatever is killed next.
    writeSync(1, id + '\n');
  }
}

await Promise.race(Array.from({ length: 4 }, write));

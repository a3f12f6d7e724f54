import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openLocalStore } from '../../../functions/store/local.ts';
import { describeStore } from './contract.ts';

describeStore('local', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'local-store-'));
  const store = openLocalStore(folder);
  return {
    store,
    another: () => Promise.resolve(openLocalStore(folder)),
    dispose: async () => {
      await store.close();
      await rm(folder, { recursive: true });
    },
  };
});

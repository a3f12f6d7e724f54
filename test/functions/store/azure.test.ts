import { afterAll, describe } from 'vitest';
import { openAzureStore } from '../../../functions/store/azure.ts';
import type { Store } from '../../../functions/store/store.ts';
import { startAzurite } from './azurite.ts';
import { describeStore } from './contract.ts';

const azurite = await startAzurite();

describe.skipIf(azurite === null)('azure', () => {
  const open = (): Store =>
    openAzureStore({
      container: 'blobs',
      table: 'records',
      account: { connectionString: azurite?.connectionString ?? '' },
    });

  afterAll(() => azurite?.stop());

  describeStore('azure on Azurite', () => {
    const store = open();
    return Promise.resolve({ store, another: () => Promise.resolve(open()), dispose: () => store.close() });
  });
});

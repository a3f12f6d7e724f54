/** The Azure store as an environment describes it: for the deployed app and for an administrator's command. */
import type { Store } from './store.ts';

/** The cloud's libraries are loaded only when the cloud is meant. `setting` throws for one that is not set. */
export async function openAzureStoreFrom(setting: (name: string) => string): Promise<Store> {
  const { DefaultAzureCredential } = await import('@azure/identity');
  const { openAzureStore } = await import('./azure.ts');
  return openAzureStore({
    container: setting('STORE_CONTAINER'),
    table: setting('STORE_TABLE'),
    account: {
      blobEndpoint: setting('STORE_BLOB_ENDPOINT'),
      tableEndpoint: setting('STORE_TABLE_ENDPOINT'),
      credential: new DefaultAzureCredential(),
    },
  });
}

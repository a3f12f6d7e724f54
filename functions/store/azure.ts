/**
 * Azure Blob Storage for blobs, Azure Table Storage for records: a batch is a table transaction, a tag an ETag.
 * Calls that write are sent once: the libraries' own retry after a lost answer would meet our own write and take it for
 * somebody else's. Calls that read are retried.
 */
import { odata, TableClient, type TableEntityResult, type TransactionAction } from '@azure/data-tables';
import type { TokenCredential } from '@azure/identity';
import { ContainerClient } from '@azure/storage-blob';
import { azureFailure, isConflict, isExistingBlob, isMissing } from './azure-failure.ts';
import { byKey } from './by-key.ts';
import { conditionalRemovals } from './conditional-removal.ts';
import { fileName } from './file-name.ts';
import { checkBlobName, checkKey, checkOperations, type CheckedOperation } from './limits.ts';
import { StoreUnavailable, type Operation, type RecordValue, type Store, type StoredRecord } from './store.ts';
import { afterPrefix, decodeKey, encodeKey } from './table-key.ts';

export interface AzureStoreOptions {
  /**
   * Container of the blobs and table of the records. Made when missing in the emulator; elsewhere the deployment makes
   * them, and the identity of the app may not.
   */
  readonly container: string;
  readonly table: string;
  /** A connection string (the emulator), or the account's endpoints with a managed identity. */
  readonly account:
    | { readonly connectionString: string }
    | { readonly blobEndpoint: string; readonly tableEndpoint: string; readonly credential: TokenCredential };
  /** Waits this long for one answer, in ms. */
  readonly timeout?: number;
}

/** A record's JSON in UTF-8: a text property would hold only 32 Ki characters. */
interface Entity {
  readonly value: Uint8Array;
}

const reading = { retryOptions: { maxRetries: 3, retryDelayInMs: 200, maxRetryDelayInMs: 2000 } };
const readingBlobs = { retryOptions: { maxTries: 4, retryDelayInMs: 200, maxRetryDelayInMs: 2000 } };
const writing = { retryOptions: { maxRetries: 0 } };
const writingBlobs = { retryOptions: { maxTries: 1 } };

/** Connects at the first call; `close` only stops further calls. */
export function openAzureStore(options: AzureStoreOptions): Store {
  return new AzureStore(options);
}

class AzureStore implements Store {
  readonly #options: AzureStoreOptions;
  readonly #readBlobs: ContainerClient;
  readonly #writeBlobs: ContainerClient;
  readonly #readRecords: TableClient;
  readonly #writeRecords: TableClient;
  readonly #timeout: number;
  #made: Promise<void> | null = null;
  #closed = false;

  constructor(options: AzureStoreOptions) {
    this.#options = options;
    this.#readBlobs = containerClient(options, readingBlobs);
    this.#writeBlobs = containerClient(options, writingBlobs);
    this.#readRecords = tableClient(options, reading);
    this.#writeRecords = tableClient(options, writing);
    this.#timeout = options.timeout ?? 30_000;
  }

  async putBlob(name: string, bytes: Uint8Array): Promise<'created' | 'exists'> {
    checkBlobName(name);
    await this.#ready();
    try {
      await this.#writeBlobs.getBlockBlobClient(blobName(name)).upload(bytes, bytes.length, {
        abortSignal: AbortSignal.timeout(this.#timeout),
        conditions: { ifNoneMatch: '*' },
        blobHTTPHeaders: { blobContentType: 'application/octet-stream' },
      });
      return 'created';
    } catch (error) {
      if (isExistingBlob(error)) return 'exists';
      throw azureFailure(error, true);
    }
  }

  async getBlob(name: string): Promise<Uint8Array | null> {
    checkBlobName(name);
    await this.#ready();
    try {
      const answer = await this.#readBlobs
        .getBlobClient(blobName(name))
        .download(0, undefined, { abortSignal: AbortSignal.timeout(this.#timeout), maxRetryRequests: 3 });
      const parts: Uint8Array[] = [];
      for await (const part of answer.readableStreamBody ?? []) parts.push(Buffer.from(part));
      return new Uint8Array(Buffer.concat(parts));
    } catch (error) {
      if (isMissing(error)) return null;
      throw azureFailure(error, false);
    }
  }

  async get(partition: string, key: string): Promise<StoredRecord | null> {
    checkKey(partition);
    checkKey(key);
    await this.#ready();
    try {
      return toRecord(
        await this.#readRecords.getEntity<Entity>(encodeKey(partition), encodeKey(key), {
          abortSignal: AbortSignal.timeout(this.#timeout),
        }),
      );
    } catch (error) {
      if (isMissing(error)) return null;
      throw azureFailure(error, false);
    }
  }

  async query(partition: string, prefix: string): Promise<StoredRecord[]> {
    checkKey(partition);
    await this.#ready();
    const from = encodeKey(prefix);
    const filter = odata`PartitionKey eq ${encodeKey(partition)} and RowKey ge ${from} and RowKey lt ${afterPrefix(from)}`;
    try {
      const records: StoredRecord[] = [];
      for await (const entity of this.#readRecords.listEntities<Entity>({
        abortSignal: AbortSignal.timeout(this.#timeout),
        queryOptions: { filter },
      }))
        records.push(toRecord(entity));
      return records.sort(byKey);
    } catch (error) {
      throw azureFailure(error, false);
    }
  }

  async batch(partition: string, operations: readonly Operation[]): Promise<'done' | 'conflict'> {
    const checked = checkOperations(partition, operations);
    await this.#ready();
    if (checked.length === 0) return 'done';
    try {
      const answer = await this.#writer(checked).submitTransaction(
        checked.map((operation) => toAction(encodeKey(partition), operation)),
        { abortSignal: AbortSignal.timeout(this.#timeout) },
      );
      // The library looks for errors by pattern: what it did not see as one is judged by its status.
      const failed = answer.subResponses.find((response) => response.status >= 300);
      if (failed !== undefined) throw Object.assign(new Error('Transaction refused'), { statusCode: failed.status });
      if (answer.subResponses.length !== checked.length) throw new Error('Transaction answered in part');
      return 'done';
    } catch (error) {
      if (isConflict(error)) return 'conflict';
      throw azureFailure(error, true);
    }
  }

  #writer(operations: readonly CheckedOperation[]): TableClient {
    const removals = operations.filter((operation) => operation.type === 'remove');
    if (removals.length === 0) return this.#writeRecords;
    const client = tableClient(this.#options, writing);
    client.pipeline.addPolicy(conditionalRemovals(new Map(removals.map(({ key, tag }) => [encodeKey(key), tag]))));
    return client;
  }

  close(): Promise<void> {
    this.#closed = true;
    return Promise.resolve();
  }

  /** Container and table exist; tried again by the next call when it failed. */
  #ready(): Promise<void> {
    if (this.#closed) return Promise.reject(new StoreUnavailable('The store is closed', false));
    if (!('connectionString' in this.#options.account)) return Promise.resolve();
    this.#made ??= this.#make().catch((error: unknown) => {
      this.#made = null;
      throw azureFailure(error, false);
    });
    return this.#made;
  }

  async #make(): Promise<void> {
    const abortSignal = AbortSignal.timeout(this.#timeout);
    await Promise.all([
      this.#readBlobs.createIfNotExists({ abortSignal }),
      this.#readRecords.createTable({ abortSignal }),
    ]);
  }
}

function containerClient(
  { account, container }: AzureStoreOptions,
  options: typeof readingBlobs | typeof writingBlobs,
): ContainerClient {
  return 'connectionString' in account
    ? new ContainerClient(account.connectionString, container, options)
    : new ContainerClient(`${account.blobEndpoint.replace(/\/$/, '')}/${container}`, account.credential, options);
}

function tableClient({ account, table }: AzureStoreOptions, options: typeof reading | typeof writing): TableClient {
  return 'connectionString' in account
    ? TableClient.fromConnectionString(account.connectionString, table, {
        ...options,
        // Only the emulator is reached over plain HTTP.
        allowInsecureConnection: /=http:/i.test(account.connectionString),
      })
    : new TableClient(account.tableEndpoint, table, account.credential, options);
}

/** The names of the local store's files, so that its folder can be uploaded as it is. */
function blobName(name: string): string {
  return name.split('/').map(fileName).join('/');
}

function toAction(partitionKey: string, operation: CheckedOperation): TransactionAction {
  const keys = { partitionKey, rowKey: encodeKey(operation.key) };
  if (operation.type === 'remove') return ['delete', keys];
  const entity = { ...keys, value: new TextEncoder().encode(operation.text) };
  return operation.type === 'insert' ? ['create', entity] : ['update', entity, 'Replace', { etag: operation.tag }];
}

function toRecord(entity: TableEntityResult<Entity>): StoredRecord {
  return {
    key: decodeKey(entity.rowKey ?? ''),
    value: JSON.parse(new TextDecoder().decode(entity.value)) as RecordValue,
    tag: entity.etag,
  };
}

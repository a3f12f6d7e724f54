/** What an error of the Azure libraries means. They are told apart by status and code: the text may hold names. */
import { StoreUnavailable } from './store.ts';

/** The service's own codes for a whole table or container that is gone or going: no answer about a record. */
const storageMissing = new Set(['TableNotFound', 'TableBeingDeleted', 'ContainerNotFound', 'ContainerBeingDeleted']);
/** No connection was made, so nothing was sent. */
const neverSent = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'ENETUNREACH', 'EHOSTUNREACH']);

/** A blob of the name exists already; `BlobImmutableDueToPolicy` is told when a policy protects it before the condition does. */
const blobExists = new Set(['BlobAlreadyExists', 'ConditionNotMet', 'BlobImmutableDueToPolicy']);

export function isExistingBlob(error: unknown): boolean {
  return [409, 412].includes(statusOf(error)) && blobExists.has(codeOf(error));
}

/** A record's key exists, its tag is of the past, or it is gone. */
export function isConflict(error: unknown): boolean {
  return [404, 409, 412].includes(statusOf(error)) && !storageMissing.has(codeOf(error));
}

export function isMissing(error: unknown): boolean {
  return statusOf(error) === 404 && !storageMissing.has(codeOf(error));
}

/**
 * Refused outright (4xx, throttled with 429, never connected): it did not happen. Anything else of a write (5xx, no
 * answer in time, a broken connection) may have happened.
 */
export function azureFailure(error: unknown, writes: boolean): StoreUnavailable {
  if (error instanceof StoreUnavailable) return error;
  const status = statusOf(error);
  const code = codeOf(error);
  // 408: the service gave up waiting, not necessarily before it wrote.
  const refused = (status >= 400 && status < 500 && status !== 408) || neverSent.has(code);
  const shown = [status === 0 ? '' : String(status), code].filter((part) => part !== '').join(' ');
  return new StoreUnavailable(`Azure Storage failed (${shown === '' ? 'no answer' : shown})`, writes && !refused);
}

function statusOf(error: unknown): number {
  return error instanceof Error && 'statusCode' in error && typeof error.statusCode === 'number' ? error.statusCode : 0;
}

/** The service's code, or Node's for a connection that failed. */
function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return '';
  if ('code' in error && typeof error.code === 'string') return error.code;
  return 'cause' in error ? codeOf(error.cause) : '';
}

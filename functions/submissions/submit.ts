/**
 * The submission protocol. The original and its extract go into immutable blobs; then one atomic batch writes head,
 * submission, hash index, audit row and outbox row; only after it is a receipt given.
 */
import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import type { Receipt } from '../../core/api.ts';
import { hashOf } from '../../core/hash.ts';
import type { Extract } from '../../core/submission.ts';
import { rulesetHash } from '../../core/validate.ts';
import { owns } from '../http/authorise.ts';
import { commit, persist, type Decision } from '../protocol/commit.ts';
import { keys, partitionOf, submissionId } from '../protocol/partitions.ts';
import type { Principal, Services } from '../route.ts';
import type { Operation, StoredRecord } from '../store/store.ts';
import { storeExtract } from './extract-blob.ts';
import { judgeUpload, type Upload } from './judge-upload.ts';
import * as problems from './problems.ts';
import { receiptOf } from './receipt.ts';
import { findSubmission, originalName, type SubmissionRecord } from './record.ts';

/** Counts versions of one organisation and kind; every submission changes it, so two at a time cannot both succeed. */
const headSchema = z.strictObject({ versions: z.number().int().nonnegative(), receivedAt: z.string() });
const hashSchema = z.strictObject({ submission: z.string(), attempt: z.string() });

/** Longer file names are cut: they are shown, not used. */
const longestName = 200;
const mostVersions = 9999;

/**
 * Receives a workbook. Content received before answers with that receipt again. Throws HttpProblem for what is not
 * taken in, and StoreUnavailable; sending again is then safe.
 */
export async function submit(services: Services, principal: Principal, upload: Upload): Promise<Receipt> {
  if (!owns(principal, upload.organisation)) throw problems.notFound();
  const arrived = services.now();
  const named = { ...upload, file: Array.from(upload.file.normalize('NFC')).slice(0, longestName).join('') };
  const extract = await persist(() => judgeUpload(services, named));
  const { store } = services;
  await persist(() => store.putBlob(originalName(extract.hash), upload.bytes));
  const blob = await storeExtract(store, extract);
  const stored = await accept(services, principal, named, { extract, blob, arrived });
  const receipt = await persist(() => receiptOf(services, stored.id, stored.repeated));
  const { id, organisation, kind, version, hash, ruleset, repeated } = receipt;
  services.log('submitted', { submission: id, organisation, kind, version, hash, ruleset, repeated });
  return receipt;
}

interface Accepted {
  readonly id: string;
  /** True when the content had been received by another request. */
  readonly repeated: boolean;
}

async function accept(
  services: Services,
  principal: Principal,
  upload: Upload,
  { extract, blob, arrived }: { readonly extract: Extract; readonly blob: string; readonly arrived: Date },
): Promise<Accepted> {
  const { store, profile } = services;
  const { organisation } = upload;
  const { kind, hash } = extract;
  const partition = partitionOf(kind, extract.period ?? upload.period);
  const attempt = randomUUID();
  return commit(services, partition, principal, async (): Promise<Decision<Accepted>> => {
    const known = await store.get(partition, keys.hash(organisation, hash));
    if (known !== null) {
      const index = hashSchema.parse(known.value);
      return { answer: { id: index.submission, repeated: index.attempt !== attempt } };
    }
    const head = await store.get(partition, keys.head(organisation, kind));
    const last = head && headSchema.parse(head.value);
    const version = (last?.versions ?? 0) + 1;
    if (version > mostVersions)
      throw problems.notPossible({ vi: 'Đã nộp quá nhiều lần trong kỳ.', en: 'Too many versions in this period.' });
    // Servers' clocks differ: a later version is never older than the one before.
    const receivedAt = later(arrived.toISOString(), last?.receivedAt ?? null);
    const id = submissionId({ partition, organisation, kind, version });
    const record: SubmissionRecord = {
      id,
      partition,
      organisation,
      kind,
      version,
      period: extract.period,
      file: upload.file,
      hash,
      extract: blob,
      ruleset: rulesetHash(profile),
      receivedAt,
      receivedBy: principal.name,
      attempt,
      withdrawn: null,
      excluded: null,
    };
    return {
      answer: { id, repeated: false },
      operations: [
        upsert(keys.head(organisation, kind), head, { versions: version, receivedAt }),
        { type: 'insert', key: keys.submission(record), value: record },
        { type: 'insert', key: keys.hash(organisation, hash), value: { submission: id, attempt } },
        {
          type: 'insert',
          key: keys.outbox(`received~${id}`),
          value: { topic: 'received', subject: id, at: receivedAt },
        },
      ],
      audit: { action: 'submitted', organisation, subject: id, file: hash },
    };
  });
}

/** The bytes as they came. Throws HttpProblem 404, and Error when the stored bytes are not those received. */
export async function readOriginal(
  services: Pick<Services, 'store'>,
  id: string,
): Promise<{ readonly record: SubmissionRecord; readonly bytes: Uint8Array }> {
  const found = await findSubmission(services.store, id);
  if (!found) throw problems.notFound();
  const { record } = found;
  const bytes = await services.store.getBlob(originalName(record.hash));
  if (bytes === null || hashOf(bytes) !== record.hash) throw new Error(`The original of ${id} is missing or damaged`);
  return { record, bytes };
}

function later(at: string, other: string | null): string {
  return other !== null && other > at ? other : at;
}

export function upsert(key: string, present: StoredRecord | null, value: Record<string, unknown>): Operation {
  return present === null ? { type: 'insert', key, value } : { type: 'update', key, value, tag: present.tag };
}

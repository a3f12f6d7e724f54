/**
 * The aggregates of children: what a Bloc below hands up for a month. They come as a file from the child's own server
 * and are kept content-addressed; the month's merge adds the current one of each child to what its own workbooks say.
 */
import * as z from 'zod';
import type { AggregateFile, Child } from '../../core/api.ts';
import { canonicalJson, hashOf, hashOfJson } from '../../core/hash.ts';
import type { Message } from '../../core/message.ts';
import { subordinatesAt } from '../../core/organisation.ts';
import { periodEnd, periodLabel } from '../../core/period.ts';
import type { Organisation } from '../../core/profile.ts';
import { fold } from '../../core/text/compare.ts';
import { findNumbers } from '../../core/text/identifier.ts';
import { findClassification } from '../../core/text/classification.ts';
import { commit, persist, type Decision } from '../protocol/commit.ts';
import { keys } from '../protocol/partitions.ts';
import { HttpProblem, type Principal, type Services } from '../route.ts';
import type { Store } from '../store/store.ts';
import { BlobDamaged } from '../submissions/extract-blob.ts';
import * as problems from '../submissions/problems.ts';
import { upsert } from '../submissions/submit.ts';
import { isSound } from './aggregate.ts';
import { findBlob, names, readBlob } from './part-blob.ts';
import { readSummary } from './record.ts';

type Receiving = Pick<Services, 'store' | 'profile' | 'now'>;

/** Content received before is never current again: only something new replaces what is. */
const childRecord = z.strictObject({
  organisation: z.string(),
  /** Hash of the file in force; null when it was taken back. */
  current: z.string().nullable(),
  /** Of all files received, oldest first. */
  received: z.array(z.strictObject({ hash: z.string(), at: z.string(), by: z.string() })),
});
export type ChildRecord = z.infer<typeof childRecord>;

const mostVersions = 200;

export async function listChildRecords(store: Store, period: string): Promise<ChildRecord[]> {
  return (await store.query(period, keys.child(''))).map(({ value }) => childRecord.parse(value));
}

/** Throws BlobDamaged when the stored file is missing or not what was received. */
export async function readChild(store: Store, expected: string): Promise<AggregateFile> {
  const name = names.child(expected);
  const file = await readBlob<AggregateFile>(store, name);
  const { hash, ...content } = file;
  if (hash !== expected || hashOfJson(content) !== hash) throw new BlobDamaged(name);
  return file;
}

/** The file that a published summary hands up. Throws HttpProblem 404. */
export async function aggregateFile({ store }: Pick<Services, 'store'>, summary: string): Promise<AggregateFile> {
  const found = await readSummary(store, summary);
  const file =
    found?.record.state === 'published' ? await findBlob<AggregateFile>(store, names.aggregate(summary)) : null;
  if (!file) throw problems.notFound();
  return file;
}

/** Received for good when it resolves. Throws HttpProblem for a file that is not sound, or not this child's of this month. */
export async function receiveChild(
  services: Receiving,
  principal: Principal,
  {
    period,
    organisation,
    file,
  }: { readonly period: string; readonly organisation: string; readonly file: AggregateFile },
): Promise<Child> {
  const child = committee(services, period, organisation);
  const { hash, ...content } = file;
  if (hashOfJson(content) !== hash || !isSound(file.aggregate)) throw unsound();
  checkTexts(file);
  if (file.period !== period) throw problems.wrongPeriod(periodLabel(file.period), periodLabel(period));
  if (!isNamed(child, file)) throw problems.wrongOrganisation(file.name, child.name);
  const { store, now } = services;
  await persist(() => store.putBlob(names.child(hash), new TextEncoder().encode(canonicalJson(file))));
  const key = keys.child(organisation);
  const record = await commit(services, period, principal, async (): Promise<Decision<ChildRecord>> => {
    const present = await store.get(period, key);
    const known = present && childRecord.parse(present.value);
    if (known?.received.some((one) => one.hash === hash)) return { answer: known };
    const received = [...(known?.received ?? []), { hash, at: now().toISOString(), by: principal.name }];
    if (received.length > mostVersions)
      throw problems.notPossible({ vi: 'Đã nộp quá nhiều lần trong kỳ.', en: 'Too many versions in this period.' });
    const value = { organisation, current: hash, received };
    return {
      answer: value,
      operations: [upsert(key, present, value)],
      audit: { action: 'child-received', organisation, subject: period, file: hash },
    };
  });
  return childView(services, record, child.name);
}

/** Takes the child's aggregate out of the month; a new file brings it back. */
export async function withdrawChild(
  services: Receiving,
  principal: Principal,
  period: string,
  organisation: string,
): Promise<void> {
  const key = keys.child(organisation);
  await commit(services, period, principal, async () => {
    const present = await services.store.get(period, key);
    const known = present && childRecord.parse(present.value);
    if (!known || known.current === null) return { answer: undefined };
    return {
      answer: undefined,
      operations: [upsert(key, present, { ...known, current: null })],
      audit: { action: 'child-withdrawn', organisation, subject: period, file: known.current },
    };
  });
}

/** Of the given committees, or of all. */
export async function childrenOf(
  services: Receiving,
  period: string,
  organisations: readonly string[] | null,
): Promise<Child[]> {
  const records = await listChildRecords(services.store, period);
  const mine = records.filter(({ organisation }) => organisations?.includes(organisation) ?? true);
  const registered = new Map(services.profile.organisations.map(({ id, name }) => [id, name]));
  return Promise.all(
    mine.map((record) => childView(services, record, registered.get(record.organisation) ?? record.organisation)),
  );
}

async function childView(
  { store }: Receiving,
  { organisation, current, received }: ChildRecord,
  name: string,
): Promise<Child> {
  const last = received.find(({ hash }) => hash === current) ?? received.at(-1);
  if (!last) throw new RangeError('a child was received at least once');
  const figures = current === null ? null : (await readChild(store, current)).aggregate.figures;
  return {
    organisation,
    name,
    hash: current,
    figures,
    receivedAt: last.at,
    receivedBy: last.by,
    versions: received.length,
  };
}

function committee({ profile }: Receiving, period: string, id: string): Organisation {
  const found = subordinatesAt(profile, periodEnd(period)).find((one) => one.id === id);
  if (!found) throw problems.notFound();
  return found;
}

/** What no workbook may hold does not come in by way of an aggregate either. */
function checkTexts({ aggregate: { issues } }: AggregateFile): void {
  const texts = issues.flatMap(({ field, issue }) => [field, issue]);
  if (texts.some((text) => findClassification(text) !== null)) throw problems.classified(classifiedIssue);
  if (texts.some((text) => findNumbers(text).some(({ type }) => personal.has(type))))
    throw new HttpProblem(422, 'personal-identifier', unsoundTitle, personalDetail);
}

/** Two registers may know a committee by different ids: then its name, or another spelling of it, must be the same. */
function isNamed({ id, name, aliases }: Organisation, file: Pick<AggregateFile, 'organisation' | 'name'>): boolean {
  return id === file.organisation || [name, ...aliases].some((one) => fold(one) === fold(file.name));
}

function unsound(): HttpProblem {
  return new HttpProblem(422, 'unusable-aggregate', unsoundTitle, unsoundDetail);
}
const unsoundTitle: Message = {
  vi: 'Không dùng được số liệu tổng hợp này.',
  en: 'This aggregate cannot be used.',
};
const classifiedIssue = {
  message: { vi: 'Có dấu chỉ độ mật trong tên một vấn đề.', en: 'The name of an issue carries a classification mark.' },
  remedy: {
    vi: 'Gửi theo chế độ văn bản mật, không qua hệ thống này.',
    en: 'Send it as a classified document, not through this system.',
  },
};
const personal: ReadonlySet<string> = new Set(['phone', 'email', 'nationalId']);
const personalDetail: Message = {
  vi: 'Tên một vấn đề có số điện thoại, thư điện tử hoặc số giấy tờ. Hãy sửa báo cáo ở đơn vị, tổng hợp và xuất lại.',
  en: 'The name of an issue holds a phone, e-mail or identity number. Correct the report there, merge and export again.',
};
const unsoundDetail: Message = {
  vi: 'Tệp đã bị sửa hoặc số liệu trong tệp không khớp nhau. Hãy xuất lại từ máy chủ của đơn vị.',
  en: 'The file was changed, or its figures do not tie. Export it again from the committee’s own server.',
};

/** The hash that a file of an aggregate carries over everything else in it. */
export function sealAggregate(content: Omit<AggregateFile, 'hash'>): AggregateFile {
  return { ...content, hash: hashOfJson(content) };
}

/** What is published of a summary that took children in: its own content and all that was added. */
export function hashWithChildren(
  contentHash: string,
  { aggregate, children }: Omit<AggregateFile, 'hash' | 'contentHash'>,
): string {
  return children.length === 0 ? contentHash : hashOf(canonicalJson([contentHash, aggregate, children]));
}

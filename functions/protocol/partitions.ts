/** Where records stand: one partition per month, one per year, one for rosters; the keys within them. */
import type { DocumentKind } from '../../core/document.ts';
import { isPeriod } from '../../core/period.ts';

export const rosterPartition = 'roster';

export type SubmissionKind = DocumentKind | 'unknown';

/** The partition of a workbook handed in for `period` (`YYYY-MM` or `YYYY`): its month, its year, or `roster`. */
export function partitionOf(kind: SubmissionKind, period: string): string {
  if (kind === 'roster') return rosterPartition;
  return kind === 'year' ? period.slice(0, 4) : period;
}

export function isPartition(text: string): boolean {
  return text === rosterPartition || isPeriod(text);
}

/** The parts of a submission's id, so that a look-up needs no index. */
export interface SubmissionName {
  readonly partition: string;
  readonly organisation: string;
  readonly kind: SubmissionKind;
  readonly version: number;
}

const pattern = /^(\d{4}(?:-(?:0[1-9]|1[0-2]))?|roster)~([a-z0-9-]{1,60})~(roster|report|year|unknown)~(\d{4})$/;

export function submissionId({ partition, organisation, kind, version }: SubmissionName): string {
  return `${partition}~${organisation}~${kind}~${fourDigits(version)}`;
}

/** null when the text is no submission id. */
export function parseSubmissionId(id: string): SubmissionName | null {
  const [, partition, organisation, kind, version] = pattern.exec(id) ?? [];
  if (partition === undefined || organisation === undefined) return null;
  return { partition, organisation, kind: kind as SubmissionKind, version: Number(version) };
}

export const keys = {
  auditHead: 'audit-head',
  published: 'published',
  audit: (sequence: number): string => `audit~${String(sequence).padStart(8, '0')}`,
  head: (organisation: string, kind: SubmissionKind): string => `head~${organisation}~${kind}`,
  submission: ({ organisation, kind, version }: Omit<SubmissionName, 'partition'>): string =>
    `submission~${organisation}~${kind}~${fourDigits(version)}`,
  hash: (organisation: string, hash: string): string => `hash~${organisation}~${hash}`,
  extension: (organisation: string): string => `extension~${organisation}`,
  acknowledgement: (organisation: string, finding: string): string => `acknowledgement~${organisation}~${finding}`,
  request: (id: string): string => `request~${id}`,
  requestExtension: (request: string, organisation: string): string => `request-extension~${request}~${organisation}`,
  proposal: (id: string): string => `proposal~${id}`,
  child: (organisation: string): string => `child~${organisation}`,
  summary: (id: string): string => `summary~${id}`,
  outbox: (topic: string): string => `outbox~${topic}`,
} as const;

function fourDigits(version: number): string {
  return String(version).padStart(4, '0');
}

/**
 * What became of proposals. One is known by its committee and its text, not by its place in a workbook, so a later
 * version of the report keeps the answer.
 */
import { hashOf } from '../hash.ts';
import { fold } from '../text/compare.ts';
import type { ProposalRow } from './summary.ts';

/** A status answered back to the committee. */
export interface ProposalAnswer {
  /** As `proposalId` makes it. */
  readonly proposal: string;
  readonly status: ProposalRow['status'];
}

/** `2023-11~ttxvn~1f0c…`: the period, the committee, and the text without regard to case and Unicode form. */
export function proposalId(period: string, organisation: string, text: string): string {
  return `${period}~${organisation}~${hashOf(fold(text)).slice(0, 12)}`;
}

const furthest: Readonly<Record<ProposalRow['status'], number>> = { received: 0, forwarded: 1, answered: 2 };

/** By proposal id; of several answers to one proposal the furthest along, whatever their order. */
export function proposalStatuses(answers: readonly ProposalAnswer[]): ReadonlyMap<string, ProposalRow['status']> {
  const statuses = new Map<string, ProposalRow['status']>();
  for (const { proposal, status } of answers)
    if (furthest[status] >= furthest[statuses.get(proposal) ?? 'received']) statuses.set(proposal, status);
  return statuses;
}

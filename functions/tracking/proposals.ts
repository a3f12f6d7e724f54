/** Proposals of a month's reports and what became of them, so that answers flow back to the committees. */
import type { ProposalList } from '../../core/api.ts';
import { proposalId } from '../../core/merge/proposals.ts';
import { commit } from '../protocol/commit.ts';
import { keys } from '../protocol/partitions.ts';
import type { Principal, Services } from '../route.ts';
import { answerRecord, listProposalAnswers } from '../submissions/decisions.ts';
import { notFound } from '../submissions/problems.ts';
import { upsert } from '../submissions/submit.ts';
import { readMonth } from './board.ts';

type Answering = Pick<Services, 'store' | 'profile' | 'ruleset' | 'now'>;
export type ProposalView = ProposalList['proposals'][number];

/** Of the reports that count at present, of the given committees or of all. */
export async function proposalsOf(
  services: Answering,
  period: string,
  organisations: readonly string[] | null,
): Promise<ProposalView[]> {
  const { rows } = await readMonth(services, period, { asOf: null, organisations });
  const answers = await listProposalAnswers(services.store, period);
  const answered = new Map(answers.map((answer) => [answer.proposal, answer]));
  const byId = new Map<string, ProposalView>();
  for (const { organisation, text, recipient } of rows.proposals) {
    const id = proposalId(period, organisation, text);
    const known = answered.get(id);
    byId.set(id, {
      id,
      organisation,
      text,
      recipient,
      status: known?.status ?? 'received',
      answer: known?.answer ?? null,
      updatedAt: known?.at ?? null,
    });
  }
  return [...byId.values()];
}

export async function answerProposal(
  services: Answering,
  principal: Principal,
  { id, status, answer }: Pick<ProposalView, 'id' | 'status' | 'answer'>,
): Promise<ProposalView> {
  const [, period, organisation] = /^(\d{4}-(?:0[1-9]|1[0-2]))~([a-z0-9-]{1,60})~[0-9a-f]{12}$/.exec(id) ?? [];
  if (period === undefined || organisation === undefined) throw notFound();
  const proposal = (await proposalsOf(services, period, [organisation])).find((one) => one.id === id);
  if (!proposal) throw notFound();
  const at = services.now().toISOString();
  const key = keys.proposal(id);
  return commit(services, period, principal, async () => {
    const present = await services.store.get(period, key);
    const known = present && answerRecord.parse(present.value);
    if (known !== null && known.status === status && known.answer === answer)
      return { answer: { ...proposal, status, answer, updatedAt: known.at } };
    return {
      answer: { ...proposal, status, answer, updatedAt: at },
      operations: [upsert(key, present, { status, answer, by: principal.name, at })],
      audit: { action: `proposal-${status}`, organisation, subject: id, file: null },
    };
  });
}

import { describe, expect, it, test } from 'vitest';
import { proposalId, type ProposalAnswer } from '../../../core/merge/proposals.ts';
import { at, report } from '../rules/build.ts';
import { extract, merge } from './build.ts';

const asking = report({
  proposals: [
    { row: 30, text: at('B30', 'Sớm công bố giá điện'), recipient: null },
    { row: 31, text: at('B31', 'Nâng phụ cấp'), recipient: null },
  ],
});
const proposal = proposalId('2023-11', 'ttxvn', 'Sớm công bố giá điện');

function statuses(...proposalAnswers: ProposalAnswer[]): string[] {
  return merge([extract(asking, 'a')], { proposalAnswers }).proposals.map(({ status }) => status);
}

describe('the status of a proposal', () => {
  test.each([
    ['nothing was answered', [], 'received'],
    ['forwarded', ['forwarded'], 'forwarded'],
    ['answered', ['answered'], 'answered'],
    ['taken back to received', ['received'], 'received'],
    ['answered twice, the furthest along first', ['answered', 'forwarded'], 'answered'],
    ['answered twice, the furthest along last', ['received', 'answered'], 'answered'],
  ] as const)('%s', (_name, given, expected) => {
    expect(statuses(...given.map((status) => ({ proposal, status })))).toEqual([expected, 'received']);
  });

  it('stays with the text in a later version, whatever its case, Unicode form and row', () => {
    const later = report({
      proposals: [{ row: 44, text: at('B44', 'SỚM CÔNG BỐ GIÁ ĐIỆN'.normalize('NFD')), recipient: null }],
    });
    const { proposals } = merge([extract(later, 'b')], { proposalAnswers: [{ proposal, status: 'answered' }] });
    expect(proposals.map(({ status }) => status)).toEqual(['answered']);
  });

  test.each([
    ['another month', proposalId('2023-10', 'ttxvn', 'Sớm công bố giá điện')],
    ['another committee', proposalId('2023-11', 'tu-phap', 'Sớm công bố giá điện')],
    ['another text', proposalId('2023-11', 'ttxvn', 'Sớm công bố giá xăng')],
  ])('is not taken from %s', (_name, other) => {
    expect(statuses({ proposal: other, status: 'answered' })).toEqual(['received', 'received']);
  });

  it('is part of the content that is hashed', () => {
    const hash = (...proposalAnswers: ProposalAnswer[]) =>
      merge([extract(asking, 'a')], { proposalAnswers }).contentHash;
    expect(hash({ proposal, status: 'answered' })).not.toBe(hash());
  });
});

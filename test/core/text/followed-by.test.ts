import { expect, it } from 'vitest';
import { followedBy } from '../../../core/text/followed-by.ts';

it.each([
  ['rà soát ngày 15/01/2023', true],
  ['ngày 15/01/2023 rà soát', false],
  ['ngày rà soát, rồi rà soát ngày 15/01/2023', true],
  ['rà soát', false],
  ['ngày', false],
  ['', false],
])('«%s»: %s', (text, expected) => {
  expect(followedBy(text, /rà soát/, /ngày/)).toBe(expected);
});

it('looks through a long text once', () => {
  // Looked through behind each of them, it would outlast the test's time limit many times.
  expect(followedBy('rà soát '.repeat(300_000), /rà soát/, /ngày/)).toBe(false);
});

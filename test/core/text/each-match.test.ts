import { expect, it } from 'vitest';
import { eachMatch } from '../../../core/text/each-match.ts';

it.each([
  ['a1b22', /\d+/g, ['1', '22']],
  ['ab', /x*/g, ['', '', '']],
  ['', /a/g, []],
])('finds in «%s» what matchAll finds', (text, pattern, expected) => {
  expect(Array.from(eachMatch(text, pattern), ([found]) => found)).toEqual(expected);
  expect(Array.from(text.matchAll(pattern), ([found]) => found)).toEqual(expected);
});

it('goes on where it was, whoever uses the pattern in between', () => {
  const pattern = /\d/g;
  const found: string[] = [];
  for (const [outer] of eachMatch('123', pattern))
    for (const [inner] of eachMatch('45', pattern)) found.push(`${outer}${inner}`);
  expect(found).toEqual(['14', '15', '24', '25', '34', '35']);
});

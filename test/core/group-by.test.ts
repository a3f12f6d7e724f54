import { expect, it } from 'vitest';
import { groupBy } from '../../core/group-by.ts';

it('keeps keys and items in the order they came', () => {
  expect([...groupBy(['b1', 'a1', 'b2'], (item) => item.slice(0, 1))]).toEqual([
    ['b', ['b1', 'b2']],
    ['a', ['a1']],
  ]);
});

it('takes any text as a key', () => {
  expect(groupBy(['__proto__', 'constructor'], (item) => item).size).toBe(2);
});

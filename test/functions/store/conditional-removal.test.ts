import { expect, test } from 'vitest';
import { withTags } from '../../../functions/store/conditional-removal.ts';

const transaction = [
  '--changeset_1',
  '',
  "PUT http://127.0.0.1/bloc/records(PartitionKey='2023-11',RowKey='kept') HTTP/1.1",
  'if-match: *',
  '',
  '{"value":"DELETE"}',
  '--changeset_1',
  '',
  "DELETE http://127.0.0.1/bloc/records(PartitionKey='2023-11',RowKey='b') HTTP/1.1",
  'accept: application/json',
  'If-Match: *',
  '',
  "DELETE http://127.0.0.1/bloc/records(PartitionKey='2023-11',RowKey='a') HTTP/1.1",
  'if-match: *',
  '',
];

test('binds each removal to its tag, and nothing else', () => {
  const tags = new Map([
    ['a', 'tag of a'],
    ['b', 'tag of b'],
  ]);
  const bound = withTags(transaction.join('\r\n'), tags).split('\r\n');
  expect(bound).toEqual(
    transaction.map((line, index) =>
      index === 10 ? 'if-match: tag of b' : index === 13 ? 'if-match: tag of a' : line,
    ),
  );
});

test('refuses to send a removal that found no place, or one without a tag', () => {
  const removal = (tags: [string, string][]) => () => withTags(transaction.join('\r\n'), new Map(tags));
  expect(
    removal([
      ['a', '1'],
      ['b', '2'],
      ['c', '3'],
    ]),
  ).toThrow('could not be bound');
  expect(removal([['a', '1']])).toThrow('could not be bound');
});

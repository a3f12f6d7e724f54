import { expect, test } from 'vitest';
import {
  createLog,
  errorFields,
  logFields,
  logText,
  type LogFields,
  type LogLine,
} from '../../../functions/http/log.ts';

function written(event: string, fields: LogFields, always: LogFields = {}): LogLine | undefined {
  const lines: LogLine[] = [];
  createLog((line) => lines.push(line), always)(event, fields);
  return lines[0];
}

test('writes listed fields of the listed shape', () => {
  const fields = {
    correlation: '6f9619ff-8b86-4d01-b42d-00cf4fc964ff',
    route: 'submission-create',
    status: 200,
    caller: '11111111-1111-4111-8111-111111111111.aaaaaaaa-0000-4000-8000-000000000001',
    submission: '2023-11~ttxvn~report~0001',
    hash: 'ab'.repeat(32),
    repeated: false,
    outcome: null,
  };
  expect(written('request', fields)).toEqual({ event: 'request', fields });
});

test.each<[string, LogFields]>([
  ['a field that is not listed', { cell: 'Nguyễn Thị Bí Mật' }],
  ['a file name', { file: 'bí mật.xlsx' }],
  ['the name of a prototype', { constructor: 'x', toString: 'x' }],
])('leaves out %s', (_name, fields) => {
  expect(written('request', fields)).toEqual({ event: 'request', fields: {} });
});

test.each<[string, string | number | boolean]>([
  ['submission', '2023-11~ttxvn~report~0001 Nguyễn Thị Bí Mật'],
  ['organisation', 'Đảng ủy Bí Mật'],
  ['outcome', 'Nguyễn Thị Bí Mật'],
  ['error', 'Error: 0912345678'],
  ['place', '/home/a b/c.ts:1:1'],
  ['hash', 'eyJhbGciOiJSUzI1NiJ9.eyJvaWQiOiJ4In0.c2ln'],
  ['status', '200'],
  ['milliseconds', Number.NaN],
  ['repeated', 'yes'],
])('withholds a value of another shape: %s', (name, value) => {
  expect(written('request', { [name]: value })?.fields).toEqual({ [name]: 'withheld' });
});

test('an event that is no word of ours has no name', () => {
  expect(written('Nguyễn Thị Bí Mật', {})?.event).toBe('unnamed');
});

test('fields of the whole request go with every line', () => {
  expect(written('stored', { bytes: 5 }, { route: 'submission-create' })?.fields).toEqual({
    route: 'submission-create',
    bytes: 5,
  });
});

test('a line of text is one line', () => {
  expect(logText({ event: 'request', fields: { status: 200 } })).toBe('{"event":"request","status":200}');
});

test('of an error its class and place, never its message', () => {
  const error = new SyntaxError('Unexpected token «0912345678»\n    at canary (/tmp/canary.ts:1:1)');
  const fields = errorFields(error);
  expect(fields.error).toBe('SyntaxError');
  expect(fields.place).toMatch(/^log\.test\.ts:\d+:\d+$/);
  expect(errorFields('Nguyễn Thị Bí Mật')).toEqual({ error: 'unknown', place: null });
});

test('no field takes free text', () => {
  const free = [
    'Nguyễn Văn A',
    'a b',
    '0912 345 678',
    'báo cáo.xlsx',
    'a@b.vn',
    'eyJh.eyJv.c2ln',
    '<b>',
    'x'.repeat(500),
  ];
  for (const [name, allows] of Object.entries(logFields))
    for (const value of free) expect([name, value, allows(value)]).toEqual([name, value, false]);
});

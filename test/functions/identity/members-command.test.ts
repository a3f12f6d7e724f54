import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { members } from '../../../functions/cli/members.ts';

const account = '11111111-1111-4111-8111-111111111111.aaaaaaaa-0000-4000-8000-000000000001';
let data: string;

beforeAll(() => {
  data = mkdtempSync(join(tmpdir(), 'members-'));
});
afterAll(() => rmSync(data, { recursive: true }));

async function run(...args: string[]): Promise<{ code: number; lines: string[] }> {
  const lines: string[] = [];
  const print = (text: string): void => void lines.push(text);
  const signal = new AbortController().signal;
  const code = await members.run([...args, '--data', data], { print, language: 'vi', now: new Date(), signal });
  return { code, lines };
}

test('add, list, remove', async () => {
  const staff = ['--role', 'staff', '--name', 'Nguyễn Thị A', '--organisation', 'ttxvn'];
  const line = `${account}\tstaff\tNguyễn Thị A\tttxvn`;
  expect(await run('list')).toEqual({ code: 0, lines: [] });
  expect(await run('add', account.toUpperCase(), ...staff)).toEqual({ code: 0, lines: [line] });
  expect(await run('list')).toEqual({ code: 0, lines: [line] });
  await run('add', account, '--role', 'bloc', '--name', 'Nguyễn Thị A');
  expect((await run('list')).lines).toEqual([`${account}\tbloc\tNguyễn Thị A\t*`]);
  expect(await run('remove', account)).toEqual({ code: 0, lines: ['Đã thu quyền.'] });
  expect(await run('remove', account)).toEqual({ code: 1, lines: ['Không có tài khoản này.'] });
  expect((await run('list')).lines).toEqual([]);
});

test.each([
  ['no action', [], 'Choose list, add or remove.'],
  ['half an account', ['remove', 'abc'], 'An account is its tenant id and its object id with a dot between.'],
  ['no role', ['add', account, '--name', 'A'], 'Missing argument --role.'],
  ['no name', ['add', account, '--role', 'bloc'], 'Missing argument --name.'],
  ['an unknown role', ['add', account, '--role', 'root', '--name', 'A'], '--role: staff, bloc or auditor.'],
  [
    'staff of nothing',
    ['add', account, '--role', 'staff', '--name', 'A'],
    'Staff need at least one --organisation; other roles take none.',
  ],
  [
    'an auditor of one',
    ['add', account, '--role', 'auditor', '--name', 'A', '--organisation', 'ttxvn'],
    'Staff need at least one --organisation; other roles take none.',
  ],
  [
    'an unknown committee',
    ['add', account, '--role', 'staff', '--name', 'A', '--organisation', 'x'],
    'The profile has no organisation "x".',
  ],
])('refuses %s', async (_name, args, en) => {
  await expect(run(...args)).rejects.toMatchObject({ name: 'UsageError', en });
});

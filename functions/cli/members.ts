/** `members list|add|remove`: who may sign in to a data folder or a deployed store, and as what. */
import { userInfo } from 'node:os';
import { roles } from '../../core/api.ts';
import { listMembers, parseMemberKey, putMember, removeMember, type Member } from '../identity/members.ts';
import type { Account } from '../identity/verifier.ts';
import { openAzureStoreFrom } from '../store/azure-from.ts';
import type { Store } from '../store/store.ts';
import { readArguments, readProfile, required, UsageError } from './arguments.ts';
import type { Command } from './command.ts';

const options = {
  data: { type: 'string' },
  azure: { type: 'boolean', default: false },
  role: { type: 'string' },
  name: { type: 'string' },
  organisation: { type: 'string', multiple: true },
  profile: { type: 'string' },
} as const;

export const members: Command = {
  usage:
    'members list | add TENANT.OBJECT --role staff|bloc|auditor --name NAME [--organisation ID…] | remove TENANT.OBJECT' +
    '  (--data DIR | --azure)',
  about: { vi: 'cấp và thu quyền của tài khoản', en: 'admit and remove accounts' },
  run: async (args, { print, language, now }) => {
    const { values, positionals } = readArguments(args, options);
    const [action, id] = positionals;
    const member = action === 'add' ? readMember(values) : null;
    const account = action === 'add' || action === 'remove' ? readAccount(id) : null;
    if (account === null && action !== 'list')
      throw new UsageError('Hãy chọn list, add hoặc remove.', 'Choose list, add or remove.');
    const store = await openStore(values);
    try {
      const change = { by: `cli:${userInfo().username}`, at: now };
      if (account === null) {
        for (const one of await listMembers(store)) print(line(one.id, one.member));
        return 0;
      }
      if (member !== null) {
        await putMember(store, account, member, change);
        print(line(`${account.tid}.${account.oid}`, member));
        return 0;
      }
      const removed = await removeMember(store, account, change);
      const said = removed
        ? { vi: 'Đã thu quyền.', en: 'Removed.' }
        : { vi: 'Không có tài khoản này.', en: 'No such member.' };
      print(said[language]);
      return removed ? 0 : 1;
    } finally {
      await store.close();
    }
  },
};

function line(id: string, { role, name, organisations }: Member): string {
  return [id, role, name, organisations?.join(',') ?? '*'].join('\t');
}

function readAccount(id: string | undefined): Account {
  const account = parseMemberKey(required(id, 'TENANT.OBJECT'));
  if (account !== null) return account;
  throw new UsageError(
    'Mã tài khoản phải là mã tổ chức (tenant) và mã đối tượng (object), cách nhau bằng dấu chấm.',
    'An account is its tenant id and its object id with a dot between.',
  );
}

function readMember({
  role,
  name,
  organisation,
  profile,
}: {
  role?: string | undefined;
  name?: string | undefined;
  organisation?: string[] | undefined;
  profile?: string | undefined;
}): Member {
  const known = roles.find((one) => one === required(role, '--role'));
  if (known === undefined) throw new UsageError('--role: staff, bloc hoặc auditor.', '--role: staff, bloc or auditor.');
  const organisations = organisation ?? [];
  if ((known === 'staff') !== organisations.length > 0)
    throw new UsageError(
      'Cán bộ (staff) cần ít nhất một --organisation; vai trò khác thì không.',
      'Staff need at least one --organisation; other roles take none.',
    );
  const ids = new Set(readProfile(profile).organisations.map(({ id }) => id));
  const unknown = organisations.find((id) => !ids.has(id));
  if (unknown !== undefined)
    throw new UsageError(`Hồ sơ không có tổ chức «${unknown}».`, `The profile has no organisation "${unknown}".`);
  return { name: required(name, '--name'), role: known, organisations: known === 'staff' ? organisations : null };
}

/** Each driver is loaded only where it is used. */
async function openStore({ data, azure }: { data?: string | undefined; azure: boolean }): Promise<Store> {
  if (azure) return openAzureStoreFrom((name) => required(process.env[name], name));
  return (await import('../store/local.ts')).openLocalStore(required(data, '--data'));
}

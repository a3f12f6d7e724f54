/** Workbooks whose fate is known: reports of a few committees, acceptable ones and one that must be rejected. */
import { createHash } from 'node:crypto';
import type { Mishap } from '../../../functions/demo/plan.ts';
import { seededRandom } from '../../../functions/demo/random.ts';
import { reportWorkbook } from '../../../functions/demo/workbooks.ts';
import { defaultProfileId, profiles } from '../../../core/profiles/index.ts';
import type { Profile } from '../../../core/profile.ts';

export const period = '2023-11';

function smallProfile(): Profile {
  const profile = profiles.get(defaultProfileId);
  if (profile === undefined) throw new Error('no default profile');
  // Few committees, so that thousands of runs take seconds.
  const organisations = profile.organisations.filter(({ id }) => ['duk', 'ttxvn', 'tu-phap'].includes(id));
  return { ...profile, organisations };
}
export const profile = smallProfile();

export interface Workbook {
  readonly organisation: string;
  readonly file: string;
  readonly bytes: Uint8Array;
  readonly hash: string;
  readonly acceptable: boolean;
}

/** `seed` tells contents apart; equal arguments give equal bytes. */
export async function report(organisation: string, seed: number, mishap: Mishap = 'nil'): Promise<Workbook> {
  const register = profile.organisations.find(({ id }) => id === organisation);
  if (register === undefined) throw new Error(`${organisation} is not in the register`);
  const plan = { organisation: register, period, received: `${period}-20T09:00:00+07:00`, version: 1, mishap };
  const bytes = await reportWorkbook(plan, seededRandom(seed));
  const hash = createHash('sha256').update(bytes).digest('hex');
  return { organisation, file: `${organisation}-${seed}.xlsx`, bytes, hash, acceptable: mishap !== 'phoneNumber' };
}

/** Writes every input workbook of the demo into a folder, and when each was received. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { organisationsAt, type Profile } from '../../core/profile.ts';
import { periodEnd } from '../../core/period.ts';
import { demoPeriods, planReports, planRosters } from './plan.ts';
import { seededRandom } from './random.ts';
import { demoNames } from './texts.ts';
import { blocRosterWorkbook, reportWorkbook, rosterWorkbook } from './workbooks.ts';

/** Returns the time of receipt by file name, ISO with offset. */
export async function writeInputs(
  folder: string,
  profile: Profile,
  onProgress: (done: number, total: number) => void,
  signal: AbortSignal,
): Promise<Map<string, string>> {
  const random = seededRandom(593);
  const names = random.shuffle(demoNames);
  const rosters = planRosters(profile);
  const reports = planReports(profile);
  const received = new Map<string, string>();
  const total = rosters.length + reports.length + 1;
  const write = async (subfolder: string, file: string, bytes: Uint8Array, at: string): Promise<void> => {
    signal.throwIfAborted();
    await mkdir(join(folder, subfolder), { recursive: true });
    await writeFile(join(folder, subfolder, file), bytes);
    received.set(file, at);
    onProgress(received.size, total);
  };

  let used = 0;
  for (const plan of rosters) {
    const bytes = await rosterWorkbook(plan, names.slice(used, used + plan.size), random);
    used += plan.size;
    await write('danh-sach', `danh-sach_${plan.organisation.id}.xlsx`, bytes, '2023-02-01T09:00:00+07:00');
  }
  const committees = organisationsAt(profile, periodEnd(demoPeriods[1]));
  const bloc = await blocRosterWorkbook(committees, names.slice(used, used + 35), random);
  await write('danh-sach', 'danh-sach_cap-khoi.xlsx', bloc, '2023-02-01T09:00:00+07:00');
  for (const plan of reports) {
    const suffix = plan.version > 1 ? `_lan-${plan.version}` : '';
    const file = `bao-cao_${plan.period}_${plan.organisation.id}${suffix}.xlsx`;
    await write(plan.period, file, await reportWorkbook(plan, random), plan.received);
  }
  await writeFile(join(folder, 'received.json'), `${JSON.stringify(Object.fromEntries(received), null, 2)}\n`);
  return received;
}

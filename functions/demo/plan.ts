/**
 * Who sends what in the demo: the 61 committees of the profile, two months, with the mishaps a Bloc office meets.
 * The numbers of S0 hold: 20 teams and 14 groups, 593 people.
 */
import type { Organisation, Profile } from '../../core/profile.ts';
import { organisationsAt } from '../../core/profile.ts';
import { periodEnd } from '../../core/period.ts';

export const demoPeriods = ['2023-10', '2023-11'] as const;

/** What is wrong with a workbook, on purpose. */
export type Mishap =
  'none' | 'nil' | 'damaged' | 'wrongCitation' | 'phoneNumber' | 'legacyFont' | 'textDates' | 'oneStream';

export interface RosterPlan {
  readonly organisation: Organisation;
  readonly teamKind: 'team' | 'group';
  readonly size: number;
  readonly mishap: Mishap;
}

export interface ReportPlan {
  readonly organisation: Organisation;
  readonly period: string;
  /** Local date and time of receipt in Việt Nam, ISO with offset. */
  readonly received: string;
  readonly version: number;
  readonly mishap: Mishap;
}

const teamSizes = [17, 22, 16, 18, 20, 15, 19, 24, 28, 31, 35, 38, 26, 30, 33, 27, 29, 25, 36, 13];
const groupSizes = [4, 5, 3, 6, 7, 5, 4, 8, 9, 6, 10, 5, 12, 7];

export function planRosters(profile: Profile): RosterPlan[] {
  const organisations = organisationsAt(profile, periodEnd(demoPeriods[1]));
  const pick = (level: 'upper' | 'grassroots', teamKind: 'team' | 'group', sizes: readonly number[]): RosterPlan[] =>
    organisations
      .filter((organisation) => organisation.level === level)
      .slice(0, sizes.length)
      .map((organisation, index) => ({
        organisation,
        teamKind,
        size: sizes[index] ?? 0,
        mishap: index === 1 ? 'textDates' : 'none',
      }));
  return [...pick('upper', 'team', teamSizes), ...pick('grassroots', 'group', groupSizes)];
}

/** By position in the register; everyone else is on time and in order. */
const november: Readonly<Record<number, { day?: string; mishap?: Mishap }>> = {
  1: { mishap: 'phoneNumber' },
  4: { day: '27T09:20' },
  7: { mishap: 'nil' },
  11: { day: '26T08:05' },
  15: { mishap: 'wrongCitation' },
  19: { day: '30T16:40' },
  23: { mishap: 'nil' },
  28: { mishap: 'oneStream' },
  33: { day: '29T10:00' },
  37: { mishap: 'damaged' },
  42: { mishap: 'legacyFont' },
  50: { day: '25T23:58' },
};

/** Committees that send nothing in November. */
const silent: ReadonlySet<number> = new Set([30, 55]);

export function planReports(profile: Profile): ReportPlan[] {
  return demoPeriods.flatMap((period) =>
    organisationsAt(profile, periodEnd(period)).flatMap((organisation, index): ReportPlan[] => {
      const exception = period === demoPeriods[1] ? november[index] : undefined;
      if (period === demoPeriods[1] && silent.has(index)) return [];
      const day = exception?.day ?? `${String(20 + (index % 5))}T${String(8 + (index % 9)).padStart(2, '0')}:15`;
      const mishap = exception?.mishap ?? 'none';
      const first: ReportPlan = { organisation, period, received: `${period}-${day}:00+07:00`, version: 1, mishap };
      // The committee with the wrong citation corrects it two days after the deadline: it stays late, not missing.
      return mishap === 'wrongCitation'
        ? [first, { ...first, received: `${period}-27T14:30:00+07:00`, version: 2, mishap: 'none' }]
        : [first];
    }),
  );
}

import type { TeamRow } from '../../merge/summary.ts';
import { verdictText } from './teams.ts';
import { sizeWords, teamKindWord, teamKindWords } from './words.ts';

/** Teams and groups counted by the verdict on their size. */
export interface SizeTable {
  readonly verdicts: readonly string[];
  readonly kinds: readonly string[];
  /** By verdict, then kind. */
  readonly counts: readonly (readonly number[])[];
}

export function sizeTable(teams: readonly TeamRow[]): SizeTable {
  const verdicts = [sizeWords.under, sizeWords.within, sizeWords.over];
  const kinds = [teamKindWords.team, teamKindWords.group];
  return {
    verdicts,
    kinds,
    counts: verdicts.map((verdict) =>
      kinds.map(
        (kind) => teams.filter((team) => teamKindWord(team) === kind && verdictText(team).startsWith(verdict)).length,
      ),
    ),
  };
}

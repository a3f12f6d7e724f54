/** Looking organisations up in a profile's register. */
import { organisationsAt, type Organisation, type Profile } from './profile.ts';

/** True for the superior that merges; its own workbooks are judged by rules of their own. */
export function isBloc(profile: Profile, organisation: string | null): boolean {
  return (
    organisation !== null &&
    (organisation === profile.bloc.id ||
      profile.organisations.some((one) => one.id === organisation && one.level === 'bloc'))
  );
}

/** The subordinate committees that exist on that day: those that owe a report. */
export function subordinatesAt(profile: Profile, day: string): Organisation[] {
  return organisationsAt(profile, day).filter((organisation) => !isBloc(profile, organisation.id));
}

/** The registered name; the id itself where the register does not know it. */
export function organisationName(profile: Profile, id: string): string {
  return profile.organisations.find((organisation) => organisation.id === id)?.name ?? id;
}

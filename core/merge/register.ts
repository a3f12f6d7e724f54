/** A profile's organisations by id, with their place in its order: the order of every table of the summary. */
import { inForce, organisationsAt, type Organisation, type Profile } from '../profile.ts';

export interface Register {
  /** The committees that owe a report on the judged day, in profile order. */
  readonly active: readonly Organisation[];
  /** The registered name; null for no organisation or one the register does not know. */
  readonly name: (id: string | null) => string | null;
  readonly level: (id: string) => Organisation['level'];
  /** Place in the profile; organisations it does not know come last. */
  readonly order: (id: string | null) => number;
  readonly standing: (id: string | null) => 'active' | 'bloc' | 'inactive' | 'unknown';
}

/** Built once a merge, because looking organisations up in the profile's list is linear. */
export function registerOf(profile: Profile, day: string): Register {
  const places = new Map<string, { organisation: Organisation; index: number }>();
  for (const [index, organisation] of profile.organisations.entries())
    // An organisation renamed or raised has several entries: the one in force speaks for it.
    if (!places.has(organisation.id) || inForce(organisation, day))
      places.set(organisation.id, { organisation, index });
  const isBloc = (id: string): boolean => id === profile.bloc.id || places.get(id)?.organisation.level === 'bloc';
  const active = organisationsAt(profile, day).filter(({ id }) => !isBloc(id));
  const activeIds = new Set(active.map(({ id }) => id));
  return {
    active,
    name: (id) =>
      id === null ? null : (places.get(id)?.organisation.name ?? (id === profile.bloc.id ? profile.bloc.name : null)),
    level: (id) => (isBloc(id) ? 'bloc' : (places.get(id)?.organisation.level ?? null)),
    order: (id) => (id !== null && isBloc(id) ? -1 : (places.get(id ?? '')?.index ?? Number.MAX_SAFE_INTEGER)),
    standing: (id) => {
      if (id === null) return 'unknown';
      if (isBloc(id)) return 'bloc';
      if (activeIds.has(id)) return 'active';
      return places.has(id) ? 'inactive' : 'unknown';
    },
  };
}

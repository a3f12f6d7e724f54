/** The month looked at: one choice for tracking and merging. */
import { useSyncExternalStore } from 'react';
import type { Session } from '../../core/api.ts';
import type { Profile } from '../../core/profile.ts';
import { localDate } from './moments.ts';

let chosen: string | null = null;
const listeners = new Set<() => void>();

function choosePeriod(period: string): void {
  chosen = period;
  for (const listener of listeners) listener();
}

/** The chosen month; until one is chosen this month, or the last one of a profile that has ended. */
export function usePeriod(session: Session, profile: Profile): [string, (period: string) => void] {
  const choice = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => chosen,
  );
  return [choice ?? presentMonth(session, profile), choosePeriod];
}

/** This month on the office's clock, or the last one of a profile that has ended. */
export function presentMonth(session: Session, profile: Profile): string {
  const today = localDate(session.now, profile.utcOffsetMinutes);
  return (profile.to !== null && today > profile.to ? profile.to : today).slice(0, 7);
}

/** The deadline of a period under the profile's rule in force at its end. */
import { deadlineOf, deadlineParameters, type Deadline } from '../deadline.ts';
import { periodEnd } from '../period.ts';
import { inForce, type Profile } from '../profile.ts';

/** null where the profile sets no deadline for that day. */
export function deadlineAt(profile: Profile, period: string): Deadline | null {
  const day = periodEnd(period);
  const entry = profile.rules.find((one) => one.id === 'report-deadline' && inForce(one, day));
  return entry ? deadlineOf(period, deadlineParameters.parse(entry.parameters), profile.utcOffsetMinutes) : null;
}

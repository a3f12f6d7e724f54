/** The rule profile the pane starts with, and the check of one that comes from the server. */
import duk from '../core/profiles/duk-2021-2025.json' with { type: 'json' };
import { profileSchema, type Profile } from '../core/profile.ts';

export const defaultProfile: Profile = profileSchema.parse(duk);

/** Null when the server speaks of profiles in a way this pane does not know yet. */
export function profileOf(json: unknown): Profile | null {
  const parsed = profileSchema.safeParse(json);
  return parsed.success ? parsed.data : null;
}

/** The profiles that ship. A profile is edited as JSON; `loadProfile` is the only way in. */
import { profileSchema, type Profile } from '../profile.ts';
import { rules } from '../rules/index.ts';
import blank from './blank.json' with { type: 'json' };
import duk from './duk-2021-2025.json' with { type: 'json' };
import vanLam from './van-lam-2023.json' with { type: 'json' };

/**
 * Checks a profile's shape, that its citations resolve and that its rules exist and take its parameters.
 * Throws ZodError for the shape, RangeError naming the rule for the rest.
 */
export function loadProfile(json: unknown): Profile {
  const profile = profileSchema.parse(json);
  const clauses = new Set(profile.clauses.map((clause) => clause.id));
  for (const entry of profile.rules) {
    const rule = rules.get(entry.id);
    if (!rule) throw new RangeError(`profile ${profile.id}: no rule is called ${entry.id}`);
    rule.checkParameters(entry.parameters);
    const missing = entry.cites.find((cite) => !clauses.has(cite));
    if (missing !== undefined) throw new RangeError(`profile ${profile.id}, rule ${entry.id}: no clause ${missing}`);
  }
  return profile;
}

export const defaultProfileId = 'duk-2021-2025';

export const profiles: ReadonlyMap<string, Profile> = new Map(
  // A rule under construction must not stop the others from loading a profile.
  [duk, vanLam, blank].map((json) => [json.id, profileSchema.parse(json)]),
);

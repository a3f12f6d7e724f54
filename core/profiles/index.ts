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

const shipped: ReadonlyMap<string, unknown> = new Map([duk, vanLam, blank].map((json) => [json.id, json]));
const read = new Map<string, Profile>();

/** Each is read when it is asked for: checking its shape takes longer than checking a workbook. */
export const profiles = {
  ids: [...shipped.keys()] as readonly string[],
  /** undefined for an id none has. */
  get: (id: string): Profile | undefined => {
    const known = read.get(id);
    const json = shipped.get(id);
    if (known || json === undefined) return known;
    // A rule under construction must not stop the others from loading a profile.
    const profile = profileSchema.parse(json);
    read.set(id, profile);
    return profile;
  },
};

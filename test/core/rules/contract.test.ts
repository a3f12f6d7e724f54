/** What holds for every rule: file, id, test and documentation bear one name, and the shipped profile can run it. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Profile } from '../../../core/profile.ts';
import { defaultProfileId, loadProfile, profiles } from '../../../core/profiles/index.ts';
import { rules } from '../../../core/rules/index.ts';
import { ruleTable } from '../../../functions/cli/rule-table.ts';

/** The rules of the specification. */
const specified = [
  'upper-team-size grassroots-team-size represented-unit team-established establishing-decision membership-review',
  'working-regulation quality-attestation bloc-team-composition term report-deadline ad-hoc-request report-channel',
  'known-sender addressee opinion-streams activity-plan training annual-review tasks-and-solutions commendation',
  'monthly-briefing all-submitted team-counts monthly-summaries totals-tie citation person-in-two-committees',
  'duplicate-issue personal-identifier classification-mark refused-column small-group legacy-font text-date',
  'name-format duplicate-name vocabulary unknown-workbook missing-column required-cell formula-not-calculated',
  'error-value hidden-content stray-cell template-version wrong-period wrong-organisation',
]
  .join(' ')
  .split(' ');

const files = readdirSync('core/rules')
  .filter((name) => name !== 'index.ts')
  .map((name) => name.replace(/\.ts$/, ''));

const shipped = profiles.get(defaultProfileId) as Profile;

describe('the rules together', () => {
  it('are the specified ones, one file each', () => {
    expect([...rules.keys()].sort()).toEqual([...specified].sort());
    expect(files.sort()).toEqual([...specified].sort());
  });

  it('are imported in alphabetical order, each under its own name', () => {
    const source = readFileSync('core/rules/index.ts', 'utf8');
    const imports = [...source.matchAll(/import \{ (\w+) \} from '\.\/([a-z-]+)\.ts';/g)];
    expect(imports.map((match) => match[2])).toEqual([...specified].sort());
    for (const [, name, file] of imports)
      expect(name).toBe(file?.replace(/-([a-z])/g, (_dash, letter: string) => letter.toUpperCase()));
  });

  it.each(profiles.ids)('profile %s lists no rule twice at one time, and loads', (id) => {
    const profile = profiles.get(id) as Profile;
    const ids = profile.rules.map((entry) => `${entry.id} ${entry.from ?? ''}`);
    expect(new Set(ids).size).toBe(ids.length);
    expect(() => loadProfile(profile)).not.toThrow();
  });
});

describe.each(specified)('%s', (id) => {
  const rule = rules.get(id);
  const entry = shipped.rules.find((one) => one.id === id);

  it('has the id of its file', () => {
    expect(rule?.id).toBe(id);
  });

  it('has a test of its name that states messages in both languages', () => {
    const path = `test/core/rules/${id}.test.ts`;
    expect(existsSync(path)).toBe(true);
    const test = readFileSync(path, 'utf8');
    expect(test).toMatch(/\bvi\b/);
    expect(test).toMatch(/\ben\b/);
  });

  it('says what it checks in two languages', () => {
    expect(rule?.title.vi.trim()).toBeTruthy();
    expect(rule?.title.en.trim()).toBeTruthy();
    expect(rule?.title.vi).not.toBe(rule?.title.en);
  });

  it('is listed in the shipped profile with parameters that fit and clauses that exist', () => {
    expect(entry).toBeDefined();
    expect(() => rule?.checkParameters(entry?.parameters)).not.toThrow();
    const clauses = shipped.clauses.filter((clause) => entry?.cites.includes(clause.id));
    expect(clauses.map((clause) => clause.id).sort()).toEqual([...(entry?.cites ?? [])].sort());
    for (const clause of clauses) expect(clause.quote.trim()).not.toBe('');
  });

  it('takes no parameters it does not know', () => {
    expect(() => rule?.checkParameters({ ...entry?.parameters, khongBiet: 1 })).toThrow();
  });

  it('has its anchor in the table of rules', () => {
    expect(ruleTable(shipped)).toContain(`<a id="${id}"></a>`);
  });
});

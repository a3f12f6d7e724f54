/** Rewrites the generated parts of the README. Run it in the project's folder: `npm run docs`. */
import { readFileSync, writeFileSync } from 'node:fs';
import { defaultProfileId, profiles } from '../../core/profiles/index.ts';
import { ruleTable, withRuleTable } from './rule-table.ts';

const profile = profiles.get(defaultProfileId);
if (!profile) throw new Error(`no profile ${defaultProfileId}`);
const readme = readFileSync('README.md', 'utf8');
writeFileSync('README.md', withRuleTable(readme, ruleTable(profile)));

import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { defaultProfileId, profiles } from '../../../core/profiles/index.ts';
import { profileSchema, type Profile } from '../../../core/profile.ts';
import { rules } from '../../../core/rules/index.ts';
import { ruleTable, withRuleTable } from '../../../functions/cli/rule-table.ts';

const shipped = profiles.get(defaultProfileId);

function profileWith(entries: Profile['rules']): Profile {
  if (!shipped) throw new Error('the default profile is missing');
  return profileSchema.parse({ ...shipped, rules: entries });
}

describe('ruleTable', () => {
  it('gives one row per rule of the profile: anchor, both titles, severity, clauses', () => {
    const entry = { id: 'stray-cell', cites: ['file-cells', 'file-values'], parameters: {}, from: null, to: null };
    const title = rules.get('stray-cell')?.title;
    expect(ruleTable(profileWith([entry])).split('\n')).toEqual([
      '| Quy tắc / Rule | Kiểm tra | Checks | Mức độ / Severity | Căn cứ / Clause |',
      '| --- | --- | --- | --- | --- |',
      `| <a id="stray-cell"></a>\`stray-cell\` | ${title?.vi ?? ''} | ${title?.en ?? ''} | cảnh báo / warning | Quy ước tệp Tổng hợp Khối, 3; Quy ước tệp Tổng hợp Khối, 4 |`,
    ]);
  });

  it('shows the severity the profile gives instead of the rule’s own', () => {
    const entry = {
      id: 'stray-cell',
      severity: 'info' as const,
      cites: ['file-cells'],
      parameters: {},
      from: null,
      to: null,
    };
    expect(ruleTable(profileWith([entry]))).toContain('| thông tin / information |');
  });

  it('refuses a rule nobody wrote', () => {
    const entry = { id: 'khong-co', cites: ['file-cells'], parameters: {}, from: null, to: null };
    expect(() => ruleTable(profileWith([entry]))).toThrow('profile duk-2021-2025: no rule is called khong-co');
  });
});

describe('withRuleTable', () => {
  it('replaces what stands between the markers and nothing else', () => {
    expect(withRuleTable('trước\n<!-- rules -->\ncũ\n<!-- /rules -->\nsau\n', '| mới |')).toBe(
      'trước\n<!-- rules -->\n\n| mới |\n\n<!-- /rules -->\nsau\n',
    );
  });

  it('changes nothing the second time', () => {
    const once = withRuleTable('<!-- rules --><!-- /rules -->', '| a |');
    expect(withRuleTable(once, '| a |')).toBe(once);
  });

  it.each(['', '<!-- rules -->', '<!-- /rules --> <!-- rules -->'])(
    'refuses «%s», which has no place for it',
    (text) => {
      expect(() => withRuleTable(text, '')).toThrow(RangeError);
    },
  );
});

const readme = existsSync('README.md') ? readFileSync('README.md', 'utf8') : '';

describe.skipIf(!readme.includes('<!-- rules -->'))('README.md', () => {
  it('has the table of the rules as they are (run `npm run docs` when not)', () => {
    if (!shipped) throw new Error('the default profile is missing');
    expect(readme).toBe(withRuleTable(readme, ruleTable(shipped)));
  });
});

/** The README's table of rules, made from the rules themselves and the profile that lists them. */
import type { Severity } from '../../core/finding.ts';
import type { Profile, RuleEntry } from '../../core/profile.ts';
import { rules } from '../../core/rules/index.ts';

const start = '<!-- rules -->';
const end = '<!-- /rules -->';

const severities: Readonly<Record<Severity, string>> = {
  error: 'lỗi / error',
  warning: 'cảnh báo / warning',
  info: 'thông tin / information',
};

/**
 * A Markdown table with one row per rule of the profile, in the profile's order: id (with an anchor of that name),
 * what is checked in both languages, the severity it starts from, and the clauses cited.
 * Throws RangeError when the profile lists a rule that does not exist.
 */
export function ruleTable(profile: Profile): string {
  const head = ['Quy tắc / Rule', 'Kiểm tra', 'Checks', 'Mức độ / Severity', 'Căn cứ / Clause'];
  const rows = profile.rules.map((entry) => {
    const rule = rules.get(entry.id);
    if (!rule) throw new RangeError(`profile ${profile.id}: no rule is called ${entry.id}`);
    const severity = severities[entry.severity ?? rule.severity];
    return [
      `<a id="${entry.id}"></a>\`${entry.id}\``,
      rule.title.vi,
      rule.title.en,
      severity,
      clausesOf(profile, entry),
    ];
  });
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.map(escapePipes).join(' | ')} |`).join('\n');
}

/** The text with the part between `<!-- rules -->` and `<!-- /rules -->` replaced; throws RangeError without them. */
export function withRuleTable(readme: string, table: string): string {
  const from = readme.indexOf(start);
  const to = readme.indexOf(end);
  if (from < 0 || to < from) throw new RangeError(`no ${start} … ${end} in the text`);
  return `${readme.slice(0, from + start.length)}\n\n${table}\n\n${readme.slice(to)}`;
}

function clausesOf(profile: Profile, entry: RuleEntry): string {
  const cited = profile.clauses.filter((clause) => entry.cites.includes(clause.id));
  const places = cited.map(({ document, clause }) => `${document}${clause.startsWith('(') ? ' ' : ', '}${clause}`);
  return [...new Set(places)].join('; ');
}

function escapePipes(text: string): string {
  return text.replaceAll('|', '\\|');
}

/** Every rule, by id. One file each; a contract test holds file, id, test and documentation together. */
import type { Rule } from '../rule.ts';

const all: readonly Rule[] = [];

export const rules: ReadonlyMap<string, Rule> = new Map(all.map((rule) => [rule.id, rule]));

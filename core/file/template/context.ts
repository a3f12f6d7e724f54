import type { Organisation, Profile } from '../../profile.ts';
import type { TemplateRoom } from '../../transfer.ts';
import type { Lists } from './lists.ts';
import type { Requirement } from './requirements.ts';

/** What every document sheet of a template is written from. */
export interface TemplateContext {
  readonly profile: Profile;
  readonly organisation: Organisation;
  /** `YYYY-MM`, `YYYY` or null. */
  readonly period: string | null;
  /** ISO day whose rules are shown. */
  readonly day: string;
  /** Rows needed at least. */
  readonly room: TemplateRoom;
  readonly lists: Lists;
  readonly requirements: readonly Requirement[];
  /** Superior first; the organisation alone where it is the superior. */
  readonly letterhead: readonly string[];
  /** Source of the signatory's posts. */
  readonly posts: string;
  readonly templateLine: string;
}

/** What the pane asks of the engine, which runs in a worker so that typing and scrolling never wait for it. */
import type { DocumentKind } from '../../core/document.ts';
import type { Edit, Finding } from '../../core/finding.ts';
import type { Message } from '../../core/message.ts';
import type { Profile } from '../../core/profile.ts';
import type { Workbook } from '../../core/sheet.ts';
import type { TransferLine } from '../../core/transfer.ts';

export type Source = { readonly bytes: Uint8Array } | { readonly workbook: Workbook };

export interface CheckQuestion {
  readonly source: Source;
  readonly profile: Profile;
  /** The instant the check is made, ISO. */
  readonly asOf: string;
  /** A classification mark may stand in the file's name. */
  readonly fileName?: string | null;
  readonly expectedPeriod?: string | null;
  readonly expectedOrganisation?: string | null;
}

export interface Checked {
  readonly kind: DocumentKind | 'unknown';
  readonly organisation: string | null;
  readonly period: string | null;
  readonly nil: boolean | null;
  readonly members: number | null;
  readonly streams: number | null;
  readonly findings: readonly Finding[];
  /** Titles of the rules that found something, by rule id. */
  readonly titles: Readonly<Record<string, Message>>;
  readonly ruleset: string;
  readonly workbook: Workbook;
}

export interface TemplateQuestion {
  readonly kind: DocumentKind;
  readonly profile: Profile;
  readonly organisation: string;
  readonly period: string | null;
}

export interface TransferQuestion {
  readonly source: Source;
  readonly profile: Profile;
  /** Used where the old workbook does not say; null takes what it says. */
  readonly organisation: string | null;
  readonly period: string | null;
}

export interface Transferred {
  readonly bytes: Uint8Array;
  readonly kind: DocumentKind;
  readonly organisation: string;
  readonly period: string | null;
  readonly lines: readonly TransferLine[];
}

/** Question and answer by name. */
export interface EngineCalls {
  readonly check: { readonly question: CheckQuestion; readonly answer: Checked };
  readonly annotate: {
    readonly question: { readonly bytes: Uint8Array; readonly findings: readonly Finding[] };
    readonly answer: Uint8Array;
  };
  readonly clear: { readonly question: { readonly bytes: Uint8Array }; readonly answer: Uint8Array };
  readonly applyEdits: {
    readonly question: { readonly bytes: Uint8Array; readonly edits: readonly Edit[] };
    readonly answer: Uint8Array;
  };
  readonly template: { readonly question: TemplateQuestion; readonly answer: Uint8Array };
  readonly transfer: { readonly question: TransferQuestion; readonly answer: Transferred };
}

export type EngineCall = keyof EngineCalls;

export interface EngineRequest<Call extends EngineCall = EngineCall> {
  readonly id: number;
  readonly call: Call;
  readonly question: EngineCalls[Call]['question'];
}

export type EngineReply =
  | { readonly id: number; readonly answer: EngineCalls[EngineCall]['answer'] }
  /** `reason` null: nothing the user could have foreseen. */
  | { readonly id: number; readonly code: string; readonly reason: Message | null };

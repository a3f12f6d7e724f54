/** One orchestration as it is kept. */

export type Status = 'Pending' | 'Running' | 'Suspended' | 'Completed' | 'Failed' | 'Terminated';

export interface Instance {
  readonly id: string;
  readonly name: string;
  readonly status: Status;
  readonly createdAt: string;
  readonly updatedAt: string;
  /** Counts the times it began anew: each has a history of its own. */
  readonly generation: number;
  /** JSON. */
  readonly input: string;
  /** JSON; null when none was set. */
  readonly customStatus: string | null;
  /** JSON once completed; the reason, as a JSON text, once failed or terminated. */
  readonly output: string | null;
  /** The parent's task that waits for this one. */
  readonly parent: { readonly instance: string; readonly task: number } | null;
  /** Started so far in this generation, in the library's order. */
  readonly leaves: number;
  /** The number of the next task. */
  readonly sequence: number;
  /** History records of this generation. */
  readonly chunks: number;
}

export function isOver(status: Status): boolean {
  return status === 'Completed' || status === 'Failed' || status === 'Terminated';
}

/** Asked of an instance from outside; kept until a turn has handled it. */
export type Command =
  | { readonly type: 'raise'; readonly name: string; readonly input: string }
  | { readonly type: 'terminate'; readonly reason: string }
  | { readonly type: 'suspend' }
  | { readonly type: 'resume' };

const validId = /^[A-Za-z0-9._~:@-]{1,120}$/;

/** Ids go into keys and URLs. Throws RangeError. */
export function checkInstanceId(id: string): void {
  if (!validId.test(id)) throw new RangeError('An instance id has 1 to 120 letters, digits or . _ ~ : @ -');
}

/** What the clients were told, as they would remember it: the measure of what the store must still hold. */

export interface Acknowledgement {
  readonly id: string;
  /** What is replaced by a later version: organisation, kind and period. */
  readonly slot: string;
  /** SHA-256 of the bytes that were sent. */
  readonly hash: string;
}

export class Journal {
  readonly submitted: Acknowledgement[] = [];
  /** For every finished merge, what had been acknowledged when it was asked for. */
  readonly merged: (readonly Acknowledgement[])[] = [];

  acknowledge(acknowledgement: Acknowledgement): void {
    this.submitted.push(acknowledgement);
  }

  /** Call when a merge is asked for; call the answer when it has finished. */
  merging(): () => void {
    const before = [...this.submitted];
    return () => void this.merged.push(before);
  }
}

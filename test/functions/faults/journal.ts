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
  readonly #asked = new Map<string, readonly Acknowledgement[]>();
  readonly #finished = new Set<string>();

  copy(): Journal {
    const copy = new Journal();
    copy.submitted.push(...this.submitted);
    for (const [id, before] of this.#asked) copy.#asked.set(id, before);
    for (const id of this.#finished) copy.#finished.add(id);
    return copy;
  }

  acknowledge(acknowledgement: Acknowledgement): void {
    this.submitted.push(acknowledgement);
  }

  /** A merge was asked for; said again by a process that resumes it, it changes nothing. */
  merging(id: string): void {
    if (!this.#asked.has(id)) this.#asked.set(id, [...this.submitted]);
  }

  /** The merge ended: published, or because a newer one is. */
  merged(id: string): void {
    this.#finished.add(id);
  }

  /** For every finished merge, what had been acknowledged when it was asked for. */
  get finished(): (readonly Acknowledgement[])[] {
    return [...this.#finished].map((id) => this.#asked.get(id) ?? []);
  }
}

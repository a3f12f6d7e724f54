/**
 * Orchestrations in the store, all in the partition `host`: `instance/{id}`, `history/{id}/{generation}/{number}` (a
 * few events each), `command/{id}/{time}`, and long texts of them below `text/{id}/`. A turn is one batch, so a kill
 * loses the turn or nothing.
 */
import { randomUUID } from 'node:crypto';
import type { Operation, RecordValue, Store } from '../../store/store.ts';
import type { HistoryEvent } from './history.ts';
import { isOver, type Command, type Instance, type Status } from './instance.ts';
import { LongTexts } from './long-texts.ts';

const partition = 'host';
/** Bytes of the events of one record. */
const recordBytes = 40 * 1024;

export interface Kept {
  readonly instance: Instance;
  readonly tag: string;
}

export interface KeptCommand {
  readonly key: string;
  readonly command: Command;
}

/** Somebody else wrote the instance meanwhile: read it again. */
export class InstanceConflict extends Error {}

export class InstanceStore {
  readonly #store: Store;
  readonly #texts: LongTexts;

  constructor(store: Store) {
    this.#store = store;
    this.#texts = new LongTexts(store, partition);
  }

  async get(id: string): Promise<Kept | null> {
    const record = await this.#store.get(partition, instanceKey(id));
    return record && { instance: await this.#readInstance(record.value), tag: record.tag };
  }

  async list(): Promise<Instance[]> {
    const records = await this.#store.query(partition, 'instance/');
    return Promise.all(records.map((record) => this.#readInstance(record.value)));
  }

  async history({ id, generation, chunks }: Instance): Promise<HistoryEvent[]> {
    const records = await this.#store.query(partition, historyPrefix(id, generation));
    // More than the instance knows of would be left over from before it was replaced.
    const events = records.slice(0, chunks).flatMap((record) => record.value.events as HistoryEvent[]);
    return Promise.all(events.map((event) => this.#texts.fill(event, null)));
  }

  async commands(id: string): Promise<KeptCommand[]> {
    const records = await this.#store.query(partition, `command/${id}/`);
    return Promise.all(
      records.map(async ({ key, value }) => ({
        key,
        command: (await this.#texts.fill(value, null)) as unknown as Command,
      })),
    );
  }

  async addCommand(id: string, command: Command, now: Date): Promise<KeptCommand> {
    // Ordered by time of arrival; the random end keeps two of one millisecond apart.
    const key = `command/${id}/${String(now.getTime()).padStart(15, '0')}-${randomUUID()}`;
    const value = await this.#texts.spill({ ...command }, `${textPrefix(id)}command/`);
    await this.#write([{ type: 'insert', key, value }]);
    return { key, command };
  }

  /** Creates the instance, or puts it in the place of `over`, one of the same id that is over. */
  async create(instance: Instance, over: Kept | null): Promise<void> {
    const key = instanceKey(instance.id);
    const value = await this.#spill(instance);
    await this.#write([over ? { type: 'update', key, value, tag: over.tag } : { type: 'insert', key, value }]);
  }

  /**
   * Writes a turn: the instance as it is now, the events that are new in its history, the commands that are done.
   * Answers the instance as kept. Throws InstanceConflict, StoreUnavailable, RangeError (too much for one turn).
   */
  async save(before: Kept, after: Instance, events: readonly HistoryEvent[], done: readonly string[]): Promise<Kept> {
    const spilled = await Promise.all(
      events.map((event) => this.#texts.spill({ ...event }, textPrefix(after.id, after.generation))),
    );
    const chunks = pack(spilled);
    const first = after.generation === before.instance.generation ? before.instance.chunks : 0;
    const instance: Instance = { ...after, chunks: first + chunks.length };
    const prefix = historyPrefix(after.id, after.generation);
    await this.#write([
      { type: 'update', key: instanceKey(after.id), value: await this.#spill(instance), tag: before.tag },
      ...chunks.map((chunk, index): Operation => ({
        type: 'insert',
        key: prefix + String(first + index).padStart(8, '0'),
        value: { events: chunk },
      })),
      ...(await this.#removals(done)),
    ]);
    const kept = await this.get(after.id);
    if (!kept) throw new InstanceConflict(after.id);
    return kept;
  }

  async hasCommand(key: string): Promise<boolean> {
    return (await this.#store.get(partition, key)) !== null;
  }

  async removeCommands(keys: readonly string[]): Promise<void> {
    await this.#remove(await this.#removals(keys));
  }

  /** Removes the history of a generation with its texts, or without one everything of an instance that is over. */
  async clear(id: string, generation: number | null): Promise<void> {
    const histories = await this.#store.query(
      partition,
      generation === null ? `history/${id}/` : historyPrefix(id, generation),
    );
    const texts = await this.#store.query(partition, textPrefix(id, generation));
    const kept = generation === null ? await this.#store.get(partition, instanceKey(id)) : null;
    const removals = [...histories, ...texts, ...(kept ? [kept] : [])].map(({ key, tag }): Operation => ({
      type: 'remove',
      key,
      tag,
    }));
    // Oldest first and the instance last, so that an interruption leaves nothing that nobody would find again.
    await this.#remove(removals);
  }

  async #remove(removals: readonly Operation[]): Promise<void> {
    for (let at = 0; at < removals.length; at += 100) await this.#store.batch(partition, removals.slice(at, at + 100));
  }

  async #removals(keys: readonly string[]): Promise<Operation[]> {
    const records = await Promise.all(keys.map((key) => this.#store.get(partition, key)));
    return records.flatMap((record): Operation[] =>
      record ? [{ type: 'remove', key: record.key, tag: record.tag }] : [],
    );
  }

  async #write(operations: readonly Operation[]): Promise<void> {
    if (operations.length > 100) throw new RangeError('An orchestrator started too many tasks at once');
    if ((await this.#store.batch(partition, operations)) === 'conflict') throw new InstanceConflict();
  }

  #spill(instance: Instance): Promise<RecordValue> {
    return this.#texts.spill({ ...instance }, textPrefix(instance.id, instance.generation));
  }

  /** One that is over may have lost its texts, when removing it was interrupted; it can still be found and removed. */
  async #readInstance(value: RecordValue): Promise<Instance> {
    const lost = isOver(value.status as Status) ? 'null' : null;
    return (await this.#texts.fill(value, lost)) as unknown as Instance;
  }
}

function instanceKey(id: string): string {
  return `instance/${id}`;
}

function historyPrefix(id: string, generation: number): string {
  return `history/${id}/${String(generation).padStart(6, '0')}/`;
}

/** Of one generation, or of all and the commands. */
function textPrefix(id: string, generation: number | null = null): string {
  return generation === null ? `text/${id}/` : `text/${id}/${String(generation).padStart(6, '0')}/`;
}

function pack(events: readonly RecordValue[]): RecordValue[][] {
  const chunks: RecordValue[][] = [];
  let bytes = Infinity;
  for (const event of events) {
    const size = Buffer.byteLength(JSON.stringify(event)) + 1;
    if (bytes + size > recordBytes) {
      chunks.push([]);
      bytes = 0;
    }
    chunks.at(-1)?.push(event);
    bytes += size;
  }
  return chunks;
}

/**
 * The request format of Excel's rich API: a batch of object paths and actions in, results or the first error out.
 * Knows nothing about Excel; what the objects can do is told by `HostObject`s.
 */

/** An API version as its minor number: ExcelApi 1.9 is 9. */
export type ApiLevel = number;

export interface Property {
  readonly since: ApiLevel;
  get(): unknown;
  set?(value: unknown): void;
}

/** `null` stands for a null object (`…OrNullObject`). */
export type Resolved = HostObject | null;

export interface Navigation {
  readonly since: ApiLevel;
  go(): Resolved;
}

export interface Method {
  readonly since: ApiLevel;
  /** True when it changes the workbook. */
  readonly writes?: boolean;
  call(...input: unknown[]): unknown;
}

/** One object of the host's API, made anew for every use; the members close over what they work on. */
export interface HostObject {
  readonly type: string;
  /** The id by which the client finds the object again. */
  readonly id?: string;
  readonly properties?: Readonly<Record<string, Property>>;
  readonly navigations?: Readonly<Record<string, Navigation>>;
  /** Methods that give an object answer a HostObject (or null), the others plain data. */
  readonly methods?: Readonly<Record<string, Method>>;
  /** Members of a collection. */
  items?(): HostObject[];
  /** The member with this key; null gives ItemNotFound. */
  item?(key: unknown): Resolved;
}

/** An error as Excel reports it. */
export class ApiError extends Error {
  readonly code: string;
  readonly location: string;
  readonly status: number;

  constructor(code: string, message: string, location: string, status = 400) {
    super(message);
    this.name = 'ApiError';
    this.code = code;
    this.location = location;
    this.status = status;
  }
}

export const itemNotFound = (location: string): ApiError =>
  new ApiError('ItemNotFound', "The requested resource doesn't exist.", location, 404);
export const invalidArgument = (
  location: string,
  message = 'The argument is invalid or missing or has an incorrect format.',
): ApiError => new ApiError('InvalidArgument', message, location);
export const accessDenied = (location: string): ApiError =>
  new ApiError('AccessDenied', 'You cannot perform the requested operation.', location, 403);

/** What the test host does not serve: never answered with something made up. */
export class HostNotImplemented extends ApiError {
  constructor(what: string) {
    super('HostNotImplemented', `The Excel test host does not serve ${what}`, what, 501);
    this.name = 'HostNotImplemented';
  }
}

interface ArgumentInfo {
  readonly Arguments?: readonly unknown[] | null;
  readonly ReferencedObjectPathIds?: readonly unknown[] | null;
}

interface ObjectPath {
  readonly Id: number;
  readonly ObjectPathType: number;
  readonly Name: string;
  readonly ParentObjectPathId?: number | null;
  readonly ArgumentInfo?: ArgumentInfo;
}

interface Action {
  readonly Id: number;
  readonly ActionType: number;
  readonly Name: string;
  readonly ObjectPathId: number;
  readonly ArgumentInfo?: ArgumentInfo;
  readonly QueryInfo?: { readonly Select?: readonly string[] | null; readonly Expand?: readonly string[] | null };
}

interface Batch {
  readonly ObjectPaths: Readonly<Record<string, ObjectPath>>;
  readonly Actions: readonly Action[];
}

interface Answer {
  readonly Results: { ActionId: number; Value: unknown }[];
  Error?: { Code: string; Message: string; Location: string; ActionIndex: number; HttpStatusCode: number };
}

export interface ApiHost {
  /** The object a batch starts from: the workbook. */
  root(): HostObject;
  /** `new` objects by type name. */
  create(type: string): HostObject | undefined;
  readonly level: ApiLevel;
  /** Told of every member that is not served, so that a test fails even when the add-in swallows the error. */
  unserved(what: string): void;
}

const PathType = { global: 1, created: 2, method: 3, property: 4, indexer: 5, reference: 6, nothing: 7 } as const;
const ActionType = { instantiate: 1, query: 2, method: 3, set: 4, trace: 5 } as const;

export class RichApi {
  private readonly host: ApiHost;
  private readonly references = new Map<string, HostObject>();
  private nextReference = 0;

  constructor(host: ApiHost) {
    this.host = host;
  }

  /** Actions before the failing one stay done, the rest is skipped: so does Excel. */
  process(body: string): string {
    const batch = JSON.parse(body) as Batch;
    const answer: Answer = { Results: [] };
    const resolved = new Map<number, Resolved>();
    let index = 0;
    try {
      for (const action of batch.Actions) {
        answer.Results.push({ ActionId: action.Id, Value: this.act(action, batch, resolved) ?? null });
        index++;
      }
    } catch (error) {
      const known = error instanceof ApiError;
      if (error instanceof HostNotImplemented) this.host.unserved(error.location);
      if (!known) this.host.unserved(String(error));
      answer.Error = {
        Code: known ? error.code : 'GeneralException',
        Message: error instanceof Error ? error.message : String(error),
        Location: known ? error.location : '',
        ActionIndex: index,
        HttpStatusCode: known ? error.status : 500,
      };
    }
    return JSON.stringify(answer);
  }

  private resolve(id: number, batch: Batch, resolved: Map<number, Resolved>): Resolved {
    const known = resolved.get(id);
    if (known !== undefined) return known;
    const path = batch.ObjectPaths[String(id)];
    if (!path) throw invalidArgument(`object path ${id}`);
    const found = this.follow(path, batch, resolved);
    resolved.set(id, found);
    return found;
  }

  private follow(path: ObjectPath, batch: Batch, resolved: Map<number, Resolved>): Resolved {
    const parentId = path.ParentObjectPathId;
    const parent = parentId === undefined || parentId === null ? null : this.resolve(parentId, batch, resolved);
    switch (path.ObjectPathType) {
      case PathType.global:
        return this.host.root();
      case PathType.nothing:
        return null;
      case PathType.reference: {
        const found = this.references.get(path.Name);
        if (!found) throw new ApiError('InvalidReference', 'The reference is not valid.', path.Name);
        return found;
      }
      case PathType.created: {
        const made = this.host.create(path.Name);
        if (!made) throw new HostNotImplemented(`new ${path.Name}`);
        return made;
      }
      default:
    }
    // Whatever is asked of a null object is a null object.
    if (parent === null) return null;
    const input = this.input(path.ArgumentInfo, batch, resolved);
    const where = `${parent.type}.${path.Name}`;
    switch (path.ObjectPathType) {
      case PathType.method: {
        const answer = this.member(parent.methods?.[path.Name], `${where}()`).call(...input);
        return answer === null || answer === undefined ? null : (answer as HostObject);
      }
      case PathType.property:
        return this.member(parent.navigations?.[path.Name], where).go();
      case PathType.indexer: {
        if (!parent.item) throw new HostNotImplemented(`${parent.type}.getItem`);
        const found = parent.item(input[0]);
        if (!found) throw itemNotFound(`${parent.type}.getItem`);
        return found;
      }
      default:
        throw new HostNotImplemented(`object path type ${path.ObjectPathType}`);
    }
  }

  private member<T extends { readonly since: ApiLevel }>(member: T | undefined, where: string): T {
    if (!member) throw new HostNotImplemented(where);
    if (member.since > this.host.level)
      throw new ApiError('ApiNotFound', 'The API you are trying to use could not be found.', where, 400);
    return member;
  }

  private input(info: ArgumentInfo | undefined, batch: Batch, resolved: Map<number, Resolved>): unknown[] {
    const references = info?.ReferencedObjectPathIds;
    return (info?.Arguments ?? []).map((value, index) => {
      const reference = references?.[index];
      return typeof reference === 'number' && reference !== 0 ? this.resolve(reference, batch, resolved) : value;
    });
  }

  private act(action: Action, batch: Batch, resolved: Map<number, Resolved>): unknown {
    if (action.ActionType === ActionType.trace) return null;
    const object = this.resolve(action.ObjectPathId, batch, resolved);
    const input = this.input(action.ArgumentInfo, batch, resolved);
    if (action.ActionType === ActionType.instantiate) return object === null ? null : this.identity(object);
    if (action.Name === '_RemoveReference') {
      this.references.delete(String(input[0]));
      return null;
    }
    if (object === null) return null;
    switch (action.ActionType) {
      case ActionType.query:
        return this.query(object, namesOf(action));
      case ActionType.method: {
        if (action.Name === '_KeepReference') {
          this.keep(object);
          return null;
        }
        return this.member(object.methods?.[action.Name], `${object.type}.${action.Name}()`).call(...input);
      }
      case ActionType.set: {
        const where = `${object.type}.${action.Name}=`;
        const property = this.member(object.properties?.[action.Name], where);
        if (!property.set) throw new HostNotImplemented(where);
        property.set(input[0]);
        return null;
      }
      default:
        throw new HostNotImplemented(`action type ${action.ActionType}`);
    }
  }

  private keep(object: HostObject): void {
    const name = `R${++this.nextReference}`;
    this.references.set(name, object);
    kept.set(object, name);
  }

  private identity(object: HostObject): Record<string, unknown> {
    const reference = kept.get(object);
    return {
      ...(object.id === undefined ? {} : { Id: object.id }),
      ...(reference === undefined ? {} : { _ReferenceId: reference }),
    };
  }

  private query(object: HostObject, names: readonly string[]): Record<string, unknown> {
    if (!object.items) return { ...this.identity(object), ...this.pick(object, names) };
    const inItems = names.map((name) => name.replace(/^items(\/|$)/i, '')).map((name) => (name === '' ? '*' : name));
    return {
      ...this.identity(object),
      _Items: object.items().map((item) => ({ ...this.identity(item), ...this.pick(item, inItems) })),
    };
  }

  private pick(object: HostObject, names: readonly string[]): Record<string, unknown> {
    const out: Record<string, unknown> = {};
    const nested = new Map<string, string[]>();
    for (const name of names) {
      const [head = '', ...rest] = name.split('/');
      if (head === '*') {
        for (const [key, property] of Object.entries(object.properties ?? {}))
          if (property.since <= this.host.level) out[key] = property.get();
        continue;
      }
      const property = keyOf(object.properties, head);
      if (property !== undefined) {
        out[property] = this.member(object.properties?.[property], `${object.type}.${property}`).get();
        continue;
      }
      const navigation = keyOf(object.navigations, head);
      if (navigation === undefined) throw new HostNotImplemented(`${object.type}.${head}`);
      const below = rest.length > 0 ? rest.join('/') : '*';
      const others = nested.get(navigation);
      if (others) others.push(below);
      else nested.set(navigation, [below]);
    }
    for (const [key, below] of nested) {
      const target = this.member(object.navigations?.[key], `${object.type}.${key}`).go();
      out[key] = target === null ? null : this.query(target, below);
    }
    return out;
  }
}

/** Names of the references the client holds. */
const kept = new WeakMap<HostObject, string>();

function namesOf({ QueryInfo }: Action): readonly string[] {
  const names = [...(QueryInfo?.Select ?? []), ...(QueryInfo?.Expand ?? [])];
  return names.length > 0 ? names : ['*'];
}

/** Clients ask in camel case, the host answers in Pascal case. */
function keyOf(members: Readonly<Record<string, unknown>> | undefined, name: string): string | undefined {
  return Object.keys(members ?? {}).find((key) => key.toLowerCase() === name.toLowerCase());
}

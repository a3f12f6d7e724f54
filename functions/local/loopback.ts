/** Keeping what is only for this machine on this machine. */
import { Server } from 'node:net';

/**
 * Runs `start` while a server that names no address listens on 127.0.0.1: the library's stream server would otherwise
 * listen on every interface.
 */
export async function boundToLoopback<Result>(start: () => Promise<Result>): Promise<Result> {
  const listen = Reflect.get(Server.prototype, 'listen') as (...args: unknown[]) => Server;
  const bound = function (this: Server, ...args: unknown[]): Server {
    const [first, ...rest] = args;
    if (typeof first === 'number') return listen.call(this, first, '127.0.0.1', ...rest);
    return typeof first === 'function' || first === undefined
      ? listen.call(this, 0, '127.0.0.1', ...args)
      : listen.apply(this, args);
  };
  Reflect.set(Server.prototype, 'listen', bound);
  try {
    return await start();
  } finally {
    Reflect.set(Server.prototype, 'listen', listen);
  }
}

import { describe, expect, test } from 'vitest';
import { UsageError } from '../../../functions/cli/arguments.ts';
import { readAuthMode, readHostArguments } from '../../../functions/local/settings.ts';

const entra = {
  AUTH_MODE: 'entra',
  ENTRA_TENANTS: '0f0e0d0c-0b0a-4908-8706-050403020100',
  ENTRA_CLIENT_ID: '1f0e0d0c-0b0a-4908-8706-050403020100',
};

describe('arguments', () => {
  test('defaults keep to this machine', () => {
    expect(readHostArguments([])).toEqual({
      data: '.data',
      host: '127.0.0.1',
      port: 7071,
      app: null,
      pane: null,
      help: false,
    });
  });

  test.each([
    [['--port', '0'], 0],
    [['--port', '65535'], 65535],
  ])('%j', (args, port) => {
    expect(readHostArguments(args).port).toBe(port);
  });

  test.each([[['--port', '65536']], [['--port', '-1']], [['--port', 'x']], [['extra']], [['--unknown']]])(
    '%j is refused',
    (args) => {
      expect(() => readHostArguments(args)).toThrow(UsageError);
    },
  );
});

describe('identity', () => {
  test.each([
    [{}, '127.0.0.1', 'dev'],
    [{}, '::1', 'dev'],
    [{}, 'localhost', 'dev'],
    [{ AUTH_MODE: 'dev' }, '127.0.0.1', 'dev'],
    [entra, '127.0.0.1', 'entra'],
    [entra, '0.0.0.0', 'entra'],
    [entra, '192.168.1.10', 'entra'],
  ])('%j on %s is %s', (environment, host, mode) => {
    expect(readAuthMode(environment, host)).toBe(mode);
  });

  test.each([
    [{}, '0.0.0.0', '--host 0.0.0.0 opens the host to the network: only with AUTH_MODE=entra'],
    [{}, '::', 'opens the host to the network'],
    [{}, '192.168.1.10', 'opens the host to the network'],
    [{}, 'office.example', 'opens the host to the network'],
    [{ AUTH_MODE: 'dev' }, '0.0.0.0', 'opens the host to the network'],
    [{ AUTH_MODE: 'none' }, '0.0.0.0', 'opens the host to the network'],
    [{ AUTH_MODE: 'none' }, '127.0.0.1', 'AUTH_MODE must be'],
    [{ AUTH_MODE: 'entra' }, '127.0.0.1', 'ENTRA_TENANTS'],
    [{ ...entra, ENTRA_CLIENT_ID: '' }, '0.0.0.0', 'ENTRA_CLIENT_ID'],
  ])('%j on %s is refused', (environment, host, reason) => {
    expect(() => readAuthMode(environment, host)).toThrow(reason);
  });
});

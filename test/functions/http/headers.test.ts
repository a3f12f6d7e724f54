import { describe, expect, test } from 'vitest';
import { readAllowedOrigins } from '../../../functions/http/cors.ts';
import { paneHeaders } from '../../../functions/http/security-headers.ts';

function policyOf(headers: Readonly<Record<string, string>>): Map<string, string[]> {
  return new Map(
    (headers['content-security-policy'] ?? '').split('; ').map((part) => {
      const [directive = '', ...sources] = part.split(' ');
      return [directive, sources];
    }),
  );
}

describe('the policy of the pane', () => {
  const excel = policyOf(paneHeaders({ host: 'excel' }));
  const browser = policyOf(paneHeaders({ host: 'browser', api: ['https://api.example'] }));

  test('runs no script but its own and office.js', () => {
    expect(excel.get('script-src')).toEqual(["'self'", 'https://appsforoffice.microsoft.com']);
    expect(browser.get('script-src')).toEqual(["'self'"]);
    for (const policy of [excel, browser]) {
      expect(policy.get('default-src')).toEqual(["'none'"]);
      expect(policy.get('object-src')).toEqual(["'none'"]);
      expect(policy.get('base-uri')).toEqual(["'none'"]);
      expect(policy.get('form-action')).toEqual(["'none'"]);
    }
  });

  test('is framed by Office only', () => {
    const frames = excel.get('frame-ancestors') ?? [];
    expect(frames).toContain('https://*.officeapps.live.com');
    expect(frames.every((source) => source === "'self'" || source.startsWith('https://'))).toBe(true);
    expect(browser.get('frame-ancestors')).toEqual(["'none'"]);
  });

  test('calls its own origin, the sign-in and the API that is named', () => {
    expect(browser.get('connect-src')).toEqual(["'self'", 'https://api.example', 'https://login.microsoftonline.com']);
  });

  test('never allows everything', () => {
    for (const sources of [...excel.values(), ...browser.values()])
      for (const source of sources)
        expect(['*', 'https:', 'http:', "'unsafe-eval'", "'unsafe-inline'"]).not.toContain(source);
  });
});

describe('origins that may call', () => {
  test.each([
    [undefined, []],
    ['', []],
    ['https://pane.example, https://other.example:8443', ['https://pane.example', 'https://other.example:8443']],
    ['http://localhost:3000', ['http://localhost:3000']],
  ])('%s', (setting, origins) => {
    expect([...readAllowedOrigins(setting)]).toEqual(origins);
  });

  test.each([
    '*',
    'https://*.example',
    'https://pane.example/',
    'https://pane.example/path',
    'http://pane.example',
    'pane.example',
    'null',
    'file:///x',
  ])('refuses %s', (setting) => {
    expect(() => readAllowedOrigins(setting)).toThrow(RangeError);
  });
});

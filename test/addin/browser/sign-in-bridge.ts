/** Office's side of nested app authentication: answers the sign-in library over the bridge's own protocol. */

/** What Office answers a request for a token: one, or a status of the protocol. */
type Answer = 'token' | 'USER_INTERACTION_REQUIRED' | 'USER_CANCEL' | 'NO_NETWORK' | 'PERSISTENT_ERROR';

export interface BridgePlan {
  readonly silent: Answer;
  readonly asking: Answer;
}

/** Runs in the page before the pane; `window.bridgeCalls` lists what was asked of Office. */
export function bridgeScript(plan: BridgePlan): string {
  return `(${bridge.toString()})(${JSON.stringify(plan)});`;
}

interface BridgePage {
  nestedAppAuthBridge?: unknown;
  bridgeCalls?: string[];
}

function bridge(plan: BridgePlan): void {
  const page = globalThis as BridgePage;
  const calls: string[] = [];
  const listeners: ((event: { data: string }) => void)[] = [];
  const base64url = (value: unknown): string =>
    btoa(JSON.stringify(value)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
  const account = {
    homeAccountId: 'oid.tid',
    environment: 'login.microsoftonline.com',
    tenantId: 'tid',
    localAccountId: 'oid',
    username: 'can-bo@dang-uy.vn',
  };
  const token = (scope: string): unknown => ({
    access_token: `token for ${scope}`,
    id_token: `${base64url({ alg: 'none' })}.${base64url({ oid: 'oid', tid: 'tid', preferred_username: account.username })}.x`,
    expires_in: 3600,
    scope,
  });
  page.bridgeCalls = calls;
  page.nestedAppAuthBridge = {
    addEventListener: (_type: string, listener: (event: { data: string }) => void) => listeners.push(listener),
    removeEventListener: () => undefined,
    postMessage: (text: string) => {
      const { method, requestId, tokenParams } = JSON.parse(text) as {
        method: 'GetInitContext' | 'GetToken' | 'GetTokenPopup';
        requestId: string;
        tokenParams?: { scope: string };
      };
      calls.push(method);
      const answer = method === 'GetInitContext' ? 'token' : method === 'GetToken' ? plan.silent : plan.asking;
      const body =
        method === 'GetInitContext'
          ? { initContext: { sdkName: 'office', sdkVersion: '1', capabilities: {}, accountContext: undefined } }
          : { token: token(tokenParams?.scope ?? ''), account };
      const envelope = {
        messageType: 'NestedAppAuthResponse',
        requestId,
        success: answer === 'token',
        ...(answer === 'token' ? body : { error: { status: answer, code: 'refused', description: '' } }),
      };
      setTimeout(() => {
        for (const listener of listeners) listener({ data: JSON.stringify(envelope) });
      }, 0);
    },
  };
}

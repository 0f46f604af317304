// The endpoints, seen from wherever this script is mounted.
const root = new URL('../../api/tokens/', import.meta.url);

export class TokenApiError extends Error {
  constructor(status, problem) {
    super(problem.detail ?? 'The server cannot be reached.');
    this.status = status;
    this.code = problem.code ?? 'unreachable';
  }
}

async function call(path, options) {
  const response = await fetch(new URL(path, root), { credentials: 'same-origin', cache: 'no-store', ...options });
  const json = await response.json().catch(() => ({}));
  if (!response.ok) {
    throw new TokenApiError(response.status, json);
  }
  return json;
}

let session;

async function csrf(renew) {
  if (renew || !session) {
    session = call('session');
    session.catch(() => { session = undefined; });
  }
  return (await session).csrf;
}

async function send(path, body, renew) {
  const { header, token } = await csrf(renew);
  const headers = { 'Content-Type': 'application/json', [header]: token };
  return call(path, { method: 'POST', headers, body: JSON.stringify(body) });
}

export function get(path) {
  return call(path);
}

// A token can be out of date, after a new sign-in for example: one more try with a new one.
export function post(path, body) {
  return send(path, body, false).catch((error) => {
    if (error.code !== 'csrf_invalid') {
      throw error;
    }
    return send(path, body, true);
  });
}

// Tells every <token-balance> of the page to look again.
export function changed() {
  window.dispatchEvent(new Event('token-economy:changed'));
}

import { api } from './mount.js';

export class TokenApiError extends Error {
  constructor(status, problem) {
    super(problem?.detail ?? `The server refused (HTTP ${status}).`);
    this.status = status;
    this.code = problem?.code ?? 'refused';
  }
}

async function call(path, options) {
  const request = { credentials: 'same-origin', cache: 'no-store', ...options };
  const response = await fetch(address(path), request).catch(() => {
    throw new TokenApiError(0, { code: 'unreachable', detail: 'The server cannot be reached.' });
  });
  const json = await response.json().catch(() => undefined);
  if (!response.ok) {
    throw new TokenApiError(response.status, json);
  }
  if (!json) {
    throw new TokenApiError(response.status, { detail: 'The server did not answer as expected. Reload the page.' });
  }
  return json;
}

let session;
// Whom the page was made for, or who was signed in when it first asked: nobody else shall buy from it.
let user = document.body?.dataset.teUser || undefined;

async function csrf(renew) {
  if (renew || !session) {
    session = call('session');
    session.catch(() => { session = undefined; });
  }
  const now = await session;
  user ??= now.user;
  if (now.user !== user) {
    const detail = 'You are signed in as someone else now. Reload the page.';
    throw new TokenApiError(403, { code: 'user_changed', detail });
  }
  return now.csrf;
}

async function send(path, body, renew) {
  const { header, token } = await csrf(renew);
  const headers = { 'Content-Type': 'application/json', [header]: token };
  return call(path, { method: 'POST', headers, body: JSON.stringify(body) });
}

/** The address of an endpoint, from wherever this script is mounted. */
export function address(path) {
  return new URL(path, api);
}

export function get(path) {
  return call(path);
}

// A token can be out of date, after a day for example: one more try with a new one, if the user is the same.
export function post(path, body) {
  return send(path, body, false).catch((error) => {
    if (error.code !== 'csrf_invalid') {
      throw error;
    }
    return send(path, body, true);
  });
}

/** Tells every element of this page, and of other tabs, to look again. */
export function changed() {
  window.dispatchEvent(new Event('token-economy:changed'));
}

// One look at the balance for all elements of a page: when something says that it changed, in this tab or another one,
// when the page comes into view or the network comes back, and now and then. Answers that something has overtaken are
// not told.
import { get } from './api.js';

const CHANGED = 'token-economy:changed';
const EVERY = 15_000;
const AT_MOST = 120_000;

const listeners = new Set();
const otherTabs = 'BroadcastChannel' in globalThis ? new BroadcastChannel('token-economy') : undefined;
let latest;
let looking = false;
let overtaken = false;
let pause = EVERY;
let timer;

function tellAll(balance) {
  latest = balance;
  listeners.forEach((listener) => listener(balance));
}

async function ask() {
  try {
    const balance = await get('balance');
    pause = EVERY;
    return balance;
  } catch (error) {
    pause = Math.min(pause * 2, AT_MOST);
    return error.status === 401 ? null : undefined;
  }
}

/** Looks now. A look that began before the change it should see is repeated, and its answer dropped. */
export async function look() {
  if (looking) {
    overtaken = true;
    return;
  }
  looking = true;
  let balance;
  do {
    overtaken = false;
    balance = await ask();
  } while (overtaken);
  looking = false;
  if (balance !== undefined) {
    tellAll(balance);
  }
  schedule();
}

function schedule() {
  clearTimeout(timer);
  if (listeners.size > 0 && !document.hidden) {
    timer = setTimeout(look, pause);
  }
}

function lookWhenSeen() {
  if (!document.hidden && listeners.size > 0) {
    look();
  }
}

function somethingChanged() {
  otherTabs?.postMessage(CHANGED);
  look();
}

/** What the page already knows, so that nobody has to wait for it. */
export function seed(balance) {
  if (latest === undefined) {
    latest = balance;
  }
}

/** Tells every balance from now on, null when nobody is signed in. Returns how to end that. */
export function watch(listener) {
  listeners.add(listener);
  if (latest !== undefined) {
    listener(latest);
  }
  look();
  return () => listeners.delete(listener);
}

window.addEventListener(CHANGED, somethingChanged);
document.addEventListener(CHANGED, somethingChanged);
window.addEventListener('focus', lookWhenSeen);
window.addEventListener('online', lookWhenSeen);
window.addEventListener('pageshow', (event) => event.persisted && lookWhenSeen());
document.addEventListener('visibilitychange', lookWhenSeen);
otherTabs?.addEventListener('message', (event) => event.data === CHANGED && look());

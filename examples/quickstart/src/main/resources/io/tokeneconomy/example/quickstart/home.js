import {changed, get, post} from '/tokens/assets/api.js';

const $ = id => document.getElementById(id);
let nextCursor = null;
let spendKey = null;

function say(text, kind) {
    $('message').textContent = text;
    $('message').className = kind;
    $('message').hidden = false;
}

function element(name, className, ...children) {
    const made = document.createElement(name);
    made.className = className;
    made.append(...children);
    return made;
}

/** Runs an action once per click, and says what went wrong. */
async function whileDisabled(button, action) {
    button.disabled = true;
    try {
        await action();
    } catch (refusal) {
        say(refusal.message, 'bad');
    } finally {
        button.disabled = false;
    }
}

function packageCard(offer) {
    const buy = element('button', 'primary', `Buy for ${offer.price}`);
    buy.addEventListener('click', () => whileDisabled(buy, async () => {
        const session = await post('create-checkout-session', {package: offer.id});
        location.assign(session.url);
    }));
    return element('li', '',
        element('h3', '', offer.name),
        element('p', 'tokens', String(offer.tokens), element('small', '', ' tokens')),
        element('p', 'about', offer.description || ''),
        buy);
}

function historyRow(entry) {
    const what = entry.description || entry.type.toLowerCase();
    const amount = entry.amount > 0 ? `+${entry.amount}` : `−${-entry.amount}`;
    const at = new Date(entry.at).toLocaleString(undefined, {dateStyle: 'medium', timeStyle: 'short'});
    return element('tr', '',
        element('td', '', String(entry.sequence)),
        element('td', '', what, element('small', '', at)),
        element('td', entry.amount > 0 ? 'number in' : 'number', amount),
        element('td', 'number', String(entry.balanceAfter)));
}

async function loadHistory(older) {
    const cursor = older && nextCursor ? `&cursor=${encodeURIComponent(nextCursor)}` : '';
    const page = await get(`transactions?limit=10${cursor}`);
    const rows = page.transactions.map(historyRow);
    older ? $('history').append(...rows) : $('history').replaceChildren(...rows);
    nextCursor = page.nextCursor;
    $('older').hidden = !nextCursor;
    $('empty').hidden = $('history').children.length > 0;
}

async function refresh() {
    $('balance').textContent = (await get('balance')).available;
    await loadHistory(false);
}

/** An own endpoint of the shop, protected with the same token as those of Token Economy. */
async function spend(key) {
    const {csrf} = await get('session');
    const headers = {[csrf.header]: csrf.token, 'Idempotency-Key': key};
    const response = await fetch('/demo/generate', {method: 'POST', headers});
    return {status: response.status, ...await response.json()};
}

/** The key outlives a lost answer, so that a second click cannot spend twice. */
async function generate() {
    spendKey ??= Array.from(crypto.getRandomValues(new Uint32Array(4)), part => part.toString(36)).join('-');
    const answer = await spend(spendKey).catch(() => ({status: 0}));
    if (answer.status === 0 || answer.status >= 500) {
        throw new Error('No answer. Click again: the tokens will be spent once.');
    }
    spendKey = null;
    if (answer.status === 402) {
        throw new Error(`That takes ${answer.required} tokens; you have ${answer.available}.`);
    }
    if (answer.status !== 200) {
        throw new Error(answer.detail ?? answer.title);
    }
    say(`Done: ${answer.spent} tokens spent.`, 'good');
    changed();
    await refresh();
}

async function start() {
    $('generate').addEventListener('click', event => whileDisabled(event.currentTarget, generate));
    $('older').addEventListener('click', event => whileDisabled(event.currentTarget, () => loadHistory(true)));
    const catalog = await get('packages');
    $('packages').replaceChildren(...catalog.packages.map(packageCard));
    await refresh();
}

start().catch(problem => say(problem.message, 'bad'));

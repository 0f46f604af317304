import {changed, get} from '/tokens/assets/api.js';
import {paint} from '/demo/picture.js';

const button = document.getElementById('generate');
const message = document.getElementById('message');
const picture = document.getElementById('picture');
let spendKey = null;

function say(text, kind) {
    message.textContent = text;
    message.className = kind;
}

/** An own endpoint of the shop, protected with the same token as those of Token Economy. */
async function spend(key) {
    const {csrf} = await get('session');
    const headers = {[csrf.header]: csrf.token, 'Idempotency-Key': key};
    const response = await fetch('/demo/generate', {method: 'POST', headers});
    return {status: response.status, ...await response.json()};
}

function refusal(answer) {
    return answer.status === 402
        ? `That takes ${answer.required} tokens; you have ${answer.available}.`
        : answer.detail ?? answer.title;
}

/** The key outlives a lost answer, so that a second click cannot spend twice. */
async function generate() {
    spendKey ??= Array.from(crypto.getRandomValues(new Uint32Array(4)), part => part.toString(36)).join('-');
    const key = spendKey;
    const answer = await spend(key).catch(() => ({status: 0}));
    if (answer.status === 0 || answer.status >= 500) {
        throw new Error('No answer. Click again: the tokens will be spent once.');
    }
    spendKey = null;
    if (answer.status !== 200) {
        throw new Error(refusal(answer));
    }
    paint(picture, key);
    picture.className = '';
    picture.setAttribute('aria-label', 'An abstract picture, just generated');
    say(`Done: ${answer.spent} tokens spent.`, 'good');
    changed();
}

async function clicked() {
    button.disabled = true;
    say('', '');
    try {
        await generate();
    } catch (problem) {
        say(problem.message, 'bad');
    } finally {
        button.disabled = false;
        button.focus();
    }
}

paint(picture, 'what it may look like');
button.addEventListener('click', clicked);
button.disabled = false;

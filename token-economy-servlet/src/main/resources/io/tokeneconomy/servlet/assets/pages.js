import { changed, post } from './api.js';
import './token-balance.js';

const alertLine = document.querySelector('[data-te-error]');
const buttons = document.querySelectorAll('[data-te-buy] button');

function busy(on) {
  buttons.forEach((button) => { button.disabled = on; });
}

async function buy(event) {
  event.preventDefault();
  alertLine.hidden = true;
  busy(true);
  try {
    const { url } = await post('create-checkout-session', { package: event.currentTarget.dataset.teBuy });
    location.assign(url);
  } catch (error) {
    alertLine.textContent = `That did not work: ${error.message}`;
    alertLine.hidden = false;
    busy(false);
  }
}

// Asks less and less often; the page tells the result when it is loaded again.
async function wait(element) {
  for (const seconds of [2, 3, 5, 8, 13, 21, 34, 55]) {
    await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
    const answer = await post('confirm-checkout', { sessionId: element.dataset.teWait }).catch(() => ({}));
    if (answer.result && answer.result !== 'PENDING') {
      location.reload();
      return;
    }
  }
  element.textContent = 'Still on its way. You can close this page: if the payment goes through, the tokens come without it.';
}

document.querySelectorAll('[data-te-buy]').forEach((form) => form.addEventListener('submit', buy));
document.querySelectorAll('[data-te-wait]').forEach(wait);
if (document.querySelector('[data-te-done]')) {
  changed();
}
window.addEventListener('pageshow', () => busy(false));

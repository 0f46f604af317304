// <token-checkout-status session="cs_…"></token-checkout-status> tells what became of a checkout, and waits with the
// buyer while the money is on its way.
import { changed, post } from './api.js';
import { bodyOf, define, make, tell } from './dom.js';
import { textsOf } from './i18n.js';
import { statusContent } from './status-view.js';

const PAUSES = [2, 3, 5, 8, 13, 21, 34, 55];

function seconds(count) {
  return new Promise((resolve) => setTimeout(resolve, count * 1000));
}

class TokenCheckoutStatus extends HTMLElement {
  #texts;
  #result;

  async connectedCallback() {
    if (this.#texts) {
      return;
    }
    this.#texts = await textsOf(this);
    const known = this.getAttribute('result');
    this.#result = known ?? 'PENDING';
    if (known) {
      this.#settled({ result: known });
    } else {
      await this.#ask();
    }
    if (this.#result === 'PENDING') {
      await this.#wait();
    }
  }

  /** Asks less and less often, and says so when it stops. */
  async #wait() {
    for (const pause of PAUSES) {
      await seconds(pause);
      if (!this.isConnected || await this.#ask()) {
        return;
      }
    }
    this.#show({ result: 'LATE' });
    bodyOf(this).querySelector('.status').append(this.#againButton());
  }

  /** Returns whether there is nothing more to wait for. */
  async #ask() {
    const sessionId = this.getAttribute('session') ?? '';
    const answer = await post('confirm-checkout', { sessionId }).catch((error) => this.#trouble(error));
    if (answer.result !== this.#result || !this.hasAttribute('result')) {
      this.#result = answer.result;
      this.#show(answer);
      this.#settled(answer);
    }
    return answer.result !== 'PENDING';
  }

  /** Trouble on the way says nothing about the payment: keep waiting. */
  #trouble(error) {
    const answers = { unknown_session: 'UNKNOWN', not_signed_in: 'signin' };
    return { result: answers[error.code] ?? 'PENDING' };
  }

  #show(answer) {
    const body = bodyOf(this);
    body.setAttribute('dir', this.#texts.direction);
    this.setAttribute('result', answer.result);
    let status = body.querySelector('.status');
    if (!status) {
      status = make('section', { class: 'status', part: 'status', role: 'status' });
      body.replaceChildren(status);
    }
    status.replaceChildren(...statusContent(answer, this.#texts, `h${this.getAttribute('heading') ?? 2}`));
  }

  #settled(answer) {
    if (answer.result === 'CREDITED' || answer.result === 'ALREADY_DONE') {
      changed();
      tell(this, 'token-checkout-credited', { session: this.getAttribute('session'), ...answer });
    }
  }

  /** The button is gone then: the reader goes on with what stands in its place. */
  #askAgain() {
    this.#result = 'PENDING';
    this.#show({ result: 'PENDING' });
    const status = bodyOf(this).querySelector('.status');
    status.tabIndex = -1;
    status.focus();
    this.#ask().then((done) => done || this.#wait());
  }

  #againButton() {
    const again = make('button', { class: 'button quiet', part: 'button', type: 'button' }, this.#texts.text('status.again'));
    again.addEventListener('click', () => this.#askAgain());
    return again;
  }
}

define('token-checkout-status', TokenCheckoutStatus);

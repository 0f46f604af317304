// <token-balance href="/tokens/history"></token-balance> shows what the signed-in user can spend and, apart, what is on
// hold; nothing when nobody is signed in.
import { seed, watch } from './balance-watch.js';
import { bodyOf, define, make, tell } from './dom.js';
import { textsOf } from './i18n.js';

class TokenBalance extends HTMLElement {
  #unwatch;
  #texts;
  #shown;

  async connectedCallback() {
    this.#texts = await textsOf(this);
    if (!this.isConnected || this.#unwatch) {
      return;
    }
    this.#takeWhatTheServerWrote();
    this.#unwatch = watch((balance) => this.#show(balance));
  }

  disconnectedCallback() {
    this.#unwatch?.();
    this.#unwatch = undefined;
  }

  #takeWhatTheServerWrote() {
    if (this.hasAttribute('available')) {
      const [available, held] = ['available', 'held'].map((name) => Number(this.getAttribute(name)));
      seed({ available, held });
    }
  }

  #show(balance) {
    const before = this.#shown;
    this.#shown = balance;
    if (before && balance && before.available === balance.available && before.held === balance.held) {
      return;
    }
    this.#parts().replaceChildren(...(balance ? this.#content(balance) : []));
    if (balance) {
      this.#announce(before, balance);
    }
  }

  /** The place for the numbers; beside it a line for screen readers, which is only filled on changes. */
  #parts() {
    const body = bodyOf(this);
    if (!body.querySelector('.balance')) {
      body.replaceChildren(
        make(this.hasAttribute('href') ? 'a' : 'span', { class: 'balance', part: 'balance', href: this.getAttribute('href') }),
        make('span', { class: 'only-heard', role: 'status' }),
      );
    }
    body.setAttribute('dir', this.#texts.direction);
    return body.querySelector('.balance');
  }

  #content({ available, held }) {
    return [
      make('span', { class: 'coin', part: 'icon', 'aria-hidden': 'true' }),
      make('span', { part: 'available' }, this.#texts.tokens(available)),
      held > 0 ? make('span', { class: 'held', part: 'held' }, this.#texts.counted('balance.held', held)) : undefined,
    ].filter(Boolean);
  }

  #announce(before, balance) {
    if (before) {
      const tokens = this.#texts.tokens(balance.available);
      bodyOf(this).querySelector('.only-heard').textContent = this.#texts.text('balance.now', { tokens });
    }
    tell(this, 'token-balance-change', { available: balance.available, held: balance.held });
  }
}

define('token-balance', TokenBalance);

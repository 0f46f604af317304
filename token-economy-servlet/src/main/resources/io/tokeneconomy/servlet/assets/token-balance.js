// <token-balance></token-balance> shows what the signed-in user can spend; nothing when nobody is signed in.
// It looks again when the window gets the focus, and on the event `token-economy:changed` at document or window.
import { get } from './api.js';

class TokenBalance extends HTMLElement {
  #refresh = () => this.refresh();

  connectedCallback() {
    if (!this.shadowRoot) {
      this.attachShadow({ mode: 'open' }).append(document.createElement('span'));
      this.shadowRoot.firstChild.setAttribute('part', 'text');
    }
    window.addEventListener('focus', this.#refresh);
    window.addEventListener('token-economy:changed', this.#refresh);
    document.addEventListener('token-economy:changed', this.#refresh);
    this.refresh();
  }

  disconnectedCallback() {
    window.removeEventListener('focus', this.#refresh);
    window.removeEventListener('token-economy:changed', this.#refresh);
    document.removeEventListener('token-economy:changed', this.#refresh);
  }

  async refresh() {
    try {
      const { available } = await get('balance');
      this.#show(`${available.toLocaleString()} tokens`);
    } catch (error) {
      if (error.status === 401) {
        this.#show('');
      }
    }
  }

  #show(text) {
    this.shadowRoot.firstChild.textContent = text;
  }
}

if (!customElements.get('token-balance')) {
  customElements.define('token-balance', TokenBalance);
}

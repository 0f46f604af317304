// <token-history buy="/tokens/buy"></token-history> is the signed-in user's statement: newest first, page by page.
import { address, get } from './api.js';
import { watch } from './balance-watch.js';
import { bodyOf, define, make, tell } from './dom.js';
import { filterBar, KINDS, row, skeletonRows, table } from './history-view.js';
import { textsOf } from './i18n.js';

const PAGE = 20;

class TokenHistory extends HTMLElement {
  #texts;
  #unwatch;
  #kind = 'all';
  #next = null;
  #turn = 0;

  async connectedCallback() {
    this.#texts = await textsOf(this);
    if (!this.isConnected || this.#unwatch) {
      return;
    }
    this.#build();
    this.#load();
    let before;
    this.#unwatch = watch((balance) => {
      const now = balance && `${balance.available} ${balance.held}`;
      if (before !== undefined && now !== before) {
        this.#lookForNewer();
      }
      before = now;
    });
  }

  disconnectedCallback() {
    this.#unwatch?.();
    this.#unwatch = undefined;
  }

  #find(selector) {
    return bodyOf(this).querySelector(selector);
  }

  #build() {
    const body = bodyOf(this);
    body.setAttribute('dir', this.#texts.direction);
    const more = make('button', { class: 'button quiet more', part: 'button more', type: 'button', hidden: true },
      this.#texts.text('history.more'));
    more.addEventListener('click', () => this.#loadMore(more));
    const filters = filterBar(this.#texts, this.#kind);
    filters.addEventListener('change', (event) => this.#choose(event.target.value));
    body.replaceChildren(
      make('div', { class: 'bar' }, filters, this.#exportLink()),
      make('div', { class: 'sheet', part: 'sheet' }, table(this.#texts), make('div', { class: 'none' })),
      more,
      make('p', { class: 'only-heard', role: 'status' }));
    this.#rows().replaceChildren(...skeletonRows());
  }

  #exportLink() {
    return make('a', { class: 'export', part: 'export', href: this.#address('transactions.csv').href, download: 'tokens.csv' },
      this.#texts.text('history.export'));
  }

  #rows() {
    return this.#find('tbody');
  }

  #shown() {
    return new Set([...this.#rows().querySelectorAll('[data-sequence]')].map((line) => line.dataset.sequence));
  }

  #address(path, more = {}) {
    const url = address(path);
    const query = { lang: this.#texts.tag, type: KINDS[this.#kind].join(','), ...more };
    Object.entries(query).filter(([, value]) => value).forEach(([name, value]) => url.searchParams.set(name, value));
    return url;
  }

  #choose(kind) {
    this.#kind = kind;
    this.#find('.export').href = this.#address('transactions.csv').href;
    this.#load();
  }

  /** Loads the first page; what another choice has overtaken is dropped. */
  async #load() {
    const turn = ++this.#turn;
    try {
      const page = await get(this.#address('transactions', { limit: PAGE }));
      if (turn === this.#turn) {
        this.#showFirst(page);
      }
    } catch (error) {
      if (turn === this.#turn) {
        this.#showTrouble(error);
      }
    }
  }

  #showFirst(page) {
    this.#rows().replaceChildren(...page.transactions.map((entry) => row(entry, this.#texts)));
    this.#find('.none').replaceChildren(...(page.transactions.length === 0 ? this.#nothing() : []));
    this.#find('table').classList.toggle('bare', page.transactions.length === 0);
    this.#ended(page);
    this.#tellHowMany();
    tell(this, 'token-history-load', { count: page.transactions.length });
  }

  #tellHowMany() {
    this.#find('[role=status]').textContent = this.#texts.counted('history.shown', this.#rows().children.length);
  }

  #ended(page) {
    this.#next = page.nextCursor;
    this.#find('.more').hidden = !this.#next;
  }

  /** What was booked since goes above the rest, which stays as it is: somebody may be reading there. */
  async #lookForNewer() {
    if (this.#shown().size === 0) {
      await this.#load();
      return;
    }
    const turn = this.#turn;
    const page = await get(this.#address('transactions', { limit: PAGE })).catch(() => undefined);
    if (page && turn === this.#turn) {
      this.#prepend(page);
    }
  }

  #prepend(page) {
    const shown = this.#shown();
    const newer = page.transactions.filter((entry) => !shown.has(String(entry.sequence)));
    if (newer.length === page.transactions.length) {
      this.#showFirst(page);
      return;
    }
    this.#rows().prepend(...newer.map((entry) => row(entry, this.#texts)));
    this.#tellHowMany();
    tell(this, 'token-history-load', { count: page.transactions.length });
  }

  async #loadMore(button) {
    if (button.getAttribute('aria-disabled') === 'true') {
      return;
    }
    const turn = this.#turn;
    button.setAttribute('aria-disabled', 'true');
    button.classList.add('waiting');
    try {
      const page = await get(this.#address('transactions', { limit: PAGE, cursor: this.#next }));
      if (turn === this.#turn) {
        this.#append(page);
      }
    } catch (error) {
      if (turn === this.#turn) {
        this.#find('.none').replaceChildren(make('p', { class: 'problem', role: 'alert' }, this.#texts.problem(error)));
      }
    } finally {
      button.setAttribute('aria-disabled', 'false');
      button.classList.remove('waiting');
    }
  }

  #append(page) {
    const rows = page.transactions.map((entry) => row(entry, this.#texts));
    this.#rows().append(...rows);
    this.#ended(page);
    this.#find('.none').replaceChildren();
    this.#tellHowMany();
    if (!this.#next && rows.length > 0) {
      // the button is gone: go on reading where the new lines begin
      rows[0].tabIndex = -1;
      rows[0].focus();
    }
  }

  #nothing() {
    const buy = this.getAttribute('buy');
    const filtered = this.#kind !== 'all';
    return [make('div', { class: 'empty', part: 'empty' },
      make('p', { class: 'strong' }, this.#texts.text(filtered ? 'history.nothing' : 'history.empty')),
      filtered ? undefined : make('p', {}, this.#texts.text('history.begin')),
      filtered || !buy ? undefined : make('a', { class: 'button', part: 'button', href: buy }, this.#texts.text('nav.buy')))];
  }

  #showTrouble(error) {
    this.#rows().replaceChildren();
    this.#find('table').classList.add('bare');
    this.#find('.more').hidden = true;
    const again = make('button', { class: 'button quiet', part: 'button', type: 'button' }, this.#texts.text('retry'));
    again.addEventListener('click', () => this.#load());
    this.#find('.none').replaceChildren(make('div', { class: 'empty', part: 'empty', role: 'alert' },
      make('p', { class: 'strong' }, this.#texts.text('history.failed')), make('p', {}, this.#texts.problem(error)), again));
  }
}

define('token-history', TokenHistory);

// <token-packages></token-packages> shows what is on sale and starts checkouts.
import { get, post, TokenApiError } from './api.js';
import { bodyOf, define, make, tell } from './dom.js';
import { textsOf } from './i18n.js';
import { packageList, skeleton } from './package-view.js';

const STRIPE_JS = 'https://js.stripe.com/dahlia/stripe.js';

class TokenPackages extends HTMLElement {
  #texts;
  #busy = false;
  #free = (event) => event.persisted && this.#setBusy(undefined);
  #endPayment = () => {};

  async connectedCallback() {
    // a page that the browser kept while the buyer was away
    window.addEventListener('pageshow', this.#free);
    if (this.#texts) {
      return;
    }
    const body = bodyOf(this);
    const fromServer = body.querySelector('.packages');
    if (!fromServer) {
      body.replaceChildren(skeleton());
    }
    this.#texts = await textsOf(this);
    body.addEventListener('submit', (event) => this.#submitted(event));
    if (!fromServer) {
      await this.#load();
    }
  }

  disconnectedCallback() {
    window.removeEventListener('pageshow', this.#free);
    this.#endPayment();
  }

  async #load() {
    const body = bodyOf(this);
    body.setAttribute('dir', this.#texts.direction);
    try {
      const { packages, topUp } = await get(`packages?lang=${this.#texts.tag}`);
      body.replaceChildren(...this.#content(packages, topUp));
    } catch (error) {
      body.replaceChildren(this.#failed(error));
    }
  }

  #content(packages, topUp) {
    const wanted = this.getAttribute('package');
    const shown = wanted ? packages.filter((offer) => offer.id === wanted) : packages;
    if (shown.length === 0) {
      return [make('p', { class: 'empty', part: 'empty' }, this.#texts.text('packages.empty'))];
    }
    const heading = `h${this.getAttribute('heading') ?? 3}`;
    return [
      packageList(shown, this.#texts, heading, topUp),
      topUp ? make('p', { class: 'terms', part: 'terms', id: 'terms' }, topUp.note) : undefined,
    ].filter(Boolean);
  }

  #failed(error) {
    const again = make('button', { class: 'button quiet', part: 'button', type: 'button' }, this.#texts.text('retry'));
    again.addEventListener('click', () => {
      bodyOf(this).replaceChildren(skeleton());
      this.#load();
    });
    return make('div', { class: 'empty', part: 'empty', role: 'alert' },
      make('p', {}, this.#texts.text('packages.failed')), make('p', {}, this.#texts.problem(error)), again);
  }

  #submitted(event) {
    event.preventDefault();
    if (!this.#busy) {
      this.#buy(event.target);
    }
  }

  async #buy(form) {
    const chosen = form.dataset.package;
    this.#say(form, '');
    this.#setBusy(form);
    try {
      const stripe = await this.#stripe();
      const placement = this.hasAttribute('stripe-key') ? { placement: stripe ? 'embedded' : 'hosted' } : {};
      const checkout = await post('create-checkout-session', { package: chosen, ...placement, topUp: this.#topUp(form) });
      await this.#leave(form, checkout, stripe);
    } catch (error) {
      this.#setBusy(undefined);
      this.#say(form, this.#texts.problem(error));
      tell(this, 'token-checkout-error', { package: chosen, code: error.code, message: error.message });
    }
  }

  /** The terms of automatic purchases, if the buyer agrees to them. */
  #topUp(form) {
    const box = form.elements.topUp;
    return box?.checked ? box.value : undefined;
  }

  /** Stripe's script, where the payment shall be within the page; undefined when it is not to be had. */
  async #stripe() {
    const key = this.getAttribute('stripe-key');
    if (!key) {
      return undefined;
    }
    const src = this.getAttribute('stripe-script') ?? STRIPE_JS;
    return import('./embedded.js').then(({ stripe }) => stripe(key, src)).catch(() => undefined);
  }

  /** Goes to the payment page, or shows it here, unless somebody wants to show it in another way. */
  async #leave(form, checkout, stripe) {
    if (!tell(this, 'token-checkout', { package: form.dataset.package, ...checkout }, true)) {
      this.#setBusy(undefined);
    } else if (checkout.url) {
      location.assign(checkout.url);
    } else if (stripe) {
      await this.#embed(form, checkout, stripe);
    } else {
      throw new TokenApiError(0, { code: 'payments_refused', detail: 'Nobody shows the embedded payment page.' });
    }
  }

  async #embed(form, { clientSecret }, stripe) {
    const { paymentPanel } = await import('./embedded.js');
    const payment = await stripe.createEmbeddedCheckoutPage({ clientSecret });
    if (!this.isConnected) {
      payment.destroy();
      return;
    }
    const place = make('div', { slot: 'payment' });
    const packages = bodyOf(this).querySelector('.packages');
    const panel = paymentPanel(this.#titleOf(form), `h${this.getAttribute('heading') ?? 3}`,
      this.#texts.text('cancel.packages'), () => {
        this.#endPayment();
        form.querySelector('button').focus();
      });
    this.#endPayment = () => {
      this.#endPayment = () => {};
      payment.destroy();
      place.remove();
      panel.remove();
      packages.hidden = false;
      this.#setBusy(undefined);
    };
    this.append(place);
    packages.hidden = true;
    packages.after(panel);
    payment.mount(place);
    panel.firstElementChild.focus();
  }

  /** What is paid for, in the words of its card. */
  #titleOf(form) {
    const card = form.closest('.package');
    return ['.name', '.tokens', '.money'].map((part) => card.querySelector(part).textContent).join(' · ');
  }

  /** Buttons stay in reach of the keyboard while they wait, so that the focus is not lost. */
  #setBusy(form) {
    this.#busy = Boolean(form);
    bodyOf(this).querySelectorAll('form').forEach((each) => {
      const button = each.querySelector('button');
      button.setAttribute('aria-disabled', String(this.#busy));
      button.classList.toggle('waiting', each === form);
    });
  }

  /** Beside the button that was pressed, where the buyer looks. */
  #say(form, problem) {
    bodyOf(this).querySelector('.problem')?.remove();
    if (problem) {
      form.after(make('p', { class: 'problem', part: 'error', role: 'alert' }, problem));
    }
  }
}

define('token-packages', TokenPackages);

// The payment page within ours. Stripe.js is loaded from Stripe, and only when somebody buys.
import { make } from './dom.js';

const PATIENCE = 10_000;

function load(src) {
  return new Promise((resolve, reject) => {
    const script = make('script', { src, async: true });
    const failed = () => {
      script.remove();
      reject(new Error(`${src} cannot be loaded`));
    };
    const impatient = setTimeout(failed, PATIENCE);
    script.addEventListener('load', () => {
      clearTimeout(impatient);
      resolve();
    });
    script.addEventListener('error', failed);
    document.head.append(script);
  });
}

/** Stripe, as its script makes it of a publishable key; fails when the script is not to be had. */
export async function stripe(key, src) {
  if (!window.Stripe) {
    await load(src);
  }
  return window.Stripe(key);
}

/**
 * What stands in the place of the packages while somebody pays. The payment itself is slotted in, as Stripe's script does
 * not reach into shadow roots.
 */
export function paymentPanel(title, heading, back, leave) {
  const button = make('button', { class: 'button quiet', part: 'button', type: 'button' }, back);
  button.addEventListener('click', leave);
  return make('section', { class: 'payment', part: 'payment' },
    make(heading, { class: 'name', part: 'name', tabindex: -1 }, title),
    make('slot', { name: 'payment' }),
    button);
}

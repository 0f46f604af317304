// How packages look; the server writes the very same for its own pages.
import { make } from './dom.js';

function price(offer, shown, texts) {
  return make('p', { class: 'price' },
    make('span', { class: 'money', part: 'price' }, texts.money(offer.amount, offer.currency)),
    make('small', { part: 'price-per-token' },
      texts.text('packages.each', { price: texts.perToken(offer, shown) })));
}

/** What is agreed to is said in full below the packages. */
function box({ terms, wish }, id) {
  return make('label', { class: 'auto', part: 'auto' },
    make('input', { type: 'checkbox', name: 'topUp', value: terms, 'aria-describedby': `name-${id} terms` }), make('span', {}, wish));
}

function form(offer, texts, topUp) {
  const words = { price: texts.money(offer.amount, offer.currency), name: offer.name };
  return make('form', { 'data-package': offer.id },
    topUp ? box(topUp, offer.id) : undefined,
    make('button', { class: 'button', part: 'button', type: 'submit', 'aria-label': texts.text('packages.label', words) },
      texts.text('packages.buy', words)));
}

function card(offer, shown, texts, heading, topUp) {
  return make('li', { class: offer.highlighted ? 'package popular' : 'package', part: offer.highlighted ? 'package popular' : 'package' },
    offer.highlighted ? make('p', { class: 'badge', part: 'badge' }, texts.text('packages.badge')) : undefined,
    make(heading, { class: 'name', part: 'name', id: `name-${offer.id}` }, offer.name),
    make('p', { class: 'tokens', part: 'tokens' }, texts.tokens(offer.tokens)),
    offer.bonus > 0 ? make('p', { class: 'bonus', part: 'bonus' }, texts.counted('packages.bonus', offer.bonus)) : undefined,
    make('p', { class: 'description', part: 'description' }, offer.description),
    price(offer, shown, texts),
    form(offer, texts, topUp));
}

export function packageList(offers, texts, heading, topUp) {
  return make('ul', { class: 'packages', part: 'packages', role: 'list' },
    ...offers.map((offer) => card(offer, offers, texts, heading, topUp)));
}

export function skeleton() {
  const card = () => make('li', { class: 'package skeleton' },
    ...['name', 'tokens', 'description', 'price', 'button'].map((line) => make('span', { class: `bone ${line}` })));
  return make('ul', { class: 'packages', 'aria-hidden': 'true' }, card(), card(), card(), card());
}

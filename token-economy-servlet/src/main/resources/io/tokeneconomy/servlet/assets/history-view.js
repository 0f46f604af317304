// How the history looks: a table, which narrow screens show as a list.
import { address } from './api.js';
import { make } from './dom.js';

export const KINDS = {
  all: [],
  bought: ['PURCHASE'],
  spent: ['SPEND', 'CAPTURE', 'TRANSFER_OUT'],
  received: ['GRANT', 'TRANSFER_IN', 'REINSTATE', 'ADJUST'],
  gone: ['EXPIRE', 'CLAWBACK', 'CLOSE'],
};

export function filterBar(texts, chosen) {
  const choice = (kind) => make('label', { class: 'choice', part: 'filter' },
    make('input', { type: 'radio', name: 'kind', value: kind, checked: kind === chosen }),
    make('span', {}, texts.text(`history.kind.${kind}`)));
  return make('fieldset', { class: 'choices', part: 'filters' },
    make('legend', { class: 'only-heard' }, texts.text('history.filter')), ...Object.keys(KINDS).map(choice));
}

function heading(text, className) {
  return make('th', { scope: 'col', class: className }, text);
}

export function table(texts) {
  return make('table', { class: 'history', part: 'table' },
    make('caption', { class: 'only-heard' }, texts.text('history.title')),
    make('thead', {}, make('tr', {},
      heading(texts.text('history.what')), heading(texts.text('history.when')),
      heading(texts.text('history.amount'), 'number'), heading(texts.text('history.balance'), 'number'))),
    make('tbody', { part: 'rows' }));
}

function receipt(entry, texts) {
  const line = (key, value) => (value ? [make('dt', {}, texts.text(key)), make('dd', {}, value)] : []);
  return make('details', { class: 'receipt', part: 'receipt' },
    make('summary', {}, texts.text('history.receipt')),
    make('dl', {},
      ...line('receipt.package', entry.packageName ?? entry.package),
      ...line('receipt.tokens', texts.tokens(entry.amount)),
      ...line('receipt.price', texts.money(entry.priceAmount, entry.currency)),
      ...line('receipt.date', texts.time(entry.at)),
      ...line('receipt.number', entry.stripeSessionId)),
    entry.type === 'PURCHASE' ? receiptLink(entry, texts) : undefined);
}

function receiptLink({ stripeSessionId }, texts) {
  const link = address('receipt');
  link.search = new URLSearchParams({ session: stripeSessionId, lang: texts.tag });
  return make('a', { class: 'open', part: 'receipt-link', href: link.href, target: '_blank', rel: 'noopener' },
    texts.text('receipt.open'));
}

function what(entry, texts) {
  const label = texts.text(`entry.${entry.type}`);
  const detail = entry.packageName ?? entry.description;
  return make('td', { class: 'what' },
    make('span', { class: 'label' }, detail ?? label),
    detail ? make('span', { class: 'detail' }, label) : undefined,
    entry.currency ? receipt(entry, texts) : undefined);
}

export function row(entry, texts) {
  const direction = entry.amount > 0 ? 'in' : entry.amount < 0 ? 'out' : 'none';
  return make('tr', { part: 'row', 'data-sequence': entry.sequence },
    what(entry, texts),
    make('td', { class: 'when' }, make('time', { datetime: entry.at }, texts.time(entry.at))),
    make('td', { class: `number amount ${direction}`, part: `amount ${direction}` }, texts.signed(entry.amount)),
    make('td', { class: 'number after', 'data-label': texts.text('history.balance') }, texts.number(entry.balanceAfter)));
}

export function skeletonRows() {
  const line = () => make('tr', { class: 'skeleton', 'aria-hidden': 'true' },
    make('td', { class: 'what' }, make('span', { class: 'bone label' }), make('span', { class: 'bone detail' })),
    make('td', { class: 'when' }, make('span', { class: 'bone when' })),
    make('td', { class: 'number amount' }, make('span', { class: 'bone amount' })),
    make('td', { class: 'number after' }, make('span', { class: 'bone amount' })));
  return Array.from({ length: 6 }, line);
}

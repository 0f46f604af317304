// How the answer to "what became of my payment" looks; the server writes the very same for its own page.
import { make } from './dom.js';

const KINDS = {
  CREDITED: 'good', ALREADY_DONE: 'good', PENDING: 'waiting', LATE: 'late', UNREACHABLE: 'waiting', PARKED: 'careful', signin: 'careful',
};

function figures({ tokens, balance }, texts) {
  const figure = (key, count) => make('div', {},
    make('dt', {}, texts.text(key)), make('dd', { part: 'figure' }, texts.tokens(count)));
  return make('dl', { class: 'figures', part: 'figures' },
    tokens ? figure('status.added', tokens) : undefined, figure('status.balance', balance));
}

/** @param answer what the endpoint `confirm-checkout` says, or a result of our own: LATE, UNREACHABLE */
export function statusContent(answer, texts, heading) {
  const result = answer.result === 'ALREADY_DONE' ? 'CREDITED' : answer.result;
  return [
    make('div', { class: `sign ${KINDS[result] ?? 'bad'}`, part: 'icon', 'aria-hidden': 'true' }),
    make(heading, { part: 'title', class: 'title' }, texts.text(`status.${result}.title`)),
    make('p', { part: 'text', class: 'text' }, texts.text(`status.${result}.text`)),
    result === 'CREDITED' ? figures(answer, texts) : undefined,
    answer.topUp ? make('p', { part: 'also', class: 'also' }, texts.text('topup.done')) : undefined,
  ].filter(Boolean);
}

// The texts of one language, and how it writes numbers, money and times.
import languages from './languages.js';

const RIGHT_TO_LEFT = ['ar', 'ckb', 'dv', 'fa', 'he', 'ks', 'nqo', 'pnb', 'ps', 'sd', 'syr', 'ug', 'ur', 'yi'];
const RIGHT_TO_LEFT_SCRIPTS = ['Arab', 'Hebr', 'Nkoo', 'Syrc', 'Thaa'];
// counted in hundredths, sold in whole units
const WHOLE_UNITS = ['isk', 'ugx'];
const loading = new Map();

function isRightToLeft(tag) {
  const { language, script } = new Intl.Locale(tag);
  return script ? RIGHT_TO_LEFT_SCRIPTS.includes(script) : RIGHT_TO_LEFT.includes(language);
}

/** As many as the amount is written with: browsers would round the prices of some currencies, forints for example. */
function digitsOf(amount, currency) {
  return WHOLE_UNITS.includes(currency) ? 0 : amount.split('.')[1]?.length ?? 0;
}

function finerDigits({ amount, currency, tokens }) {
  const usual = digitsOf(amount, currency);
  const digits = (Number(amount) / tokens).toFixed(usual + 2).split('.')[1]?.replace(/0+$/, '').length ?? 0;
  return digits - usual;
}

export class Texts {
  #texts;
  #plurals;

  constructor(tag, texts) {
    this.tag = tag;
    this.direction = isRightToLeft(tag) ? 'rtl' : 'ltr';
    // the server writes Arabic in Latin digits, too
    this.locale = `${tag}-u-nu-latn`;
    this.#texts = texts;
    this.#plurals = new Intl.PluralRules(tag);
  }

  has(key) {
    return key in this.#texts;
  }

  text(key, values = {}) {
    const text = this.#texts[key] ?? key;
    return text.replace(/\{([a-z]+)\}/g, (slot, name) => values[name] ?? slot);
  }

  counted(key, count) {
    const form = `${key}.${this.#plurals.select(count)}`;
    return this.text(this.has(form) ? form : `${key}.other`, { count: this.number(count) });
  }

  tokens(count) {
    return this.counted('tokens', count);
  }

  number(number) {
    return new Intl.NumberFormat(this.locale).format(number);
  }

  /** Negative numbers with a minus, positive ones with a plus. */
  signed(number) {
    return new Intl.NumberFormat(this.locale, { signDisplay: 'exceptZero' }).format(number);
  }

  money(amount, currency) {
    return this.#currency(currency, digitsOf(amount, currency)).format(amount);
  }

  /** What one token of an offer costs: at most two digits finer than money, as fine as the finest of those shown. */
  perToken(offer, shown) {
    const finer = Math.max(0, ...shown.map(finerDigits));
    const digits = digitsOf(offer.amount, offer.currency) + finer;
    return this.#currency(offer.currency, digits).format(Number(offer.amount) / offer.tokens);
  }

  #currency(currency, digits) {
    return new Intl.NumberFormat(this.locale, {
      style: 'currency', currency, minimumFractionDigits: digits, maximumFractionDigits: digits,
    });
  }

  day(iso) {
    return new Intl.DateTimeFormat(this.locale, { dateStyle: 'medium' }).format(new Date(iso));
  }

  time(iso) {
    return new Intl.DateTimeFormat(this.locale, { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(iso));
  }

  /** What to tell a person about an error of an endpoint. */
  problem(error) {
    const key = `error.${error.code}`;
    return this.has(key) ? this.text(key) : this.text('error.other');
  }
}

function known(tag) {
  for (let part = tag ?? ''; part; part = part.slice(0, Math.max(part.lastIndexOf('-'), 0))) {
    const match = Object.keys(languages).find((name) => name.toLowerCase() === part.toLowerCase());
    if (match) {
      return match;
    }
  }
  return undefined;
}

/** The language of an element: its own `lang`, or that of whatever it stands in, or the browser's. */
export function languageOf(element) {
  const said = element.closest('[lang]')?.lang ?? element.getRootNode().host?.closest('[lang]')?.lang;
  return known(said) ?? (said ? 'en' : navigator.languages.map(known).find(Boolean) ?? 'en');
}

export function textsOf(element) {
  const tag = languageOf(element);
  if (!loading.has(tag)) {
    loading.set(tag, languages[tag]().then((module) => new Texts(tag, module.default)));
  }
  return loading.get(tag);
}

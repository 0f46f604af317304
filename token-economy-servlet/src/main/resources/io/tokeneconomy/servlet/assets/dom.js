// Elements made by hand: whatever comes from the server is text, never markup.

/** Makes an element; an attribute that is false, null or undefined is left out, true is empty. */
export function make(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== false && value !== null && value !== undefined) {
      made.setAttribute(key, value === true ? '' : value);
    }
  }
  made.append(...children.filter((child) => child !== undefined && child !== null));
  return made;
}

function stylesheet() {
  return make('link', { rel: 'stylesheet', href: new URL('./components.css', import.meta.url).href });
}

function attach(host) {
  const root = host.attachShadow({ mode: 'open' });
  const style = stylesheet();
  const body = make('div', { class: 'te-body unstyled' });
  // nothing is shown before it can be shown as it is meant
  body.style.visibility = 'hidden';
  const show = () => { body.style.visibility = ''; };
  style.addEventListener('load', show);
  style.addEventListener('error', show);
  root.append(style, body);
  return body;
}

/** The place for an element's content, in its shadow root; the one that the server sent, when it sent one. */
export function bodyOf(host) {
  return host.shadowRoot?.querySelector('.te-body') ?? attach(host);
}

/** Sends an event that leaves shadow roots; false when somebody wants to act instead. */
export function tell(element, name, detail, cancelable = false) {
  return element.dispatchEvent(new CustomEvent(name, { bubbles: true, composed: true, cancelable, detail }));
}

/** Registers an element once, also when two copies of a script are on the page. */
export function define(name, constructor) {
  if (!customElements.get(name)) {
    customElements.define(name, constructor);
  }
}

// Confetti for a purchase, once: not again when its page is loaded again, and not for those who want less motion.
const SEEN = 'token-economy:celebrated';
const REMEMBERED = 20;
const COLOURS = ['#4f46e5', '#a5a0ff', '#f5b83d', '#2bb673', '#ef6a6a'];

function remembered() {
  try {
    return JSON.parse(localStorage.getItem(SEEN)) ?? [];
  } catch {
    return [];
  }
}

/** Whether this is the first time; from now on it is not. */
function first(session) {
  const seen = remembered();
  if (seen.includes(session)) {
    return false;
  }
  try {
    localStorage.setItem(SEEN, JSON.stringify([session, ...seen].slice(0, REMEMBERED)));
  } catch {
    // a browser that remembers nothing celebrates each time
  }
  return true;
}

function canvas() {
  const sheet = document.createElement('canvas');
  sheet.className = 'te-confetti';
  sheet.setAttribute('aria-hidden', 'true');
  document.body.append(sheet);
  return sheet;
}

export async function celebrate(session) {
  if (matchMedia('(prefers-reduced-motion: reduce)').matches || !first(session)) {
    return;
  }
  const { create } = await import('./confetti.js');
  const sheet = canvas();
  // a worker would come from a blob:, which the pages' content security policy refuses
  const fire = create(sheet, { useWorker: false, resize: true, disableForReducedMotion: true });
  const burst = { particleCount: 70, spread: 65, startVelocity: 48, ticks: 170, colors: COLOURS };
  await Promise.all([
    fire({ ...burst, angle: 60, origin: { x: 0, y: 0.75 } }),
    fire({ ...burst, angle: 120, origin: { x: 1, y: 0.75 } }),
  ]);
  sheet.remove();
}

// Reading and posting work without this. It keeps a second click from posting twice, and looks for the end of work under way.
for (const form of document.querySelectorAll('form[method="post"]')) {
  form.addEventListener('submit', (event) => {
    if (form.dataset.sent) {
      event.preventDefault();
    }
    form.dataset.sent = 'yes';
    form.setAttribute('aria-busy', 'true');
  });
}
// A page that the browser kept; one that is new may have sent a form before it is shown.
window.addEventListener('pageshow', (event) => {
  if (!event.persisted) {
    return;
  }
  for (const form of document.querySelectorAll('form[data-sent]')) {
    delete form.dataset.sent;
    form.removeAttribute('aria-busy');
  }
});

/** Asks the page of the work: where a form was refused, the address of this one only takes forms. */
async function look(page, seconds) {
  await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
  const text = await fetch(page, { credentials: 'same-origin' })
    .then((answer) => (answer.status < 500 ? answer.text() : ''))
    .catch(() => '');
  if (text && !text.includes('data-running')) {
    location.replace(page);
    return;
  }
  look(page, Math.min(seconds * 1.5, 15));
}

const running = document.querySelector('[data-running] a');
const problem = document.querySelector('[aria-invalid="true"]');
if (problem) {
  problem.focus();
} else if (running) {
  look(running.href, 1);
}

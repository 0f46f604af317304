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
window.addEventListener('pageshow', () => {
  for (const form of document.querySelectorAll('form[data-sent]')) {
    delete form.dataset.sent;
    form.removeAttribute('aria-busy');
  }
});

async function look(seconds) {
  await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
  const text = await fetch(location.href, { credentials: 'same-origin' }).then((answer) => answer.text(), () => '');
  if (text && !text.includes('data-running')) {
    location.reload();
    return;
  }
  look(Math.min(seconds * 1.5, 15));
}

if (document.querySelector('[data-running]')) {
  look(1);
}
const problem = document.querySelector('[aria-invalid="true"]');
if (problem) {
  problem.focus();
}

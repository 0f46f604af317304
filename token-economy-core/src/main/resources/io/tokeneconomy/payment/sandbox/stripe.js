// The sandbox's stand-in for Stripe.js: embedded payment pages only.
(() => {
  "use strict";
  const base = new URL(document.currentScript.src).origin;

  const pageOf = (clientSecret, onComplete) => {
    const frame = document.createElement("iframe");
    frame.title = "Sandbox payment page";
    frame.width = "100%";
    frame.height = "760";
    frame.src = base + "/c/embed/" + encodeURIComponent(clientSecret);

    const listen = event => {
      if (event.source !== frame.contentWindow || event.origin !== base || event.data?.sandbox !== "complete") {
        return;
      }
      if (event.data.leave) {
        window.location.assign(event.data.leave);
      } else {
        onComplete?.();
      }
    };
    const unmount = () => {
      window.removeEventListener("message", listen);
      frame.remove();
    };
    return {
      mount: place => {
        const parent = typeof place === "string" ? document.querySelector(place) : place;
        window.addEventListener("message", listen);
        parent.append(frame);
      },
      unmount,
      destroy: unmount
    };
  };

  window.Stripe = () => ({
    createEmbeddedCheckoutPage: async ({ clientSecret, fetchClientSecret, onComplete }) =>
      pageOf(clientSecret ?? (await fetchClientSecret()), onComplete)
  });
})();

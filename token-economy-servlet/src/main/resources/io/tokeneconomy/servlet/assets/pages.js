// What our own pages do beside their elements.
import { celebrate } from './celebrate.js';

document.addEventListener('token-checkout-credited', (event) => celebrate(event.detail.session));

import './token-balance.js';
import './token-packages.js';
import './token-history.js';
import './token-checkout-status.js';

/** Charts that are drawn here, as SVG in the page: with words for whoever does not see them, and their table. */
export { drawBars, type DrawnBars } from './bars.js';
export { drawRise, type DrawnRise } from './rise.js';

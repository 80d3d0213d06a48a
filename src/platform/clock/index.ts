export { Clock } from './clock.js';
export { londonInstant, londonWallClock } from './london-time.js';

/** Makes this process able to load TypeScript: see typescript-hooks.js. */
import { register } from 'node:module';

register('./typescript-hooks.js', import.meta.url);

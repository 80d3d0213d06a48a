import type { SomeRule } from '../rule.js';
import { section4 } from './councillors-code-2021/section4-registration.js';
import { section5 } from './councillors-code-2021/section5-declaration.js';
import { reg4_2 } from './register-of-interests-2003/reg4-first-notice.js';
import { reg5 } from './register-of-interests-2003/reg5-notice-of-change.js';

/** Every version of every rule for Scotland. */
export const SCOTLAND_RULES: readonly SomeRule[] = [reg4_2, reg5, section4, section5];

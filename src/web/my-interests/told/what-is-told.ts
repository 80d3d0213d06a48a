import type { OpenedInterest } from '../../../register/index.js';

/** What is told of one interest. */
export type WhatIsTold = Pick<
  OpenedInterest,
  'act' | 'category' | 'heldBy' | 'details' | 'effectiveOn' | 'awareOn'
>;

import { HttpException } from '@nestjs/common';
import { Elsewhere } from './elsewhere.js';
import { Refusal, type FieldProblem } from './refusal.js';

/** The statuses that have a page of their own; anything else is answered as the nearest of them. */
export type ErrorStatus = 400 | 401 | 403 | 404 | 409 | 413 | 415 | 422 | 429 | 500;

/** What went wrong, in the terms of an answer; `expected` is false for a bug or a broken part. */
export interface Understood {
  readonly status: ErrorStatus;
  readonly expected: boolean;
  readonly csrf: boolean;
  readonly sentence: string | undefined;
  readonly problems: readonly FieldProblem[];
  readonly more: Readonly<Record<string, string>>;
}

/** The code that csrf-sync puts on its refusal (and that our own check of uploads uses too). */
export const CSRF_ERROR_CODE = 'EBADCSRFTOKEN';

/**
 * Reads an error of any origin: our own refusals, Nest's exceptions, and what Express middleware passes on
 * (body-parser, csrf-sync and http-errors carry `status`; multer carries only a code).
 */
export function understand(error: unknown): Understood {
  const nothing = { csrf: false, sentence: undefined, problems: [], more: {} };
  if (error instanceof Refusal) {
    const { sentence, problems, more } = error;
    return { status: nearest(error.getStatus()), expected: true, csrf: false, sentence, problems, more };
  }
  if (error instanceof Elsewhere) {
    const sentence = 'Sign in again, or confirm that it is you, in a browser first. Nothing was saved.';
    return { ...nothing, status: 403, expected: true, sentence };
  }
  // Nest wraps what middleware passes on, and keeps the original as the cause.
  const code = property(error, 'code') ?? property(property(error, 'cause'), 'code');
  if (code === CSRF_ERROR_CODE) return { ...nothing, status: 403, expected: true, csrf: true };
  if (typeof code === 'string' && code.startsWith('LIMIT_')) {
    return { ...nothing, status: 413, expected: true };
  }
  const status = error instanceof HttpException ? error.getStatus() : property(error, 'status');
  if (typeof status === 'number' && status >= 400 && status < 500) {
    return { ...nothing, status: nearest(status), expected: true };
  }
  return { ...nothing, status: 500, expected: false };
}

const WITH_A_PAGE: readonly number[] = [400, 401, 403, 404, 409, 413, 415, 422, 429];

const nearest = (status: number): ErrorStatus =>
  WITH_A_PAGE.includes(status) ? (status as ErrorStatus) : 400;

function property(error: unknown, name: string): unknown {
  return typeof error === 'object' && error !== null ? (error as Record<string, unknown>)[name] : undefined;
}

import { describe, expect, it } from '@jest/globals';
import { BadRequestException, HttpException, NotFoundException } from '@nestjs/common';
import { logEntry } from './log-entry.js';
import { problemOf } from './problem.js';
import { Refusal } from './refusal.js';
import { understand } from './understand.js';

const withProperties = (properties: object): Error => Object.assign(new Error('Jane Smith'), properties);

describe('reading an error', () => {
  it.each<[string, unknown, number, boolean]>([
    ['a refusal of ours', new Refusal(409, 'Nothing was saved.'), 409, true],
    ['an exception of Nest', new NotFoundException(), 404, true],
    ['a body that is too large (body-parser)', withProperties({ status: 413 }), 413, true],
    ['a file that is too large (multer)', withProperties({ code: 'LIMIT_FILE_SIZE' }), 413, true],
    ['a wrong token (csrf-sync)', withProperties({ status: 403, code: 'EBADCSRFTOKEN' }), 403, true],
    [
      'a wrong token, wrapped by Nest',
      new HttpException('', 403, { cause: withProperties({ code: 'EBADCSRFTOKEN' }) }),
      403,
      true,
    ],
    ['a status without a page of its own', new HttpException('', 418), 400, true],
    ['an exception of Nest that is a fault of ours', new HttpException('', 503), 500, false],
    ['a refused connection', withProperties({ code: 'ECONNREFUSED' }), 500, false],
    ['a bug', new TypeError('x is not a function'), 500, false],
    ['something that is no error', 'Jane Smith', 500, false],
    ['nothing', undefined, 500, false],
  ])('%s', (_, error, status, expected) => {
    expect(understand(error)).toMatchObject({ status, expected });
  });

  it('gives the sentence of a refusal, and of nothing else', () => {
    expect(understand(new Refusal(422, 'The file has no items.')).sentence).toBe('The file has no items.');
    expect(
      understand(new BadRequestException('Validation failed (uuid is expected)')).sentence,
    ).toBeUndefined();
  });
});

describe('what a program is told', () => {
  it('is a problem with the sentence and the fields of a refusal', () => {
    const refusal = new Refusal(400, 'Nothing was saved.', [{ field: 'name', text: 'Enter a name' }]);
    expect(problemOf(understand(refusal), undefined)).toEqual({
      type: 'about:blank',
      title: 'Bad Request',
      status: 400,
      detail: 'Nothing was saved.',
      errors: [{ field: 'name', text: 'Enter a name' }],
    });
  });
  it('is a reference and nothing more when it is our fault', () => {
    expect(problemOf(understand(new Error('Jane Smith')), '1a2b3c4d')).toEqual({
      type: 'about:blank',
      title: 'Internal Server Error',
      status: 500,
      reference: '1a2b3c4d',
    });
  });
});

describe('what the log keeps', () => {
  const request = { method: 'POST', route: '/my/interests' };

  it('is where it happened and of what kind, and no word that somebody wrote', () => {
    const error = withProperties({
      code: '23505',
      constraint: 'account_email_key',
      detail: 'Key (email)=(jane@x)',
    });
    const entry = logEntry(error, '1a2b3c4d', request);
    expect(entry).toMatchObject({
      error: 'Error',
      code: '23505',
      constraint: 'account_email_key',
      ...request,
    });
    expect(entry.frames[0]).toMatch(/errors\.spec\.ts:\d+:\d+\)?$/);
    expect(JSON.stringify(entry)).not.toMatch(/jane/i);
  });
  it('leaves out a message of several lines that looks like a stack', () => {
    const error = new Error('bad value\n    at Jane Smith, 14 Mill Lane');
    expect(JSON.stringify(logEntry(error, '1', request))).not.toMatch(/jane/i);
  });
  it('keeps an id in an address, and hides what is longer: an address that nobody could guess is a secret', () => {
    const routeOf = (route: string): string => logEntry('x', '1', { method: 'GET', route }).route;
    const id = '3f0c7a52-9d1e-4b8a-8c3d-5e6f7a8b9c0d';
    expect(routeOf(`/meetings/${id}/chair`)).toBe(`/meetings/${id}/chair`);
    expect(routeOf(`/reminders/off/${id}0`)).toBe('/reminders/off/(secret)');
  });
  it('keeps what the language says of our code', () => {
    expect(logEntry(new TypeError('x is not a function'), '1', request).message).toBe('x is not a function');
  });
  it('has nothing to say of a thrown text but that it was one', () => {
    expect(logEntry('Jane Smith', '1', request)).toEqual({
      reference: '1',
      ...request,
      error: 'string',
      frames: [],
    });
  });
});

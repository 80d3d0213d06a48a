import type { Response } from 'express';
import type { ErrorPage, ErrorPages, ErrorStatus } from '../../platform/errors/index.js';

interface Words {
  readonly title: string;
  readonly paragraphs: readonly string[];
}

const GO_BACK = 'Go back, check what you entered and try again. Nothing was saved.';

const WORDS: Record<ErrorStatus, Words> = {
  400: { title: 'We could not understand that request', paragraphs: [GO_BACK] },
  401: { title: 'Sign in to continue', paragraphs: [] },
  403: {
    title: 'You cannot see this page',
    paragraphs: [
      'You are signed in, but your role at this council does not include it.',
      'If you think it should, ask the council’s monitoring officer or democratic services team.',
    ],
  },
  404: {
    title: 'Page not found',
    paragraphs: [
      'If you typed the web address, check it is correct.',
      'If you pasted the web address, check you copied all of it.',
      'It may also be a page of another council than the one you are acting for.',
    ],
  },
  409: {
    title: 'Something changed while this page was open',
    paragraphs: ['Go back, reload the page and try again. Nothing was saved.'],
  },
  413: {
    title: 'That is too large',
    paragraphs: ['Go back and send less text or a smaller file. Nothing was saved.'],
  },
  415: {
    title: 'We cannot read that kind of file',
    paragraphs: ['Go back and choose another file. Nothing was saved.'],
  },
  422: { title: 'We could not use what you sent', paragraphs: [GO_BACK] },
  429: {
    title: 'Too many attempts',
    paragraphs: ['Wait a few minutes, then try again. Nothing is lost.'],
  },
  500: {
    title: 'Sorry, there is a problem with the service',
    paragraphs: [
      'Try again in a few minutes. Before you make your last change again, check whether it was saved.',
    ],
  },
};

const FORM_TOO_LONG_OPEN: Words = {
  title: 'Your form was open too long',
  paragraphs: [
    'For your security, a form can only be sent from the session in which it was opened, and that session has ended.',
    'Go back, reload the page and try again. Nothing was saved.',
  ],
};

/** The error pages of the service, for platform's error filter. */
export const errorPages: ErrorPages = {
  signInPath: '/sign-in',
  render(response: Response, page: ErrorPage): void {
    const { title, paragraphs } = page.csrf ? FORM_TOO_LONG_OPEN : WORDS[page.status];
    const view = {
      title,
      paragraphs: page.sentence === undefined ? paragraphs : [page.sentence],
      reference: page.reference,
    };
    response.render('web/layout/error-page.njk', view, (failure: Error | null, html?: string) => {
      // A broken layout must not hide the error that it was to show.
      if (failure === null) response.send(html);
      else response.type('text/plain').send([title, ...view.paragraphs, page.reference ?? ''].join('\n\n'));
    });
  },
};

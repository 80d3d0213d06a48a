import type { ProblemStatus } from './problem.js';

export const INTRODUCTION = `Members, meetings, briefings, the register, declarations and duties of one council, for its programs.

A program shows a token in the header \`Authorization: Bearer …\`. A program of the council has an id and a secret, which the
monitoring officer makes at /officer/api-clients; it exchanges them for a token of 15 minutes at \`POST /api/oauth/token\`
(OAuth 2.0 client credentials; errors there are those of RFC 6749). For a program of your own, make a token at
/account/tokens: it may never do more than you may. Each token speaks for one council; another one’s ids are not found.

Dates are civil dates in the United Kingdom (\`2026-11-27\`), times of day those on the clock in London (\`18:30\`), moments
have their offset. Lists come in pages: ask again with \`cursor\`, or follow \`Link\`. Answers may come to hold more than is
said here: ignore what you do not know. What you send may hold nothing that is not said here.`;

/** What an id in an address is of. */
export const PARAMETERS: Readonly<Record<string, string>> = {
  member: 'The member’s id.',
  meeting: 'The meeting’s id.',
  briefing: 'The id of one edition of a briefing.',
  entry: 'The entry’s id in the register.',
};

export const PROBLEMS: Readonly<Record<ProblemStatus, { readonly title: string; readonly says: string }>> = {
  400: { title: 'Bad Request', says: 'The request, or a parameter of its address, is not right.' },
  401: { title: 'Unauthorized', says: 'There is no token, or it is unknown, expired or withdrawn.' },
  403: { title: 'Forbidden', says: 'The token lacks the scope, or its holder may not do this.' },
  404: { title: 'Not Found', says: 'The council that the token speaks for has no such thing.' },
  409: {
    title: 'Conflict',
    says: 'It does not fit what is there, or the same key is still at work. Nothing was changed.',
  },
  413: { title: 'Content Too Large', says: 'More was sent than is read. Nothing was changed.' },
  415: { title: 'Unsupported Media Type', says: 'What was sent is not application/json.' },
  422: { title: 'Unprocessable Content', says: 'What was sent cannot be used. Nothing was changed.' },
  429: { title: 'Too Many Requests', says: 'Wait as long as Retry-After says.' },
  500: { title: 'Internal Server Error', says: 'Something unexpected happened; quote the reference.' },
};

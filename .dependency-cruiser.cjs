/**
 * The arrows of the house: imports run one way (README, 'The map of the house').
 * Each room may enter the rooms listed for it, through their index.ts, and no other.
 */
const below = [
  'platform',
  'audit',
  'identity',
  'authorities',
  'members',
  'register',
  'meetings',
  'dispensations',
  'disclosures',
  'duties',
  'briefings',
  'reminders',
  'publication',
  'exchange',
  'oversight',
];
const anyRoomMayUse = ['law'];
const alsoMayUse = {
  wording: ['law'],
  law: [],
  matching: [],
  agenda: [],
  files: [],
  platform: [],
  briefings: ['matching', 'wording'],
  register: ['wording'],
  duties: ['wording'],
  reminders: ['wording'],
  oversight: ['matching', 'wording'],
  publication: ['wording'],
  meetings: ['agenda', 'files'],
  exchange: ['agenda', 'files'],
};
const siblings = [
  ['dispensations', 'disclosures'],
  ['reminders', 'publication', 'exchange'],
];
const pure = ['law', 'matching', 'agenda', 'wording'];

const roomsOpenTo = (room) => {
  if (pure.includes(room) || room === 'files') return alsoMayUse[room] ?? [];
  const beside = siblings.find((group) => group.includes(room)) ?? [];
  const lower = below.slice(0, below.indexOf(room)).filter((other) => !beside.includes(other));
  return [...lower, ...anyRoomMayUse, ...(alsoMayUse[room] ?? [])];
};
const rooms = [...below, ...pure, 'files'];

module.exports = {
  forbidden: [
    {
      name: 'no-circles',
      comment: 'A circle of imports means that two rooms are one.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    ...rooms.map((room) => ({
      name: `arrows-of-${room}`,
      comment: `${room} may enter only: ${roomsOpenTo(room).join(', ') || 'nothing'}. Imports run one way.`,
      severity: 'error',
      from: { path: `^src/${room}/` },
      to: { path: '^src/', pathNot: [`^src/${room}/`, ...roomsOpenTo(room).map((open) => `^src/${open}/`)] },
    })),
    {
      name: 'api-beside-web',
      comment: 'api and web stand beside each other: what both need belongs in a room below.',
      severity: 'error',
      from: { path: '^src/(api|web)/' },
      to: { path: '^src/(api|web)/', pathNot: '^src/$1/' },
    },
    {
      name: 'enter-by-the-door',
      comment: 'A room is entered through its index.ts, so that what it keeps private can change.',
      severity: 'error',
      from: { path: '^src/([^/]+)/' },
      to: {
        path: '^src/([^/]+)/.+',
        pathNot: ['^src/$1/', '^src/[^/]+/index\\.ts$', '^src/platform/[^/]+/index\\.ts$'],
      },
    },
    {
      name: 'pure-rooms-touch-nothing',
      comment: 'law, matching, agenda and wording are pure: no Nest, no database, no Node.',
      severity: 'error',
      from: { path: `^src/(${pure.join('|')})/`, pathNot: '\\.spec\\.ts$' },
      to: { dependencyTypes: ['npm', 'npm-dev', 'npm-optional', 'core'] },
    },
    {
      name: 'bullmq-stays-in-the-queue',
      comment: 'Only platform/queue knows BullMQ; rooms hand it named jobs.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/platform/queue/' },
      to: { path: 'node_modules/(@nestjs/)?bullmq' },
    },
    {
      name: 'not-to-tests',
      comment: 'The product never imports a test or its support.',
      severity: 'error',
      from: { path: '^src/', pathNot: '\\.spec\\.ts$' },
      to: { path: ['^test/', '\\.spec\\.ts$'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '\\.spec\\.ts$' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.js', '.json'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default'],
    },
  },
};

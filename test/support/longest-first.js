import Sequencer from '@jest/test-sequencer';

/**
 * Suites of a quarter of a minute and more, which must not begin last and run alone while the other cores rest. Those
 * that mostly wait, for a server or a process of their own, stand between those that compute.
 */
const LONGEST = [
  'services/leak',
  'services/embedded-postgres',
  'services/external-servers',
  'browser/member-register',
  'browser/main-job',
  'services/queue',
  'browser/public-register',
  'browser/member-pages',
  'browser/planning-meeting',
  'process/start',
  'prove/backup',
  'process/stop',
  'services/backup',
  'browser/record',
  'services/queue-away',
  'services/demonstration',
  'browser/officer-queue',
  'services/directory-import',
  'browser/dispensations',
  'journeys/my-interests',
  'journeys/meetings-record',
].map((suite) => `/test/${suite}.spec.ts`);

/** The longest suites first; the others in Jest's own order, by how long they took or, without its memory, by size. */
export default class LongestFirst extends Sequencer {
  sort(tests) {
    const rank = ({ path }) => {
      const place = LONGEST.findIndex((suite) => path.endsWith(suite));
      return place === -1 ? LONGEST.length : place;
    };
    return [...super.sort(tests)].sort((one, other) => rank(one) - rank(other));
  }
}

import { describe, expect, it } from '@jest/globals';
import { civilDate, rulebookFor } from '../../../law/index.js';
import type { Draft } from '../../../register/index.js';
import { MEMBERS_DESK, type Desk } from '../desk.js';
import { notifyJourney } from '../journey.js';
import type { OpenedDraft } from '../question-page.js';
import { taskListView } from './page.js';

const today = civilDate('2017-05-20');
const rulebook = rulebookFor({ jurisdiction: 'england', codes: [], standingOrdersExclude: [] }, today);
if (rulebook.kind !== 'rulebook') throw new Error('The law of 2017 is held here.');
const required = rulebook.requiredCategories();
const opened = (draft: Draft, desk: Desk = MEMBERS_DESK): OpenedDraft => ({
  ...{ draft, version: 1, required, rulebook, today, desk },
  ...{ lastSaid: undefined, earlierGifts: [], rulebooksOfGifts: new Map() },
  journey: notifyJourney(required, desk),
});

describe('the task list', () => {
  it('has the seven categories of the regulations, and the partner first', () => {
    const view = taskListView(opened({ answers: {} }), false);
    expect(view.first.map(({ title }) => title)).toEqual(['Your spouse or partner']);
    expect(view.own).toHaveLength(7);
    expect(view.form.errorList).toEqual([]);
  });
  it('does not know of a partner’s part before it was asked, has none without one and six categories with one', () => {
    expect(taskListView(opened({ answers: {} }), false).partners).toBeUndefined();
    expect(taskListView(opened({ hasPartner: false, answers: {} }), false).partners).toEqual([]);
    expect(taskListView(opened({ hasPartner: true, answers: {} }), false).partners).toHaveLength(6);
  });
  it('leads to the first page that is not answered, and of a whole task to its list', () => {
    const land = { category: 'land', address: 'A', natureOfInterest: 'Owner' } as const;
    const answers = {
      'contracts/self': { answer: 'entries', interests: [] },
      'land/self': { answer: 'entries', interests: [land] },
      'licences/self': { answer: 'nothing', interests: [] },
    } as const;
    const rows = new Map(taskListView(opened({ answers }), false).own.map((row) => [row.title, row]));
    expect(rows.get('Securities')?.href).toBe('/my/interests/notify/securities/self');
    expect(rows.get('Contracts')).toMatchObject({
      href: '/my/interests/notify/contracts/self/add',
      status: 'In progress',
    });
    expect(rows.get('Land')).toMatchObject({
      href: '/my/interests/notify/land/self/list',
      status: 'Completed',
    });
    expect(rows.get('Licences')).toMatchObject({
      href: '/my/interests/notify/licences/self',
      status: 'Completed',
    });
  });
  it('sums up what is missing, the partner’s told from the member’s own', () => {
    const { errorList } = taskListView(opened({ hasPartner: true, answers: {} }), true).form;
    expect(errorList).toHaveLength(13);
    expect(errorList).toContainEqual({
      text: 'Answer the question about: Land (your spouse or partner)',
      href: '/my/interests/notify/land/partner',
    });
  });
  it('stands at another address when an officer types in a form on paper', () => {
    const desk = {
      channel: 'paper',
      basePath: '/officer/members/1/paper',
      startPath: '/officer/members/1',
    } as const;
    const view = taskListView(opened({ answers: {} }, desk), true);
    expect([view.backHref, view.checkHref, view.isPaper]).toEqual([
      ...[desk.startPath, `${desk.basePath}/check`, true],
    ]);
    for (const { href } of [...view.first, ...view.own, ...view.form.errorList])
      expect(href.startsWith(desk.basePath)).toBe(true);
  });
});

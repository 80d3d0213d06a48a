import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startApp, type TestApp } from '../support/app.js';
import { foundCouncil } from '../support/council.js';
import { addMember } from '../support/members.js';
import { CATEGORIES, NOTIFY, NotifyJourney } from '../support/notify-journey.js';
import { formOf, mainText, type Answers, type Visitor } from '../support/visitor.js';

const LAND = { address: '3 Mill Lane, Tarrow', postcode: 'wr52np', natureOfInterest: 'Owner' };

let app: TestApp;
let visitor: Visitor;
let journey: NotifyJourney;

// Nothing of what is refused is kept, so one member can be refused again and again.
beforeAll(async () => {
  app = await startApp({ at: '2017-05-20T09:00' });
  const { email } = await addMember(app, await foundCouncil(app), 'member@example.org', { on: '2017-05-08' });
  visitor = await app.signIn(email);
  journey = new NotifyJourney(visitor);
  for (const category of CATEGORIES) await journey.answer(`/${category}/self`, { any: 'yes' });
});
afterAll(() => app.close());

describe('bad answers come back with the person’s words', () => {
  it.each<[string, string, Answers, string]>([
    [
      'no answer',
      '/partner',
      {},
      'Select yes if you have a spouse, a civil partner or somebody you live with',
    ],
    ['an answer that is none', '/partner', { hasPartner: 'perhaps' }, 'Select yes if you have a spouse'],
    ['no answer to a category', '/land/self', {}, 'Select yes if there is anything to register'],
    ['nothing', '/employment/self/add', {}, 'Enter the employer, or “self-employed”'],
    ['spaces', '/employment/self/add', { role: ' ', employer: 'A' }, 'Enter the job, office'],
    [
      'a line that is too long',
      '/contracts/self/add',
      { contractor: 'a'.repeat(201), subject: 'b' },
      'Who has the contract must be 200 characters or less',
    ],
    [
      '10,000 characters',
      '/contracts/self/add',
      { contractor: 'a', subject: 'b'.repeat(10_000) },
      'What the contract is for must be 500 characters or less',
    ],
    [
      'a postcode of no shape',
      '/land/self/add',
      { ...LAND, postcode: '12345' },
      'Enter a full UK postcode, like WR5 2NP',
    ],
    [
      'a company number of no shape',
      '/securities/self/add',
      { company: 'A', companyNumber: '12' },
      'Company number must be 8 characters',
    ],
    [
      'an answer that was not offered',
      '/securities/self/add',
      { company: 'A', bodyInArea: '?' },
      'Select one of the answers',
    ],
    [
      'a title number of no shape',
      '/land/self/add',
      { ...LAND, titleNumber: 'WRXX1' },
      'Title number must be up to 3 letters and up to 6 numbers',
    ],
    [
      'a UPRN of 13 numbers',
      '/land/self/add',
      { ...LAND, uprn: '1001206678912' },
      'UPRN must be up to 12 numbers',
    ],
    [
      'less than no money',
      '/contracts/self/add',
      { contractor: 'a', subject: 'b', valuePence: '-5' },
      'The value of the contract must not be less than £0',
    ],
    [
      'absurd money',
      '/contracts/self/add',
      { contractor: 'a', subject: 'b', valuePence: '1,000,000,001' },
      'The value of the contract must be £1,000,000,000 or less',
    ],
    [
      'a third of a penny',
      '/contracts/self/add',
      { contractor: 'a', subject: 'b', valuePence: '1.333' },
      'The value of the contract must have no more than 2 digits for the pence',
    ],
    [
      'words that are turned round',
      '/employment/self/add',
      { role: 'Director\u202e', employer: 'A' },
      'Your answer has a character that cannot be seen after “Director”',
    ],
    [
      'a control character',
      '/employment/self/add',
      { role: 'Director', employer: '\u0000A' },
      'Your answer has a character that cannot be seen at its beginning',
    ],
    ['the same as last time, when there was none', '/land/self', { any: 'same' }, 'Select yes or no'],
    [
      'no date',
      '/sponsorship/self/add',
      { payer: 'A', towards: 'election-expenses' },
      'Enter the date of the payment',
    ],
    [
      'a date without its year',
      '/sponsorship/self/add',
      sponsorship('3', '4', ''),
      'The date of the payment must include a year',
    ],
    [
      'a date that does not exist',
      '/sponsorship/self/add',
      sponsorship('30', '2', '2017'),
      'The date of the payment must be a real date',
    ],
    [
      'a date in the future',
      '/sponsorship/self/add',
      sponsorship('21', '5', '2017'),
      'The date of the payment must be today or in the past',
    ],
    [
      'an absurd year',
      '/sponsorship/self/add',
      sponsorship('31', '12', '1899'),
      'must be the same as or after 1 January 1900',
    ],
    [
      'a licence that ends before it begins',
      '/licences/self/add',
      licence('2017-02-01', '2017-01-31'),
      'The date the licence ends must be the same as or after',
    ],
  ])('%s', async (_, path, answers, words) => {
    const refused = await journey.refusal(path, answers);
    expect(mainText(refused)).toContain(words);
    for (const word of Object.values(answers)) {
      if (typeof word === 'string' && word.trim() !== '' && /^[\w ]+$/.test(word) && path.endsWith('add'))
        expect(refused.text).toContain(word);
    }
  });

  it('a payment of long ago and a licence of a week may be told, and need not be', async () => {
    await journey.answer('/sponsorship/self/add', sponsorship('20', '5', '2016'));
    expect(await journey.page('/sponsorship/self/list')).toContain(
      'You need not register this, but you may: sponsorship counts only in the 12 months',
    );
    await journey.answer('/licences/self/add', { ...licence('2017-01-01', '2017-01-07'), inArea: 'yes' });
    expect(await journey.page('/licences/self/list')).toContain(
      'You need not register this, but you may: a licence counts only if it is for a month or longer',
    );
  });

  it('a payment of twelve months ago today counts, and so does a licence of a month', async () => {
    await journey.answer('/sponsorship/self/1/change', sponsorship('21', '5', '2016'));
    expect(await journey.page('/sponsorship/self/list')).toContain('You must register this');
    const month = { ...licence('2017-01-01', '2017-01-31'), inArea: 'yes' };
    await journey.answer('/licences/self/1/change', month);
    expect(await journey.page('/licences/self/list')).toContain('You must register this');
  });

  it('money is read as people write it, and a number of seven is given its nought', async () => {
    const contract = { contractor: 'Tarrow Build', subject: 'Roofs', companyNumber: '1234567' };
    await journey.answer('/contracts/self/add', { ...contract, valuePence: '£1,200.50' });
    expect(await journey.page('/contracts/self/list')).toContain('company number 01234567, worth £1,200.50');
    const form = await visitor.open(`${NOTIFY}/contracts/self/1/change`);
    expect(form.text).toContain('value="1200.50"');
  });

  it('the second page refuses what cannot be, and keeps the words', async () => {
    await journey.answer('/securities/self/add', { company: 'Tarrow plc', bodyInArea: 'yes' });
    const figures = { nominalHeldPence: '10', sharesHeldPence: '20', classes: 'several', className: 'B' };
    const refused = await journey.refusal('/securities/self/1/more', figures);
    expect(mainText(refused)).toContain('Enter the nominal value held of the class');
    expect(refused.text).toContain('value="B"');
    const whole = { ...figures, classHeldPence: '1', classIssuedPence: '2' };
    expect(mainText(await journey.refusal('/securities/self/1/more', whole))).toContain(
      'The shares cannot be worth more than all the securities together',
    );
  });

  it('a second page about what is not there leads to the list', async () => {
    const response = await visitor.open(`${NOTIFY}/securities/self/9/more`);
    expect([response.status, response.headers.location]).toEqual([303, `${NOTIFY}/securities/self/list`]);
    await visitor.open(`${NOTIFY}/employment/self/1/more`).expect(404);
  });

  it('letters that are written from right to left are kept', async () => {
    await journey.answer('/land/self/add', { ...LAND, address: 'רחוב הרצל 5' });
    expect(await journey.page('/land/self/list')).toContain('רחוב הרצל 5');
  });

  it('a script is kept as text and runs nowhere', async () => {
    const script = '<script>alert(1)</script>';
    await journey.answer('/employment/self/add', {
      role: script,
      employer: '"><img src=x onerror=alert(1)>',
    });
    const list = await visitor.open(`${NOTIFY}/employment/self/list`);
    expect(list.text).not.toContain(script);
    expect(list.text).not.toContain('<img');
    expect(mainText(list)).toContain(script);
  });

  it('no declaration', async () => {
    const { hidden } = formOf(await visitor.open(`${NOTIFY}/partner`));
    const refused = await visitor.send(`${NOTIFY}/check`, hidden);
    expect(refused.status).toBe(400);
    expect(mainText(refused)).toContain('Confirm that your answers are complete and true');
  });
});

function sponsorship(day: string, month: string, year: string): Answers {
  const date = { 'madeOn-day': day, 'madeOn-month': month, 'madeOn-year': year };
  return { payer: 'A Party', towards: 'election-expenses', ...date };
}

function licence(from: string, to: string): Answers {
  const boxes = (name: string, date: string): Answers => {
    const [year = '', month = '', day = ''] = date.split('-');
    return { [`${name}-day`]: day, [`${name}-month`]: month, [`${name}-year`]: year };
  };
  return { address: 'Plot 14', ...boxes('from', from), ...boxes('to', to) };
}

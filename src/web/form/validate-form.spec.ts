import { describe, expect, it } from '@jest/globals';
import { IsIn, IsNotEmpty, MaxLength, ValidateIf } from 'class-validator';
import { civilDate, type CivilDate } from '../../law/index.js';
import { blankForm, DateField, refusedForm, validateForm, wordsOfDate } from './index.js';

class Home {
  @MaxLength(20, { message: 'Address must be 20 characters or less' })
  @IsNotEmpty({ message: 'Enter its address' })
  address!: string;

  @DateField({
    enter: 'Enter the date you took office',
    name: 'The date you took office',
    mustBe: 'today or in the past',
  })
  tookOfficeOn!: CivilDate;

  @IsIn(['yes', 'no'], { message: 'Select yes if you let it' })
  let!: string;

  @ValidateIf((form: Home) => form.let === 'yes')
  @IsNotEmpty({ message: 'Enter the tenant’s name' })
  tenant?: string;

  @DateField({ enter: '', name: 'The end of your term', optional: true })
  endedOn?: CivilDate;
}

const today = civilDate('2017-06-04');
const good = {
  _csrf: 'token',
  actingAuthority: 'fernhill',
  address: ' 14 Mill Lane ',
  'tookOfficeOn-day': '8',
  'tookOfficeOn-month': '5',
  'tookOfficeOn-year': '2017',
  let: 'no',
};
const send = (change: Record<string, unknown>) => validateForm(Home, { ...good, ...change }, { today });
const messages = (change: Record<string, unknown>): string[] => {
  const result = send(change);
  return result.ok ? [] : result.errors.map((error) => error.text);
};

describe('a form that is in order', () => {
  it('gives answers: text trimmed, dates as civil dates, an optional date left out', () => {
    const result = send({});
    expect(result.ok && result.value).toEqual({
      address: '14 Mill Lane',
      tookOfficeOn: '2017-05-08',
      let: 'no',
      endedOn: undefined,
    });
  });
  it('drops what the class does not name', () => {
    const result = send({ isAdministrator: 'yes' });
    expect(result.ok && 'isAdministrator' in result.value).toBe(false);
  });
  it('keeps line breaks, whatever ends the line', () => {
    const result = send({ address: 'Mill\r\nLane\fTarrow' });
    expect(result.ok && result.value.address).toBe('Mill\nLane\nTarrow');
  });
  it('does not ask what does not arise', () => {
    expect(messages({ let: 'no', tenant: '' })).toEqual([]);
    expect(messages({ let: 'yes', tenant: '' })).toEqual(['Enter the tenant’s name']);
  });
});

describe('a form that comes back', () => {
  it('keeps the person’s own words, and never the token', () => {
    const result = send({ address: ' ', let: 'perhaps' });
    expect(result.words).toEqual({
      address: ' ',
      'tookOfficeOn-day': '8',
      'tookOfficeOn-month': '5',
      'tookOfficeOn-year': '2017',
      let: 'perhaps',
    });
  });
  it('lists its errors in the order of the form, one a field, each with a link to its field', () => {
    const result = validateForm(Home, {}, { today });
    expect(result.ok || result.errors).toEqual([
      { field: 'address', href: '#address', text: 'Enter its address' },
      {
        field: 'tookOfficeOn',
        href: '#tookOfficeOn-day',
        text: 'Enter the date you took office',
        parts: ['day', 'month', 'year'],
      },
      { field: 'let', href: '#let', text: 'Select yes if you let it' },
    ]);
  });
  it('tries the rule nearest the property first', () => {
    expect(messages({ address: '' })).toEqual(['Enter its address']);
    expect(messages({ address: 'x'.repeat(20) })).toEqual([]);
    expect(messages({ address: 'x'.repeat(21) })).toEqual(['Address must be 20 characters or less']);
  });
  it('refuses any answer that is absurdly long, whatever its own rules forgot', () => {
    expect(messages({ let: 'yes', tenant: 'x'.repeat(4000) })).toEqual([]);
    expect(messages({ let: 'yes', tenant: 'x'.repeat(4001) })).toEqual([
      'Your answer must be 4,000 characters or less',
    ]);
  });
  it('refuses characters that nobody sees, wherever they stand', () => {
    const told = [
      'Your answer has a character that cannot be seen after “Mill”. Delete it, or type the words again',
    ];
    expect(messages({ address: 'Mill\u0000' })).toEqual(told);
    expect(messages({ let: 'yes', tenant: 'Mill\u202e' })).toEqual(told);
    expect(messages({ address: 'רחוב הרצל 5' })).toEqual([]);
  });
  it.each([
    ['nothing', undefined],
    ['text', 'address=x'],
    ['a list', ['x']],
    ['nested answers', { address: { toString: 'x' } }],
  ])('survives a body that no page of ours sends: %s', (_, body) => {
    expect(validateForm(Home, body, { today }).ok).toBe(false);
  });
});

describe('a date', () => {
  const date = (day: string, month: string, year: string) =>
    messages({ 'tookOfficeOn-day': day, 'tookOfficeOn-month': month, 'tookOfficeOn-year': year });

  it.each([
    ['all of it', '', '', '', 'Enter the date you took office'],
    ['a day', '', '5', '2017', 'The date you took office must include a day'],
    ['a day and a month', '', '', '2017', 'The date you took office must include a day and month'],
    ['a year', '8', '5', '', 'The date you took office must include a year'],
  ])('without %s says what is missing', (_, day, month, year, text) => {
    expect(date(day, month, year)).toEqual([text]);
  });

  it.each([
    ['29 February of a leap year', '29', '2', '2016', []],
    ['29 February of another year', '29', '2', '2017', ['The date you took office must be a real date']],
    ['31 June', '31', '6', '2016', ['The date you took office must be a real date']],
    ['letters', 'x', 'y', 'z', ['The date you took office must be a real date']],
    ['a month by name', '8', 'May', '2017', []],
    ['a month by three letters', '8', 'sep', '2016', []],
    [
      'a month that two letters cannot tell',
      '8',
      'ju',
      '2016',
      ['The date you took office must be a real date'],
    ],
    ['a year in two numbers', '8', '5', '17', ['Year must include 4 numbers']],
    ['a year in five numbers', '8', '5', '20170', ['Year must include 4 numbers']],
    ['today', '4', '6', '2017', []],
    ['tomorrow', '5', '6', '2017', ['The date you took office must be today or in the past']],
    ['the first day of 1900', '1', '1', '1900', []],
    [
      'the day before',
      '31',
      '12',
      '1899',
      ['The date you took office must be the same as or after 1 January 1900'],
    ],
  ])('%s', (_, day, month, year, texts) => {
    expect(date(day, month, year)).toEqual(texts);
  });

  it('that is optional may be left empty, but not half empty', () => {
    expect(messages({ 'endedOn-day': '1' })).toEqual(['The end of your term must include a month and year']);
  });
  it('marks only the boxes that are wrong, and links to the first of them', () => {
    const result = send({ 'tookOfficeOn-month': '', 'tookOfficeOn-year': '' });
    expect(result.ok || result.errors[0]).toMatchObject({
      href: '#tookOfficeOn-month',
      parts: ['month', 'year'],
    });
  });
});

describe('a form for the view', () => {
  it('has nothing wrong with it before it was sent', () => {
    expect(blankForm(wordsOfDate('tookOfficeOn', civilDate('2017-05-08')))).toEqual({
      words: { 'tookOfficeOn-day': '8', 'tookOfficeOn-month': '5', 'tookOfficeOn-year': '2017' },
      errors: {},
      errorList: [],
    });
  });
  it('shows each error beside its field and in the summary', () => {
    const form = refusedForm({
      words: { address: 'x' },
      errors: [{ field: 'address', href: '#address', text: 'Enter its address' }],
    });
    expect(form.errors).toEqual({ address: { text: 'Enter its address' } });
    expect(form.errorList).toEqual([{ href: '#address', text: 'Enter its address' }]);
  });
});

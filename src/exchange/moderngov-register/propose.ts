import type { RegisterCategory } from '../../law/index.js';
import { dayIn, type FieldWords } from '../interest-fields/index.js';
import { dayInWords } from './published-on.js';
import type { ReadRow } from './read-register.js';

/** The field that takes the whole text where nothing in it is clearly something else. */
const MAIN: Readonly<Record<RegisterCategory, string>> = {
  employment: 'role',
  sponsorship: 'payer',
  contracts: 'subject',
  land: 'address',
  licences: 'address',
  'corporate-tenancies': 'tenant',
  securities: 'company',
  'other-bodies': 'body',
  gifts: 'what',
};
const POSTCODE = /^(.*\S)[,\s]+([a-z]{1,2}\d[a-z\d]? ?\d[a-z]{2})\.?$/i;
const PLACE_IN_BODY =
  /^(trustee|member|governor|chair|chairman|chairwoman|chairperson|president|patron|treasurer|secretary|volunteer) (?:of|at|on) (?:the )?(\S.*)$/i;

/**
 * The text of a row in the fields of its category, for an officer to correct. Only what stands clearly apart is put
 * into a field of its own; nothing is added, and a field that the text does not tell stays empty.
 */
export function proposedWords(
  category: RegisterCategory,
  { text, dateText }: Pick<ReadRow, 'text' | 'dateText'>,
): FieldWords {
  const line = text.split('\n').join(', ').replace(/,\s*,/g, ',');
  switch (category) {
    case 'employment':
      return employment(line);
    case 'land':
    case 'licences':
      return place(line);
    case 'other-bodies': {
      const [, role, body] = PLACE_IN_BODY.exec(line) ?? [];
      return role === undefined || body === undefined ? { body: line } : { 'body-role': role, body };
    }
    case 'gifts':
      return gift(line, dateText ?? '');
    case 'sponsorship':
    case 'contracts':
    case 'corporate-tenancies':
    case 'securities':
      return { [MAIN[category]]: line };
  }
}

/** One "at" or one comma parts the job from the employer; with more of them nobody can tell which. */
function employment(line: string): FieldWords {
  const at = line.split(/ at /);
  const commas = line.split(/\s*,\s*/);
  const [role = '', employer = ''] =
    at.length === 2 ? at : commas.length === 2 && at.length === 1 ? commas : [];
  return role.trim() === '' || employer.trim() === ''
    ? { role: line }
    : { role: role.trim(), employer: employer.trim() };
}

function place(line: string): FieldWords {
  const [, address, postcode] = POSTCODE.exec(line) ?? [];
  return address === undefined || postcode === undefined
    ? { address: line }
    : { address: address.replace(/,$/, ''), postcode: postcode.toUpperCase() };
}

/** A date that is not clearly one day stays with the words: '2-3 February 2017'. */
function gift(line: string, dateText: string): FieldWords {
  if (dateText === '') return { what: line };
  const isRange = /\d\s*[-–&/]\s*\d{1,2}\s+\p{L}/u.test(dateText) || /\b(and|to|until)\b/i.test(dateText);
  const day = isRange ? undefined : (dayIn(dateText) ?? dayInWords(dateText));
  return day === undefined ? { what: `${line} (${dateText})` } : { what: line, 'offered-on': day };
}

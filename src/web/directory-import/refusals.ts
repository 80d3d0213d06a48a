import type { ChoiceProblem, DirectoryRefusal } from '../../exchange/index.js';
import { refusalInWords } from '../../files/index.js';
import type { FetchRefusal } from '../../platform/fetching/index.js';

const FILE_INSTEAD = 'Open it in your browser, save the answer as a file, and give the file instead';

/** Why nothing was fetched from an address, beside the field that it came in. */
export const WHY_NOT_FETCHED: Readonly<Record<FetchRefusal, string>> = {
  'no-address': 'Enter the address of your ModernGov, like democracy.council.gov.uk',
  'not-https': 'The address must begin with https://, so that nobody can change the answer on its way',
  'has-credentials':
    'The address must not have a name or password in it. The web service is public and needs none',
  'other-port': 'The address must not have a port number in it',
  'inside-the-network':
    'This address leads inside a network and not to the public internet, so it is not asked. Enter the public address of your ModernGov',
  'unknown-host': 'There is no such address. Check how it is spelled',
  unreachable: `Nobody answers at this address. Try again later. ${FILE_INSTEAD}`,
  certificate: `The certificate of this address cannot be trusted, so the answer could be anybody’s. ${FILE_INSTEAD}`,
  'took-too-long': `It took too long to answer. Try again later. ${FILE_INSTEAD}`,
  forbidden: `It does not answer programs, which many councils’ protection against robots does not let in. ${FILE_INSTEAD}`,
  'not-found':
    'There is no web service of ModernGov at this address. Enter the first part of the address of your committee pages',
  'answered-with-an-error': `It answered with an error: the web service may be switched off. ${FILE_INSTEAD}`,
  'leads-elsewhere':
    'It leads on to another address, which is not followed. Enter the address that you see in your browser when the page is open',
  'not-xml': `It answered with something else than XML, such as a page. Check the address. ${FILE_INSTEAD}`,
  'too-large': 'The answer is larger than 10 MB, which no directory is',
  'broken-off': `The answer broke off. Try again. ${FILE_INSTEAD}`,
};

/** Why what was given or fetched is not taken. */
export function directoryRefusalInWords(refusal: DirectoryRefusal): string {
  switch (refusal) {
    case 'not-xml':
      return 'This is no XML. Save the answer of the web service itself, not a picture or a copy of the page';
    case 'no-directory':
      return 'This is XML, and none of the answers that are known here: GetCommittees, GetMeetings, GetMeeting, GetCouncillorsByWard';
    case 'no-entries':
      return 'Nothing was found in it that could be read: no entry has both a number and a name';
    case 'too-many':
      return 'It has more than 2,000 entries. Save the answer for fewer days, or for one committee';
    case 'too-large':
      return 'The file must be 10 MB or smaller';
    case 'entities':
      return 'The XML declares entities or a document type, which ModernGov does not and which can do harm. Save the answer again';
    default:
      return refusalInWords(refusal);
  }
}

/** Why a choice cannot be, beside it. */
export const WHY_IT_CANNOT_BE: Readonly<Record<ChoiceProblem['why'], string>> = {
  'name-taken': 'a body here has this name already. Say that it is that one, or leave it out',
  'not-to-choose':
    'what you chose here is known by another number, or was chosen for another entry too. Choose again',
  'in-office':
    'they hold office here already, on that day or later. Untick the term, or have the administrator correct it first',
  'joined-later': 'they joined a group here on that day or later. Enter a later day, or untick the group',
};

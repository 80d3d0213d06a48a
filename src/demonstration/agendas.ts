import { addDays, weekday, type CivilDate } from '../law/index.js';
import { dateInWords, dayAndDateInWords } from '../wording/index.js';

export const PANEL = 'Children and Families Overview and Scrutiny Panel';

/** The panel's agenda for a day, in the layout that county councils print. */
export function panelAgenda(day: CivilDate, issuedOn: CivilDate): string {
  const heading = `${PANEL.toUpperCase()} ${dateInWords(day).toUpperCase()}`;
  return `Agenda

${PANEL}

${dayAndDateInWords(day)}, 10.00 am Assembly House, Wyreford

Membership

Councillors:

Mrs J R Thackeray (Chairman), Mr D O Pemberton-Vale (Vice Chairman), Ms A Okonjo, Mr L Brackley, Mrs S T Varma, Mr H J Quillfeather, Ms E M Dunmore, Mr T P Rusk and Ms N Cotterell

Co-opted Church Representatives (for education matters)

Canon Martin Ellwood (Church of England)

Parent Governor Representatives (for education matters)

Mrs R Adeyemi-Holt (Parent Governor) and Vacancy

Agenda

Item No\tSubject\tPage No
1\tWelcome and Apologies for Absence\t
2\tInterests to be Declared, and any Party Whip\t
3\tPublic Participation Anybody who would like to speak should tell the Members' Office what it is about, no later than 9.00am on the last working day before the Panel meets (for this meeting, ${dayAndDateInWords(workingDayBefore(day))}).\t
4\tMinutes of the Panel's Last Meeting (sent out earlier)\t
5\tFamily Support Contract - Half-Year Report on Early Help in Severn Marsh\t1 - 9
6\tSchool Places in Wyreford: Admissions for Next September\t10 - 14

Date of Issue: ${dayAndDateInWords(issuedOn)}


${heading}

FAMILY SUPPORT CONTRACT – HALF-YEAR REPORT ON EARLY HELP IN SEVERN MARSH

Summary

- 1. Early help in Severn Marsh is provided under contract by Hartlebrook Family Support Ltd, from its premises at Unit 4, Tallow Lane, Severn Marsh WV99 4QX.
- 2. The Panel is invited to question the Head of Early Help, and to say whether the option of two more years should be taken up.
`;
}

/** A meeting of the full council, with a shorter agenda. */
export function councilAgenda(day: CivilDate, issuedOn: CivilDate): string {
  return `Agenda

County Council

${dayAndDateInWords(day)}, 2.00 pm Assembly House, Wyreford

Agenda

Item No\tSubject\tPage No
1\tApologies\t
2\tDeclarations of Interest\t
3\tLand at Chantry Row, Severn Marsh: Disposal\t1 - 4
4\tReports of Committees\t5 - 9

Date of Issue: ${dayAndDateInWords(issuedOn)}
`;
}

/** The next day from here that is not at a weekend. */
export function workingDayFrom(day: CivilDate): CivilDate {
  return weekday(day) > 5 ? workingDayFrom(addDays(day, 1)) : day;
}

function workingDayBefore(day: CivilDate): CivilDate {
  const before = addDays(day, -1);
  return weekday(before) > 5 ? workingDayBefore(before) : before;
}

/** What the end of a message is made of. */
export interface Closing {
  readonly authorityName: string;
  /** Officers of the principal authority are told of a parish, too. */
  readonly isParish: boolean;
  /** A member is told as a member, anybody else as an officer or a clerk. */
  readonly isMember: boolean;
  /** Where a member chooses. */
  readonly choose: string;
  /** Where what is optional in the message can be turned off without signing in. */
  readonly turnOff?: string;
  /** Whether all of the message is optional. */
  readonly allOptional: boolean;
}

/** Who sends a message, why it is sent to this reader, and how to choose: a paragraph a line. */
export function closingOf(closing: Closing): string[] {
  return [...(closing.isMember ? toMember(closing) : toOfficer(closing)), NO_ANSWER];
}

const NO_ANSWER = 'Please do not reply to this message: your answer may not be read.';

function toMember({ authorityName, choose, turnOff, allOptional }: Closing): string[] {
  const which = allOptional ? 'reminders such as this one' : 'what is optional in this message';
  return [
    'This is a reminder. You are responsible for your own interests; the monitoring officer can advise you.',
    `${authorityName} sends it to you because you are one of its members.`,
    `Choose which reminders you get: ${choose}`,
    ...(turnOff === undefined ? [] : [`Turn off ${which}, without signing in: ${turnOff}`]),
  ];
}

function toOfficer({ authorityName, isParish }: Closing): string[] {
  const where = isParish ? 'there or at its principal council' : 'there';
  return [
    `${authorityName} sends you this reminder because of your role ${where}. Only the council’s administrator can change that.`,
  ];
}

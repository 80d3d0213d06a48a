/**
 * The rules for England one by one, for whoever asks a single question: `ask(england.s34_5, facts, on)`. What a member
 * must do at a meeting is asked of a rulebook, which composes them.
 */
export { isNotEncoded, withOverlay } from './at-a-meeting.js';
export {
  DECLARATION_RULES,
  GIFT_RULES,
  OTHER_BODY_RULES,
  REGISTRATION_RULES,
  cabinetMemberAlone,
  exemptionFor,
  exemptionsOn,
  giftThresholdOn,
  isOtherRegisterableInterest,
  withExemption,
} from './codes/index.js';
export { RECORD_OF_DECISION_BY } from './executive-decisions-2012/index.js';
export { s9 } from './interpretation-act-1978/s9-london-time.js';
export { s100B_3, s100B_4 } from './lga-1972/s100b-agenda.js';
export { s243_1, s243_4 } from './lga-1972/s243-days-passed-over.js';
export { comingIntoOffice } from './lga-1972/s7-taking-office.js';
export { sch12_10_2 } from './lga-1972/sch12-10-parish-summons.js';
export { educationCoOptedVote } from './lga-2000/education-co-opted.js';
export { s106_1 } from './lgfa-1992/s106-1-unpaid.js';
export { councilTaxOverlay, s106_2 } from './lgfa-1992/s106-2-at-a-meeting.js';
export { s106_2A } from './lgfa-1992/s106-2a-executive.js';
export { adviceOnPredetermination, s25 } from './localism-act-2011/s25-predetermination.js';
export { s27_4 } from './localism-act-2011/s27-4-co-opted-member.js';
export { s29_3 } from './localism-act-2011/s29-3-keep-the-entry.js';
export { s29_4 } from './localism-act-2011/s29-4-monitoring-officer.js';
export { s29_5 } from './localism-act-2011/s29-5-publish-the-register.js';
export { afterTheNotification } from './localism-act-2011/s30-1-after-the-notification.js';
export { clockStops } from './localism-act-2011/s30-1-clock-stops.js';
export { notified } from './localism-act-2011/s30-1-received.js';
export { s30_1 } from './localism-act-2011/s30-1-notify-on-taking-office.js';
export { enteredHere } from './localism-act-2011/s30-2-already-entered.js';
export { countsAsTheMembers, s30_3 } from './localism-act-2011/s30-3-whose-interest.js';
export { awareness } from './localism-act-2011/s31-1-awareness.js';
export { s31_1 } from './localism-act-2011/s31-1-engaged.js';
export { s31_11 } from './localism-act-2011/s31-11-pending.js';
export { s31_2 } from './localism-act-2011/s31-2-disclose.js';
export { s31_3 } from './localism-act-2011/s31-3-notify-after-disclosure.js';
export { decidedAlone } from './localism-act-2011/s31-6-to-8-decided-alone.js';
export { s31_9 } from './localism-act-2011/s31-9-enter-what-is-notified.js';
export { s32_1 } from './localism-act-2011/s32-1-two-keys.js';
export { s32_2 } from './localism-act-2011/s32-2-public-version.js';
export { addressPractice } from './localism-act-2011/s32a-before-commencement.js';
export { residentialAddressRule } from './localism-act-2011/s32a-residential-address.js';
export { whoGrants } from './localism-act-2011/s33-1-who-grants.js';
export { s33_2 } from './localism-act-2011/s33-2-grant.js';
export { grounds } from './localism-act-2011/s33-2-grounds.js';
export { notRetrospective } from './localism-act-2011/s33-3-period.js';
export { s34_1ActingAlone } from './localism-act-2011/s34-1-acting-alone.js';
export { s34_1AtMeeting } from './localism-act-2011/s34-1-at-a-meeting.js';
export { s34_1OnTakingOffice } from './localism-act-2011/s34-1-on-taking-office.js';
export { s34_2 } from './localism-act-2011/s34-2-false-information.js';
export { S34_3, fineFor } from './localism-act-2011/s34-3-fine.js';
export { s34_4 } from './localism-act-2011/s34-4-disqualification.js';
export { s34_5 } from './localism-act-2011/s34-5-prosecutor.js';
export { s34_6 } from './localism-act-2011/s34-6-time-limits.js';
export { partyWhip, partyWhipOverlay } from './party-whip.js';
export { publicParticipation } from './public-participation.js';

// The facts and the answers of these rules, where they are not those of a whole subject (../facts.js).
export type {
  BodyFacts,
  CabinetMemberAnswer,
  CabinetMemberFacts,
  CodeParameters,
  CodeRegistration,
  DeclarationAnswer,
  DeclarationFacts,
  DeclarationPart,
  DeclarationRule,
  Exemption,
  ExemptionAnswer,
  ExemptionFacts,
  GiftAnswer,
  GiftFacts,
  GiftRule,
  GiftTerms,
  GiftThreshold,
  InterestKind,
  OtherBodyRule,
  RegistrationFacts,
} from './codes/index.js';
export type { DecisionFacts, DecisionRecord } from './executive-decisions-2012/reg12-13-record.js';
export type { MomentFacts } from './interpretation-act-1978/s9-london-time.js';
export type { HolidayFacts } from './lga-1972/counted-days.js';
export type { AgendaCount, AgendaFacts, AgendaNotice } from './lga-1972/s100b-agenda.js';
export type { DayFacts, PassedOverFacts } from './lga-1972/s243-days-passed-over.js';
export type { FourthDayFacts } from './lga-1972/s7-fourth-day.js';
export type { ComingIntoOffice, ComingIntoOfficeFacts } from './lga-1972/s7-taking-office.js';
export type { ParishNotice, ParishSummonsFacts } from './lga-1972/sch12-10-parish-summons.js';
export type { CouncilTaxBusiness, CouncilTaxFacts } from './lgfa-1992/s106-1-unpaid.js';
export type { CouncilTaxAnswer } from './lgfa-1992/s106-2-at-a-meeting.js';
export type {
  PredeterminationAnswer,
  PredeterminationFacts,
} from './localism-act-2011/s25-predetermination.js';
export type { KeepEntryFacts } from './localism-act-2011/s29-3-keep-the-entry.js';
export type {
  MonitoringOfficerOf,
  RegisterKeeperFacts,
} from './localism-act-2011/s29-4-monitoring-officer.js';
export type {
  Publication,
  PublicationFacts,
  Website,
} from './localism-act-2011/s29-5-publish-the-register.js';
export type {
  AfterNotification,
  AfterNotificationFacts,
} from './localism-act-2011/s30-1-after-the-notification.js';
export type { ClockStop, ClockStopFacts } from './localism-act-2011/s30-1-clock-stops.js';
export type { ReceivedFacts } from './localism-act-2011/s30-1-received.js';
export type { AwarenessFacts, Timeline } from './localism-act-2011/s31-1-awareness.js';
export type { PendingFacts } from './localism-act-2011/s31-11-pending.js';
export type { ActingAloneFacts, Step } from './localism-act-2011/s31-6-acting-alone.js';
export type { ActingAloneAnswer } from './localism-act-2011/s31-6-to-8-decided-alone.js';
export type { Steps } from './localism-act-2011/s31-8-no-steps.js';
export type { EnterFacts, NotifiedFor } from './localism-act-2011/s31-9-enter-what-is-notified.js';
export type { Sensitivity, TwoKeysFacts } from './localism-act-2011/s32-1-two-keys.js';
export type { EntryFacts, PublicVersion } from './localism-act-2011/s32-2-public-version.js';
export type { AddressPracticeFacts } from './localism-act-2011/s32a-before-commencement.js';
export type { AddressAnswer, AddressFacts } from './localism-act-2011/s32a-residential-address.js';
export type { WhoGrants, WhoGrantsFacts } from './localism-act-2011/s33-1-who-grants.js';
export type { GrantFacts } from './localism-act-2011/s33-2-grant.js';
export type { GroundsFacts } from './localism-act-2011/s33-2-grounds.js';
export type { GrantDayFacts, PeriodFacts } from './localism-act-2011/s33-3-period.js';
export type { AloneConductFacts } from './localism-act-2011/s34-1-acting-alone.js';
export type { MeetingConductFacts } from './localism-act-2011/s34-1-at-a-meeting.js';
export type { OffenceAnswer } from './localism-act-2011/s34-1-offence.js';
export type { NotifyingConductFacts } from './localism-act-2011/s34-1-on-taking-office.js';
export type { FalseInformationFacts, GivenUnder } from './localism-act-2011/s34-2-false-information.js';
export type { FineAnswer, FineFacts, MaximumFine } from './localism-act-2011/s34-3-fine.js';
export type {
  DisqualificationAnswer,
  DisqualificationFacts,
} from './localism-act-2011/s34-4-disqualification.js';
export type { Prosecutor, ProsecutorAnswer, ProsecutorFacts } from './localism-act-2011/s34-5-prosecutor.js';
export type { ProceedingsAnswer, ProceedingsFacts } from './localism-act-2011/s34-6-time-limits.js';
export type { PartyWhipAnswer, PartyWhipFacts } from './party-whip.js';
export type { LocalTime, PublicParticipation, PublicParticipationFacts } from './public-participation.js';

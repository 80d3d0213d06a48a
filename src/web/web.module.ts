import { Module } from '@nestjs/common';
import { APP_FILTER } from '@nestjs/core';
import { ExchangeModule } from '../exchange/index.js';
import { ERROR_PAGES, ErrorFilter } from '../platform/errors/index.js';
import { OversightModule } from '../oversight/index.js';
import { PublicationModule } from '../publication/index.js';
import { RemindersModule } from '../reminders/index.js';
import { accountControllers, accountProviders } from './account/index.js';
import { adminControllers, adminProviders } from './admin/index.js';
import { apiAccessControllers } from './api-access/index.js';
import { ChooseAuthorityController } from './choose-authority/choose-authority.controller.js';
import { directoryImportControllers, directoryImportProviders } from './directory-import/index.js';
import { FrontPageController } from './front-page/front-page.controller.js';
import { HealthController } from './health/health.controller.js';
import { Readiness } from './health/readiness.js';
import { InformationController, NoSuchPageController } from './information/information.controller.js';
import { errorPages } from './layout/index.js';
import { invitationControllers } from './invitations/index.js';
import { ImportController } from './meetings-import/import.controller.js';
import { Reviews } from './meetings-import/reviews.js';
import { ChairController } from './meetings-chair/chair.controller.js';
import { SaidOfItems } from './meetings/said-of-items.js';
import { meetingsMinutesControllers } from './meetings-minutes/index.js';
import { meetingsRecordControllers, meetingsRecordProviders } from './meetings-record/index.js';
import { meetingsDecisionsControllers } from './meetings-decisions/index.js';
import { KnownMeetings } from './meetings/known-meetings.js';
import { MeetingsController } from './meetings/meetings.controller.js';
import { myCalendarControllers, myCalendarProviders } from './my-calendar/index.js';
import { myDecisionsControllers, myDecisionsProviders } from './my-decisions/index.js';
import { myDispensationsControllers, myDispensationsProviders } from './my-dispensations/index.js';
import { AssociationsController } from './my-associations/associations.controller.js';
import { myDisclosuresControllers, myDisclosuresProviders } from './my-disclosures/index.js';
import { myInterestsControllers, myInterestsProviders } from './my-interests/index.js';
import { myAttendingControllers } from './my-attending/index.js';
import { MyBriefings } from './my-meetings/my-briefings.js';
import { MyMeetingsController } from './my-meetings/my-meetings.controller.js';
import { myQueriesControllers } from './my-queries/index.js';
import { myRemindersControllers, myRemindersProviders } from './my-reminders/index.js';
import { mySensitiveControllers, mySensitiveProviders } from './my-sensitive/index.js';
import { MyController } from './my/my.controller.js';
import { mySessionsControllers } from './my-sessions/index.js';
import { notifyCallbacksControllers, notifyCallbacksProviders } from './notify-callbacks/index.js';
import { NotifyController } from './notify-interests/notify.controller.js';
import { Notifying } from './notify-interests/notifying.js';
import { NotifyQuestionsController } from './notify-interests/questions.controller.js';
import { officerAuditControllers, officerAuditProviders } from './officer-audit/index.js';
import { officerBoardControllers } from './officer-board/index.js';
import {
  officerDispensationControllers,
  officerDispensationProviders,
} from './officer-dispensations/index.js';
import { RegisterImportController } from './officer-import/register-import.controller.js';
import { officerMemberControllers } from './officer-members/index.js';
import {
  officerNotificationControllers,
  officerNotificationProviders,
} from './officer-notifications/index.js';
import { officerPaperControllers, officerPaperProviders } from './officer-paper/index.js';
import { officerRegisterPracticeControllers } from './officer-register-practice/index.js';
import { officerReminderControllers, officerReminderProviders } from './officer-reminders/index.js';
import { officerSensitiveControllers, officerSensitiveProviders } from './officer-sensitive/index.js';
import { officerCheckControllers, officerCheckProviders } from './officer-checks/index.js';
import { officerEscalationControllers, officerEscalationProviders } from './officer-escalation/index.js';
import { officerAdviceControllers, officerAdviceProviders } from './officer-advice/index.js';
import { Metrics, MetricsController } from './metrics/index.js';
import { myAdviceControllers, myAdviceProviders } from './my-advice/index.js';
import { officerCaseControllers, officerCaseProviders } from './officer-cases/index.js';
import { officerReportControllers, officerReportProviders } from './officer-reports/index.js';
import { MyDataController } from './my-data/index.js';
import { MemberDataController } from './officer-member-data/index.js';
import { officerRetentionControllers } from './officer-retention/index.js';
import { officerWebhookControllers } from './officer-webhooks/index.js';
import { OutboxController } from './outbox/outbox.controller.js';
import { WithheldMessages } from './outbox/withheld-messages.js';
import { publicAnchorControllers } from './public-anchors/index.js';
import { DeclarationsController } from './public-declarations/declarations.controller.js';
import { publicRegisterControllers, publicRegisterProviders } from './public-register/index.js';
import { remindersOffControllers } from './reminders-off/index.js';
import { RulebookController } from './rulebook/rulebook.controller.js';
import { signInSecondStepControllers, signInSecondStepProviders } from './sign-in-second-step/index.js';
import { SignInController } from './sign-in/sign-in.controller.js';
import { signInOidcControllers } from './sign-in-oidc/index.js';

/** Everything that a person sees. One folder a page or a journey; each adds its controllers here. */
@Module({
  imports: [ExchangeModule, OversightModule, PublicationModule, RemindersModule],
  controllers: [
    FrontPageController,
    SignInController,
    ...signInSecondStepControllers,
    ...invitationControllers,
    ...accountControllers,
    ...signInOidcControllers,
    ...mySessionsControllers,
    ChooseAuthorityController,
    MyController,
    ...myCalendarControllers,
    ...myInterestsControllers,
    ...myDecisionsControllers,
    ...myDispensationsControllers,
    ...myQueriesControllers,
    ...myRemindersControllers,
    MyMeetingsController,
    ...myDisclosuresControllers,
    AssociationsController,
    ...myAttendingControllers,
    NotifyController,
    NotifyQuestionsController,
    ...officerBoardControllers,
    ...officerDispensationControllers,
    ...officerNotificationControllers,
    ...officerMemberControllers,
    ...officerPaperControllers,
    ...officerReminderControllers,
    ...officerAuditControllers,
    ...officerCheckControllers,
    ...officerEscalationControllers,
    ...officerAdviceControllers,
    ...myAdviceControllers,
    ...officerCaseControllers,
    ...officerReportControllers,
    ...officerRetentionControllers,
    ...officerWebhookControllers,
    MemberDataController,
    MyDataController,
    // Before /meetings/:id, which would take 'import' for an id.
    ...directoryImportControllers,
    ...meetingsDecisionsControllers,
    ImportController,
    ...meetingsRecordControllers,
    ...meetingsMinutesControllers,
    MeetingsController,
    ChairController,
    ...mySensitiveControllers,
    ...officerSensitiveControllers,
    ...officerRegisterPracticeControllers,
    RegisterImportController,
    ...adminControllers,
    ...apiAccessControllers,
    ...notifyCallbacksControllers,
    ...remindersOffControllers,
    OutboxController,
    ...publicRegisterControllers,
    ...publicAnchorControllers,
    DeclarationsController,
    RulebookController,
    InformationController,
    HealthController,
    MetricsController,
    // The last of all: it takes every address that is left.
    NoSuchPageController,
  ],
  providers: [
    ...accountProviders,
    ...signInSecondStepProviders,
    ...directoryImportProviders,
    ...officerCheckProviders,
    ...officerEscalationProviders,
    ...officerAdviceProviders,
    ...myAdviceProviders,
    ...officerCaseProviders,
    ...officerReportProviders,
    ...myInterestsProviders,
    ...myCalendarProviders,
    ...myDecisionsProviders,
    ...myDispensationsProviders,
    ...myRemindersProviders,
    ...officerDispensationProviders,
    MyBriefings,
    ...myDisclosuresProviders,
    Notifying,
    ...officerNotificationProviders,
    ...officerPaperProviders,
    ...officerReminderProviders,
    ...officerAuditProviders,
    ...mySensitiveProviders,
    ...officerSensitiveProviders,
    ...adminProviders,
    ...publicRegisterProviders,
    ...notifyCallbacksProviders,
    WithheldMessages,
    KnownMeetings,
    ...meetingsRecordProviders,
    SaidOfItems,
    Reviews,
    Metrics,
    Readiness,
    { provide: APP_FILTER, useClass: ErrorFilter },
    { provide: ERROR_PAGES, useValue: errorPages },
  ],
})
export class WebModule {}

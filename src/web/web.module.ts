import { Module } from '@nestjs/common';
import { APP_FILTER } from '@nestjs/core';
import { ERROR_PAGES, ErrorFilter } from '../platform/errors/index.js';
import { RemindersModule } from '../reminders/index.js';
import { adminControllers, adminProviders } from './admin/index.js';
import { ChooseAuthorityController } from './choose-authority/choose-authority.controller.js';
import { FrontPageController } from './front-page/front-page.controller.js';
import { HealthController } from './health/health.controller.js';
import { InformationController, NoSuchPageController } from './information/information.controller.js';
import { errorPages } from './layout/index.js';
import { ImportController } from './meetings-import/import.controller.js';
import { Reviews } from './meetings-import/reviews.js';
import { KnownMeetings } from './meetings/known-meetings.js';
import { MeetingsController } from './meetings/meetings.controller.js';
import { AuditController } from './officer-audit/audit.controller.js';
import { BoardController } from './officer-board/board.controller.js';
import { MemberController } from './officer-members/member.controller.js';
import { ToldController } from './officer-members/told.controller.js';
import { NotificationsController } from './officer-notifications/notifications.controller.js';
import { OutboxController } from './outbox/outbox.controller.js';
import { MyInterestsController } from './my-interests/my-interests.controller.js';
import { MyBriefings } from './my-meetings/my-briefings.js';
import { MyMeetingsController } from './my-meetings/my-meetings.controller.js';
import { MyController } from './my/my.controller.js';
import { NotifyController } from './notify-interests/notify.controller.js';
import { Notifying } from './notify-interests/notifying.js';
import { NotifyQuestionsController } from './notify-interests/questions.controller.js';
import { RulebookController } from './rulebook/rulebook.controller.js';
import { SignInController } from './sign-in/sign-in.controller.js';

/** Everything that a person sees. One folder a page or a journey; each adds its controllers here. */
@Module({
  imports: [RemindersModule],
  controllers: [
    FrontPageController,
    SignInController,
    ChooseAuthorityController,
    MyController,
    MyInterestsController,
    MyMeetingsController,
    NotifyController,
    NotifyQuestionsController,
    BoardController,
    NotificationsController,
    MemberController,
    ToldController,
    AuditController,
    // Before /meetings/:id, which would take 'import' for an id.
    ImportController,
    MeetingsController,
    ...adminControllers,
    OutboxController,
    RulebookController,
    InformationController,
    HealthController,
    // The last of all: it takes every address that is left.
    NoSuchPageController,
  ],
  providers: [
    MyBriefings,
    Notifying,
    ...adminProviders,
    KnownMeetings,
    Reviews,
    { provide: APP_FILTER, useClass: ErrorFilter },
    { provide: ERROR_PAGES, useValue: errorPages },
  ],
})
export class WebModule {}

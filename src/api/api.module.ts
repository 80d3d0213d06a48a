import { Module } from '@nestjs/common';
import { OversightModule } from '../oversight/index.js';
import { PublicationModule } from '../publication/index.js';
import { ApiAnswers } from './api-answers.js';
import { ApiBriefingsController } from './briefings/briefings.controller.js';
import { WithheldWords } from './briefings/withheld-words.js';
import { ApiDeclarationsController } from './declarations/declarations.controller.js';
import { ApiDescriptionController } from './describing/index.js';
import { ApiDutiesController } from './duties/duties.controller.js';
import { ApiBodiesController } from './meetings/bodies.controller.js';
import { ApiMeetingsController } from './meetings/meetings.controller.js';
import { ApiMembersController } from './members/members.controller.js';
import { ApiTokenController } from './oauth/token.controller.js';
import { Once } from './once.js';
import { ApiRegisterController } from './register/register.controller.js';

/** What programs see: JSON under /api/v1, and what describes it. */
@Module({
  imports: [OversightModule, PublicationModule],
  controllers: [
    ApiDescriptionController,
    ApiTokenController,
    ApiMembersController,
    ApiBodiesController,
    ApiMeetingsController,
    ApiBriefingsController,
    ApiRegisterController,
    ApiDeclarationsController,
    ApiDutiesController,
  ],
  providers: [ApiAnswers, Once, WithheldWords],
})
export class ApiModule {}

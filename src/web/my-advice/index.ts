import type { Provider, Type } from '@nestjs/common';
import { AskController } from './ask/ask.controller.js';
import { MyAdviceController } from './my-advice.controller.js';
import { NamesInAdvice } from './names.js';

export { NamesInAdvice } from './names.js';
export { answerViews, askedInShort, meetingNamed, type AdviceNames } from './page.js';

/** What a member asks the monitoring officer about an item, and reads of the answers. */
export const myAdviceControllers: readonly Type[] = [AskController, MyAdviceController];
export const myAdviceProviders: readonly Provider[] = [NamesInAdvice];

import { MyQueriesController } from './my-queries.controller.js';

export { questionRow, type QuestionRow } from './questions.js';

/** Where a member answers the officer's questions. */
export const myQueriesControllers = [MyQueriesController];

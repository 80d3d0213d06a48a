import { Global, Module } from '@nestjs/common';
import { AccountNotices } from '../notices/index.js';
import { SignInLinks } from './sign-in-links.js';

/** What is sent by mail stands apart from the rest of identity: it alone needs the queue and the mail. */
@Global()
@Module({ providers: [AccountNotices, SignInLinks], exports: [AccountNotices, SignInLinks] })
export class SignInLinksModule {}

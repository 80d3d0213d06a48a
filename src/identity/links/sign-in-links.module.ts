import { Global, Module } from '@nestjs/common';
import { SignInLinks } from './sign-in-links.js';

/** Links by mail stand apart from the rest of identity: they alone need the queue and the mail. */
@Global()
@Module({ providers: [SignInLinks], exports: [SignInLinks] })
export class SignInLinksModule {}

import { ProviderLogoutController } from './provider-logout.controller.js';
import { SignInOidcController } from './sign-in-oidc.controller.js';

/** Signing in, and out, by an OpenID provider. */
export const signInOidcControllers = [SignInOidcController, ProviderLogoutController];

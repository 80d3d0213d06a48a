import { randomBytes } from 'node:crypto';
import type { Request, RequestHandler, Response } from 'express';
import helmet from 'helmet';

/**
 * The headers that tell a browser what our pages may do: nothing but what they need. The only inline script is
 * the one with which GOV.UK's template says that scripts run; it carries `cspNonce`. No script makes HTML out of a
 * string: the one policy that may reads, and never shows, a page that was fetched (record.js).
 * @param https whether people reach us over HTTPS; only then may browsers be told to insist on it.
 */
export function securityHeaders(https: boolean): RequestHandler[] {
  const ours: RequestHandler = (_request, response, next) => {
    response.locals.cspNonce = randomBytes(16).toString('base64');
    response.setHeader('Permissions-Policy', NOTHING_OF_THE_DEVICE);
    next();
  };
  const headers = helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'", (_request, response) => `'nonce-${nonceOf(response as Response)}'`],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        fontSrc: ["'self'"],
        formAction: ["'self'"],
        connectSrc: ["'self'"],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
        requireTrustedTypesFor: ["'script'"],
        trustedTypes: ['probity-record'],
        ...(https && { upgradeInsecureRequests: [] }),
      },
    },
    strictTransportSecurity: https,
    referrerPolicy: { policy: 'same-origin' },
    xFrameOptions: { action: 'deny' },
  });
  return [ours, headers as (request: Request, response: Response, next: () => void) => void];
}

/** Passkeys are asked for by our own pages; nothing else of a device is. */
const NOTHING_OF_THE_DEVICE = [
  ...['accelerometer', 'autoplay', 'camera', 'display-capture', 'encrypted-media', 'fullscreen'],
  ...['gamepad', 'geolocation', 'gyroscope', 'hid', 'magnetometer', 'microphone', 'midi', 'payment'],
  ...['picture-in-picture', 'screen-wake-lock', 'serial', 'usb', 'xr-spatial-tracking'],
]
  .map((feature) => `${feature}=()`)
  .concat('publickey-credentials-create=(self)', 'publickey-credentials-get=(self)')
  .join(', ');

const nonceOf = (response: Response): string => String(response.locals.cspNonce);

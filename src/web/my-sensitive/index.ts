import { HomeAddressController } from './home-address/home-address.controller.js';
import { RequestController } from './request/request.controller.js';
import { OwnInterests } from './own-interests.js';
import { WithdrawController } from './withdraw/withdraw.controller.js';

/** What a member asks to be kept off the public register: a sensitive interest, or their home address. */
export const mySensitiveControllers = [RequestController, WithdrawController, HomeAddressController];
export const mySensitiveProviders = [OwnInterests];

import { GiftThresholdController } from './gift-threshold/gift-threshold.controller.js';
import { ParishWebsiteController } from './parish-website/parish-website.controller.js';
import { SettingsController } from './settings/settings.controller.js';

/** How an authority keeps and publishes its register, where the law leaves it to the authority. */
export const officerRegisterPracticeControllers = [
  SettingsController,
  GiftThresholdController,
  ParishWebsiteController,
];

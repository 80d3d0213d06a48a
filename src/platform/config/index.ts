export { APP_ROLE, AS_APP_ROLE, CONFIG, ConfigurationRefused, readConfig } from './config.js';
export type { ClockSetting, Config, DatabaseSetting, LogLevel } from './config.js';
export { VARIABLES } from './variables.js';
export type { NotifySetting } from './notify-setting.js';
export type { GroupRole, OidcSetting } from './oidc-setting.js';

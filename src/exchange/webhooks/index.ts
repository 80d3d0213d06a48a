export { WebhookDeliveries, type ListedDelivery } from './deliveries.js';
export { DEAD_AFTER_DAYS } from './retries.js';
export { WebhookSending } from './sending.js';
export {
  Webhook,
  WEBHOOK_TOPICS,
  WebhookDelivery,
  WebhookEvent,
  type DeliveryState,
  type WebhookEventType,
  type WebhookTopic,
} from './webhook.entity.js';
export { OVERLAP_HOURS, Webhooks, type WithSecret } from './webhooks.js';

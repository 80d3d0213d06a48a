/** Gifts and hospitality: the points that reasons make. */
export type GiftsPoint =
  | 'register-gift'
  | 'gift-below-threshold'
  | 'gifts-from-one-donor-add-up'
  | 'gift-not-in-the-role'
  | 'register-refused-gift'
  | 'refused-gift-not-significant'
  | 'refused-gift-not-registered'
  | 'refused-gift-has-no-day';

/** The facts that these answers can be waiting for. */
export type GiftsFact =
  | 'giftThreshold'
  | 'gift.valuePence'
  | 'gift.fromSameDonorPence'
  | 'gift.receivedAsCouncillor'
  | 'gift.accepted'
  | 'gift.significant'
  | 'gift.receivedOn';

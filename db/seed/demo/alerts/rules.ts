import type { Shop } from "#db/seed/demo/shop";

type ServiceKey = keyof Shop["services"];

/**
 * The alert rules of the shop, as [service, name, what the customer sees]. `none`: it is known that they see nothing.
 * `asked`: it has paged once, and nobody has said since.
 */
export const demoRules: [
  service: ServiceKey,
  rule: string,
  impact: string | null | { none: true } | { asked: true },
][] = [
  ["checkout", "CheckoutPaymentStepSlow", "A spinner after “Pay now”; from 15 seconds on people close the tab."],
  ["checkout", "CheckoutPaymentStepErrors", "Some cannot pay: “We are still checking”, and no confirmation."],
  ["checkout", "CheckoutOrdersPerMinuteLow", "Fewer orders come through than visitors want to place."],
  ["checkout", "CheckoutBasketMissing", "A basket that was full is empty."],
  ["orders", "OrdersStuckConfirming", "The order is paid, and its confirmation does not come."],
  ["orders", "OrdersDatabaseReadOnly", "Nobody can place an order."],
  ["orders", "OrdersReplicaLag", { none: true }],
  ["stock", "StockSweepLate", "“Sold out” on things that are on the shelf."],
  ["stock", "StockOversold", "Somebody is sold what is not there, and gets a letter instead of a parcel."],
  ["payments", "PaymentsGatewayTimeouts", "Paying takes up to a minute; wallets fail."],
  ["payments", "PaymentsApprovalRateLow", "Cards that are good are refused."],
  ["payments", "PaymentsLedgerImbalance", { none: true }],
  ["refunds", "RefundsBatchFailed", { none: true }],
  ["giftCards", "GiftCardsBalanceSlow", "The balance of a gift card shows only after ten seconds."],
  ["pricing", "PricingLatencyHigh", { asked: true }],
  ["pricing", "PricingBookStale", { none: true }],
  ["tax", "TaxRefusalRateHigh", "Orders to some countries cannot be paid."],
  ["sessionCache", "SessionCacheConnectionsHigh", null],
  ["sessionCache", "SessionCacheShardDown", "One visitor in six is signed out, and their basket is empty."],
  ["identity", "IdentitySignInErrors", "Nobody can sign in. Guests can still buy."],
  ["mail", "MailQueueOld", "Confirmations and links come late."],
  ["storefront", "StorefrontErrorRate", "Pages show an apology in place of products."],
  ["storefront", "StorefrontPageSlow", "Pages take longer than four seconds."],
  ["catalog", "CatalogHitRateLow", { asked: true }],
  ["search", "SearchIndexAge", "New products cannot be found."],
];

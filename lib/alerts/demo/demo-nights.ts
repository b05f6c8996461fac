/** Something believable that goes wrong in the demo organisation, with an error that its people know. */
export type DemoNight = { service: string; rule: string; summary: string; error: string };

/** The first is taken where none of them is nearer to whoever asks. */
export const demoNights: readonly [DemoNight, ...DemoNight[]] = [
  {
    service: "checkout",
    rule: "CheckoutPaymentStepErrors",
    summary: "7 % of payment steps fail",
    error: "PoolExhausted: no connection to session-2 within 250 ms",
  },
  {
    service: "orders",
    rule: "OrdersDatabaseReadOnly",
    summary: "No order was written for three minutes",
    error: "ERROR: cannot execute INSERT in a read-only transaction",
  },
  {
    service: "stock",
    rule: "StockSweepLate",
    summary: "The sweep of promises is 40 minutes late",
    error: 'sweep: canceling statement due to lock timeout\nwhile locking tuple (4,12) in relation "promises"',
  },
  {
    service: "payments",
    rule: "PaymentsGatewayTimeouts",
    summary: "One charge in nine gets no answer",
    error: "GatewayTimeout: POST /v2/charges no answer after 10000ms",
  },
];

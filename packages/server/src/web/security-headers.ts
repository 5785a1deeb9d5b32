/** Headers of every answer. The console's pages and the demo shop add a policy of their own (reliability: 6.3). */
export const EVERYWHERE = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'strict-origin-when-cross-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=()',
  'x-frame-options': 'DENY',
} as const

/** For answers that are no pages: nothing may be loaded, nobody may frame it. */
export const API_POLICY = "default-src 'none'; frame-ancestors 'none'"

/** Two years, for servers that are reached by https only. */
export const HSTS = 'max-age=63072000; includeSubDomains'

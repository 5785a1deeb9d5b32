import type { RouteRow } from './route-rows.ts'

/** The routes of products, categories and orders: everybody of the store reads them, the robot's keepers change them. */
export function catalogueRows(): readonly RouteRow[] {
  const cup = { ref: 'permission-cup', title: 'Cup' }
  const order = { ref: '1', buyer: 'b', title: 'Cups', state: 'paid', lines: [], orderedAt: 1 }
  const at = '/api/v1/products'
  const orders = '/api/v1/orders'
  const missing = { lets: 'keeper', gives: 'NOT_FOUND' } as const
  return [
    { route: `GET ${at}`, lets: 'account', gives: 200 },
    { route: `POST ${at}/named`, lets: 'account', body: { refs: ['none'] }, gives: 200 },
    { route: `PUT ${at}`, lets: 'keeper', body: { products: [cup] }, gives: 200 },
    { route: `DELETE ${at}`, path: `${at}?ref=none`, ...missing },
    { route: `POST ${at}/changes`, body: { ref: 'none', available: true }, ...missing },
    { route: `GET ${at}/pinned`, lets: 'account', gives: 200 },
    { route: `POST ${at}/pinned`, lets: 'keeper', body: { from: [], to: [] }, gives: 200 },
    {
      route: `POST ${at}/import`,
      lets: 'keeper',
      path: `${at}/import?dryRun=true`,
      body: [cup],
      gives: 200,
    },
    { route: 'GET /api/v1/categories', lets: 'account', gives: 200 },
    { route: 'GET /api/v1/categories/counted', lets: 'account', gives: 200 },
    {
      route: 'POST /api/v1/categories/changes',
      lets: 'keeper',
      body: { from: [{ ref: 'none', name: 'None' }], to: [] },
      gives: 'SETTINGS_MOVED',
    },
    { route: 'PUT /api/v1/categories', lets: 'keeper', body: { categories: [] }, gives: 200 },
    { route: `GET ${orders}`, lets: 'account', gives: 200 },
    { route: `PUT ${orders}`, lets: 'keeper', body: { orders: [order] }, gives: 200 },
    { route: `DELETE ${orders}`, path: `${orders}?ref=none`, ...missing },
  ]
}

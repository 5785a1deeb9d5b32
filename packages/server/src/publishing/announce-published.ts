import type { Bus } from '../bus/bus.ts'

/** Tells every node that the store has a new version: what buyers get, what webhooks tell, what the draft is compared with. */
export function announcePublished(bus: Bus, storeId: number): void {
  bus.publish({ type: 'flow', storeId })
  bus.publish({ type: 'webhooks', storeId })
  bus.publish({ type: 'draft', storeId })
}

import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { type Effect, type Facts, parseFlow, PROFILES, UNKNOWN_BUYER } from '@shopbell/engine'

// What a page about the engine takes for granted: a flow, and what a shell knows when a buyer comes for the first time.

const parsed = parseFlow(
  readFileSync(new URL('../../../flows/export-factory/flow.json', import.meta.url), 'utf8'),
)
if (!parsed.ok) throw new Error('The sample flow cannot be read.')

export const document = parsed.document

export const facts: Facts = {
  head: 0,
  store: { name: 'Harbor Steel', timeZone: 'Asia/Shanghai', openNow: true },
  profile: PROFILES.marketplace,
  locales: ['en'],
  buyer: UNKNOWN_BUYER,
  liveVersion: 1,
  list: null,
  heldList: null,
  products: [],
}

/** A first buyer is greeted, and remembered. */
export function check({ effects }: { readonly effects: readonly Effect[] }): void {
  const [first] = effects
  assert.equal(first?.type === 'message' && first.kind, 'welcome')
  assert.equal(effects.at(-1)?.type, 'remember')
}

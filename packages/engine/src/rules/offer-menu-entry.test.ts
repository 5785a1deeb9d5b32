import type { MenuGives } from '@shopbell/protocol'
import { describe, expect, test } from 'vitest'
import { type MenuStock, offerMenuEntry } from './offer-menu-entry.ts'

const FULL: MenuStock = { hasOrders: true, hasArrivals: true, categories: ['tea', 'cups'], questions: ['q1'] }
const EMPTY: MenuStock = { hasOrders: false, hasArrivals: false, categories: [], questions: [] }

const orders = { does: 'orders' } as const
const arrivals = { does: 'arrivals' } as const
const all: MenuGives = { does: 'categories', categories: [] }
const cups: MenuGives = { does: 'categories', categories: ['cups'] }
const gone: MenuGives = { does: 'categories', categories: ['pots'] }
const answer = { does: 'answer', question: 'q1' } as const
const link = { does: 'link', url: 'https://shop.example' } as const

describe('the menu offers what is on and not empty (MNU-01, MNU-02, MNU-05)', () => {
  test.for([
    ['orders', orders, FULL, true],
    ['no orders at all', orders, EMPTY, false],
    ['new products', arrivals, FULL, true],
    ['nothing new', arrivals, EMPTY, false],
    ['all categories', all, FULL, true],
    ['no category', all, EMPTY, false],
    ['a chosen category', cups, FULL, true],
    ['chosen ones that are gone', gone, FULL, false],
    ['an answer', answer, FULL, true],
    ['a question that is off', answer, EMPTY, false],
    ['a link', link, EMPTY, true],
    ['a person', { does: 'person' }, EMPTY, true],
  ] as const)('%s', ([, gives, stock, offered]) => {
    expect(offerMenuEntry({ on: true, gives }, stock)).toBe(offered)
    expect(offerMenuEntry({ on: false, gives }, stock)).toBe(false)
  })
})

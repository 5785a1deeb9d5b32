import { describe, expect, test } from 'vitest'
import { addressOf, datesCross, filtersIn, isNarrowed, NO_FILTERS, queryOf } from './filters.ts'

describe('filters', () => {
  test('come back from an address as they went in', () => {
    const filters = { ...NO_FILTERS, text: '水瓶 & more', state: 'waiting', from: '2026-11-01', version: '3' }
    expect(filtersIn(new URLSearchParams(addressOf(filters)))).toEqual(filters)
    expect(addressOf(NO_FILTERS)).toBe('')
  })

  test('leave out of an address what is no day and no version', () => {
    const address = new URLSearchParams({ from: 'yesterday', to: '2026-1-1', version: 'one' })
    expect(filtersIn(address)).toEqual(NO_FILTERS)
  })

  test('ask for a whole day, the last one included', () => {
    const { from, to } = queryOf({ ...NO_FILTERS, from: '2026-11-22', to: '2026-11-22' })
    expect(Number(to) - Number(from)).toBe(86_400_000)
    expect(new Date(Number(from)).getHours()).toBe(0)
  })

  test('know when nothing is narrowed, and when days are crossed', () => {
    expect(isNarrowed({ ...NO_FILTERS, text: '  ' })).toBe(false)
    expect(isNarrowed({ ...NO_FILTERS, state: 'robot' })).toBe(true)
    expect(datesCross({ ...NO_FILTERS, from: '2026-11-02', to: '2026-11-01' })).toBe(true)
    expect(datesCross({ ...NO_FILTERS, from: '2026-11-02' })).toBe(false)
  })
})

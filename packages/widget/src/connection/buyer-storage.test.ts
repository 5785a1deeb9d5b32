import { describe, expect, test } from 'vitest'
import { buyerStorage } from './buyer-storage.ts'
import { lastingStorage, memoryStorage } from './lasting-storage.ts'

const entry = {
  id: 'lane0001.1',
  order: 1,
  content: { kind: 'text', text: 'hi' } as const,
  shown: 'hi',
  at: 7,
}

describe('what the buyer’s browser keeps', () => {
  test('stores of one page do not see each other', () => {
    const storage = memoryStorage()
    buyerStorage('one', storage).keepEntry(entry)
    expect(buyerStorage('one', storage).entries()).toEqual([entry])
    expect(buyerStorage('two', storage).entries()).toEqual([])
  })

  test('a token is forgotten only if it is still the one meant', () => {
    const kept = buyerStorage('one', memoryStorage())
    kept.keepToken('new')
    kept.forgetToken('old')
    expect(kept.token()).toBe('new')
    kept.forgetToken('new')
    expect(kept.token()).toBeNull()
  })

  test('what others wrote under our keys is left aside', () => {
    const storage = memoryStorage()
    for (const [index, value] of [
      '',
      'null',
      '[]',
      '{"id":1}',
      '{"id":"a.1","order":1,"shown":"","at":1}',
    ].entries()) {
      storage.setItem(`shopbell:one:out:${String(index)}`, value)
    }
    storage.setItem('shopbell:one:read', 'many')
    expect(buyerStorage('one', storage).entries()).toEqual([])
    expect(buyerStorage('one', storage).readTo()).toBe(0)
  })
})

describe('where storage is blocked or full', () => {
  test('blocked: everything is held until the page goes', () => {
    const kept = buyerStorage(
      'one',
      lastingStorage(() => blocked()),
    )
    kept.keepToken('t')
    kept.keepEntry(entry)
    expect(kept.token()).toBe('t')
    kept.dropEntry(entry.id)
    expect(kept.token()).toBe('t')
  })

  test('full: the new value holds, the old one never comes back', () => {
    const real = memoryStorage()
    real.setItem('shopbell:one:token', 'old')
    const full = { ...real, length: 0, setItem: () => blocked() }
    const kept = buyerStorage(
      'one',
      lastingStorage(() => full),
    )
    kept.keepToken('new')
    expect(kept.token()).toBe('new')
    kept.forgetToken('new')
    expect(kept.token()).toBeNull()
  })
})

function blocked(): never {
  throw new Error('blocked')
}

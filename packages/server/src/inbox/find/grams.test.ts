import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { foldText } from './fold-text.ts'
import { gramsOfTerm, gramsOfText, hashGram, needleOfTerm } from './grams.ts'

const finds = (term: string, text: string) => {
  const words = ` ${foldText(text).folded}`
  const has = gramsOfText(words)
  const asked = [...gramsOfTerm(term)]
  return asked.length > 0 && asked.every((gram) => has.has(gram)) && words.includes(needleOfTerm(term))
}

describe('a term finds', () => {
  test.for([
    ['a word', 'bottle', 'The bottles came'],
    ['the inside of a word', 'ottl', 'bottle'],
    ['two letters where a word begins', 'bo', 'a bottle'],
    ['an order number', '1042', 'Order A-1042'],
    ['one Chinese character', '瓶', '这个水瓶多少钱'],
    ['Chinese words', '水瓶', '这个水瓶多少钱'],
    ['Japanese', 'ボトル', 'このボトルはいくら'],
    ['Korean', '가격', '가격이 얼마예요'],
    ['letters within Chinese', '750ml', '要750ml的'],
    ['Chinese with letters', '750ml的', '要750ml的'],
    ['an emoji’s neighbour', 'two', '😀two😀'],
  ] as const)('%s', ([, term, text]) => {
    expect(finds(term, text)).toBe(true)
  })
})

describe('a term does not find', () => {
  test.for([
    ['two letters inside a word', 'tt', 'bottle'],
    ['characters that do not stand together', '水瓶', '瓶里有水'],
    ['pairs that do not make the word', '你好吗', '你好，好吗'],
    ['another word', 'cup', 'bottle'],
  ] as const)('%s', ([, term, text]) => {
    expect(finds(term, text)).toBe(false)
  })
})

test('a single letter is too short', () => {
  expect([...gramsOfTerm('x')]).toEqual([])
})

test('whatever stands in a text is found, if it is three characters long', () => {
  const alphabet = fc.constantFrom(...'abc12 瓶水がé')
  fc.assert(
    fc.property(
      fc.string({ unit: alphabet, minLength: 3, maxLength: 40 }),
      fc.nat(40),
      fc.nat(6),
      (text, at, more) => {
        const { folded } = foldText(text)
        for (const word of folded.split(' ')) {
          const characters = [...word]
          const piece = characters
            .slice(at % (characters.length || 1))
            .slice(0, 3 + more)
            .join('')
          if ([...piece].length >= 3 && /^[a-z0-9]+$/.test(piece)) expect(finds(piece, text)).toBe(true)
        }
      },
    ),
  )
})

test('stores have different numbers for the same gram', () => {
  expect(hashGram(1, 'bot')).not.toBe(hashGram(2, 'bot'))
  for (const gram of ['bot', '瓶', '水瓶']) {
    expect(hashGram(7, gram)).toBe(hashGram(7, gram))
    expect(Number.isInteger(hashGram(7, gram)) && Math.abs(hashGram(7, gram)) <= 2 ** 31).toBe(true)
  }
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { placeOf } from './place-of.ts'

const SOURCE = `{
  "format": 1,
  "blocks": { "faq": { "questions": [ {"id": "a"},
    { "id": "b\\"}" , "enabled": true }
  ] } },
  "texts": { "en": { "a/b": "x", "m~n": "{ [ \\\\" } }
}
`

describe('placeOf finds where a pointer leads', () => {
  test.for([
    ['the document', '', 1, 1],
    ['a member, at its key', '/format', 2, 3],
    ['a nested member', '/blocks/faq/questions', 3, 24],
    ['the first element', '/blocks/faq/questions/0', 3, 39],
    ['an element on another line', '/blocks/faq/questions/1', 4, 5],
    ['a member behind a string with quotes and brackets', '/blocks/faq/questions/1/enabled', 4, 22],
    ['an escaped slash', '/texts/en/a~1b', 6, 22],
    ['an escaped tilde', '/texts/en/m~0n', 6, 34],
    ['a missing member, at the part that is there', '/blocks/faq/next', 3, 15],
    ['an element beyond the end, at the list', '/blocks/faq/questions/7', 3, 24],
    ['a part below a scalar, at the scalar', '/format/x', 2, 3],
  ] as const)('%s', ([, pointer, line, column]) => {
    expect(placeOf(SOURCE, pointer)).toEqual({ line, column })
  })

  test('a hundred thousand brackets deep, without running out of stack', () => {
    const deep = `{"a": ${'['.repeat(100_000)}${']'.repeat(100_000)},\n"b": 1}`
    expect(placeOf(deep, '/b')).toEqual({ line: 2, column: 1 })
  })
})

test('every member of any document is placed at its own key', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), fc.constantFrom(0, 2), (document, indent) => {
      const source = JSON.stringify(document, null, indent)
      for (const key of Object.keys(JSON.parse(source))) {
        const { line, column } = placeOf(source, `/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`)
        const rest = source
          .split('\n')
          .slice(line - 1)
          .join('\n')
          .slice(column - 1)
        expect(rest.startsWith(JSON.stringify(key))).toBe(true)
      }
    }),
  )
})

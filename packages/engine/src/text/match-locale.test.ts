import { describe, expect, test } from 'vitest'
import { matchLocale } from './match-locale.ts'

const FLOW = ['en', 'zh-CN', 'pt-BR', 'de-CH']

describe('finding a buyer’s locale by lookup (RFC 4647)', () => {
  test.for([
    ['the tag itself fits', ['zh-CN'], 'zh-CN'],
    ['the case of a tag does not matter', ['ZH-cn'], 'zh-CN'],
    ['a longer tag is shortened from its end', ['en-GB-oxendict'], 'en'],
    ['a script in between is not in the way', ['zh-CN-x-shop'], 'zh-CN'],
    ['the first wish that fits wins', ['fr', 'de-CH', 'en'], 'de-CH'],
    ['a wish is shortened before the next is looked at', ['en-US', 'zh-CN'], 'en'],
    ['the same language of another country is better than the next wish', ['zh-Hans-TW', 'en'], 'zh-CN'],
    ['a language without its country finds one', ['pt'], 'pt-BR'],
    ['nothing fits', ['fr', 'ja'], 'xx'],
    ['no wish at all', [], 'xx'],
    ['an empty wish', [''], 'xx'],
    ['a wildcard', ['*'], 'xx'],
  ] as const)('%s: %j', ([, wanted, found]) => {
    expect(matchLocale(wanted, FLOW, 'xx')).toBe(found)
  })
})

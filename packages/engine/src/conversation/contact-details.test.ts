import { describe, expect, test } from 'vitest'
import { BOTTLE_FLOW } from '../testing/bottle-flow.ts'
import { openShop } from '../testing/open-shop.ts'
import { contactFits } from './contact-details.ts'
import type { CollectEffect } from './effect.ts'

const CONSENT = 'We keep this until your question is answered.'

function collected(shop: ReturnType<typeof openShop>): readonly CollectEffect[] {
  return shop.steps().flatMap(({ effects }) => effects.filter((effect) => effect.type === 'collect'))
}

describe('details that a person can use', () => {
  test.for([
    ['an e-mail address', { email: 'mia@shop.example' }, true],
    ['an address of another script', { email: '李@例子.公司' }, true],
    ['a telephone number', { phone: '+86 (574) 8765-4321' }, true],
    ['both', { email: 'mia@shop.example', phone: '0574 8765 4321' }, true],
    ['a name alone', { name: 'Mia' }, false],
    ['nothing', {}, false],
    ['an address without @', { email: 'mia' }, false],
    ['two addresses', { email: 'a@b.example, c@d.example' }, false],
    ['words for a number', { phone: 'call me' }, false],
    ['a number of dots', { phone: '.....' }, false],
    ['a good number and a bad address', { email: 'mia@', phone: '0574 8765' }, false],
  ] as const)('%s', ([, details, fits]) => {
    expect(contactFits({ type: 'buyer.left_contact', at: 0, ...details })).toBe(fits)
  })
})

test('a new buyer who leaves details waits for a person, and the details are answers', () => {
  const shop = openShop(BOTTLE_FLOW)
  const told = shop.happen({
    type: 'buyer.left_contact',
    name: 'Mia',
    email: ' mia@shop.example ',
    consent: CONSENT,
  })
  expect(told).toContain('→ waiting (general)')
  expect(shop.messages()[0]).toMatchObject({
    author: 'buyer',
    kind: 'buyer',
    content: { kind: 'text', text: 'Name: Mia\nE-mail: mia@shop.example\nConsent: Agreed' },
  })
  expect(collected(shop)).toMatchObject([
    { variable: 'contact.name', question: 'Name', value: 'Mia', shown: 'Mia', seq: 1 },
    { variable: 'contact.email', question: 'E-mail', value: 'mia@shop.example', seq: 1 },
    { variable: 'contact.consent', question: 'Consent', value: CONSENT, shown: 'Agreed', seq: 1 },
  ])
})

test('they are in the words of the session', () => {
  const shop = openShop(BOTTLE_FLOW, { locales: ['zh-CN'] })
  shop.happen({ type: 'buyer.left_contact', phone: '0574 8765 4321', consent: CONSENT })
  const [{ locale = '' } = {}] = [shop.session() ?? undefined]
  expect(collected(shop)[0]).toMatchObject({ question: locale.startsWith('zh') ? '电话' : 'Telephone' })
})

test('a person in charge gets them without another word', () => {
  const shop = openShop(BOTTLE_FLOW)
  shop.enter()
  shop.reply('Li Na here.')
  const told = shop.happen({ type: 'buyer.left_contact', phone: '0574 8765 4321', consent: CONSENT })
  expect(told.filter((line) => line.startsWith('→') || line.startsWith('note'))).toEqual([])
  expect(shop.session()?.handling).toBe('human')
  expect(collected(shop)).toHaveLength(2)
})

test('an open question stays open', () => {
  const shop = openShop(BOTTLE_FLOW)
  shop.enter()
  const open = shop.session()?.open
  shop.happen({ type: 'buyer.left_contact', email: 'mia@shop.example', consent: CONSENT })
  expect(shop.session()?.open).toEqual(open)
})

import { describe, expect, test } from 'vitest'
import { contactWords } from './contact-words.ts'
import { readContact } from './read-contact.ts'

const words = contactWords('en')
const CONSENT = 'You may write to me.'
const filled = { name: '', email: '', phone: '', consent: CONSENT }

describe('the contact form', () => {
  test.for([
    ['nothing', filled, 'email', words.oneOf],
    ['a name alone', { ...filled, name: 'Mia' }, 'email', words.oneOf],
    ['half an address', { ...filled, email: 'mia@' }, 'email', words.badEmail],
    ['a word for a number', { ...filled, phone: 'phone' }, 'phone', words.badPhone],
    ['three digits', { ...filled, phone: '1 2 3' }, 'phone', words.badPhone],
    ['no consent', { ...filled, email: 'mia@shop.example', consent: null }, 'consent', words.agreeFirst],
  ] as const)('names what is wrong with %s', ([, entries, wrong, why]) => {
    expect(readContact(entries, words)).toEqual({ wrong, why })
  })

  test('sends what is filled in, with the words that were agreed to', () => {
    expect(readContact({ ...filled, name: ' Mia\0 ', phone: '+86 574 8765' }, words)).toEqual({
      content: { kind: 'contact', name: 'Mia', phone: '+86 574 8765', consent: CONSENT },
      shown: 'Name: Mia\nTelephone: +86 574 8765\nConsent: Agreed',
    })
  })
})

test('Chinese is Chinese by the house rules, with the same words for the same things', () => {
  for (const [key, text] of Object.entries(contactWords('zh-Hant'))) {
    expect([key, text]).toEqual([key, expect.stringMatching(/\p{Script=Han}/u)])
    expect(text).not.toMatch(/[!！]|成功|请/)
  }
})

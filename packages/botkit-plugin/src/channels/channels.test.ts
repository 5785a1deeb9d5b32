import { describe, expect, test } from 'vitest'
import type { Unsent } from '../state/kept-conversation.ts'
import { repliesFor } from './channels.ts'

const OPTIONS = ['Shipping?', 'Price?', 'Lead time?', 'Do you print logos on all of them?', 'MOQ?'].map(
  (label, at) => ({
    id: `q${String(at)}`,
    label,
  }),
)
const LIST: Unsent = { seq: 7, content: { kind: 'choices', text: 'Tap one:', options: OPTIONS } }
const CARDS: Unsent = {
  seq: 3,
  content: {
    kind: 'products',
    text: 'Our picks:',
    items: [
      {
        ref: 'a',
        title: 'Trail 750',
        price: 'US$ 3.75',
        url: 'https://shop.example/a',
        image: 'https://shop.example/a.jpg',
      },
      { ref: 'b', title: 'Camp 500' },
    ],
  },
}

test('web: quick replies whose payload is what the buyer sees', () => {
  expect(repliesFor('websocket', LIST)).toEqual([
    { text: 'Tap one:', quick_replies: OPTIONS.map(({ label }) => ({ title: label, payload: label })) },
  ])
})

describe('Messenger', () => {
  test('three buttons to a template, titles of at most twenty characters', () => {
    const replies = repliesFor('facebook', LIST)
    expect(replies).toMatchObject([
      {
        attachment: {
          payload: {
            template_type: 'button',
            text: 'Tap one:',
            buttons: [
              { payload: 'shopbell:7:q0' },
              { payload: 'shopbell:7:q1' },
              { payload: 'shopbell:7:q2' },
            ],
          },
        },
      },
      { attachment: { payload: { buttons: [{ title: 'Do you print logos …' }, { title: 'MOQ?' }] } } },
    ])
  })

  test('a title is never cut within a character', () => {
    const label = `${'字'.repeat(17)}👨‍👩‍👧‍👦 family`
    const [reply] = repliesFor('facebook', {
      seq: 1,
      content: { kind: 'choices', options: [{ id: 'a', label }] },
    })
    expect(reply).toMatchObject({ attachment: { payload: { buttons: [{ title: `${'字'.repeat(17)}…` }] } } })
  })

  test('cards as a generic template', () => {
    expect(repliesFor('facebook', CARDS)).toMatchObject([
      { text: 'Our picks:' },
      {
        attachment: {
          payload: {
            template_type: 'generic',
            elements: [
              {
                title: 'Trail 750',
                image_url: 'https://shop.example/a.jpg',
                default_action: { url: 'https://shop.example/a' },
              },
              { title: 'Camp 500' },
            ],
          },
        },
      },
    ])
  })
})

test('Slack: a section and buttons that bring the payload', () => {
  expect(repliesFor('slack', LIST)).toMatchObject([
    {
      text: 'Tap one:',
      blocks: [
        { type: 'section', text: { text: 'Tap one:' } },
        {
          type: 'actions',
          elements: OPTIONS.map(({ id }) => ({ type: 'button', value: `shopbell:7:${id}` })),
        },
      ],
    },
  ])
})

test('Teams: a hero card whose buttons say their title and send the payload', () => {
  expect(repliesFor('msteams', LIST)).toMatchObject([
    {
      attachments: [
        {
          contentType: 'application/vnd.microsoft.card.hero',
          content: {
            text: 'Tap one:',
            buttons: OPTIONS.map(({ id, label }) => ({ title: label, value: `shopbell:7:${id}` })),
          },
        },
      ],
    },
  ])
})

test('SMS, and every platform that is not known: a numbered list', () => {
  for (const channel of ['twilio-sms', 'carrier-pigeon', undefined])
    expect(repliesFor(channel, LIST)).toEqual([
      { text: `Tap one:\n${OPTIONS.map(({ label }, at) => `${String(at + 1)}. ${label}`).join('\n')}` },
    ])
})

test('links are words and an address, emphasis has no stars', () => {
  const content = { kind: 'text', text: '**Hello**, [Click here](https://shop.example/a) 2*3' } as const
  expect(repliesFor('twilio-sms', { seq: 1, content })).toEqual([
    { text: 'Hello, Click here (https://shop.example/a) 2*3' },
  ])
})

import { expect, test } from 'vitest'
import { reachTheBuyer } from './reach-the-buyer.ts'

const ana = { buyer: 'ana', addresses: ['Ana@Shop.example', 'ana@home.example'] }

test.for([
  ['in the conversation with her', { buyer: 'ana' }, true],
  [
    'in the conversation with her, also where the address is another’s',
    { buyer: 'ana', address: 'b@x.example' },
    true,
  ],
  ['in a conversation with somebody else', { buyer: 'ben' }, false],
  ['to somebody else, copied to an address of hers', { buyer: 'ben', address: 'ana@home.example' }, false],
  ['as a new mail to an address of hers', { address: 'ana@home.example' }, true],
  [
    'as a mail of the connected mailbox, its address in other letters',
    { address: ' ANA@shop.EXAMPLE ' },
    true,
  ],
  ['to an address that nobody knows', { address: 'ana@elsewhere.example' }, false],
  ['to no address', { address: '' }, false],
  ['to nobody', {}, false],
] as const)('a reply that went %s (CNT-04, CNT-05)', ([, to, reached]) => {
  expect(reachTheBuyer(ana, to)).toBe(reached)
})

test('a buyer without a known address is not reached by a mail without one (CNT-04)', () => {
  expect(reachTheBuyer({ buyer: 'ana', addresses: [''] }, { address: '' })).toBe(false)
})

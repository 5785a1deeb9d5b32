import { expect, test } from 'vitest'
import { avatarAddress } from './avatar-address.ts'

const TODAY = 'https://chat.shop.example'

test.for([
  ['a path', '/api/v1/stores/harbor/avatar?v=abc'],
  ['an address of an earlier version', 'http://localhost:8080/api/v1/stores/harbor/avatar?v=abc'],
] as const)('%s is shown under the origin of today', ([, kept]) => {
  expect(avatarAddress(kept, TODAY)).toBe(`${TODAY}/api/v1/stores/harbor/avatar?v=abc`)
})

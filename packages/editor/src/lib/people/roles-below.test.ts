import { expect, test } from 'vitest'
import { rolesBelow } from './roles-below.ts'

test.for([
  ['owner', ['admin', 'service_admin', 'agent']],
  ['admin', ['service_admin', 'agent']],
  ['service_admin', ['agent']],
  ['agent', []],
] as const)('%s gives roles below it only', ([role, given]) => {
  expect(rolesBelow(role)).toEqual(given)
})
